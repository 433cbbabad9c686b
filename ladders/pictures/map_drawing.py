"""A map with every measure taken, ready to be written as SVG."""

from __future__ import annotations

from dataclasses import dataclass

from ladders.chart import Beyond, Stage


@dataclass(frozen=True, slots=True)
class Words:
    """The few words on the map, in the reader's language. `line` holds %s for the name of the track."""

    here: str
    aim: str
    beyond: str
    line: str


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; `x`, `y` is the baseline of the first one."""

    x: float
    y: float
    lines: tuple[str, ...]
    css: str
    leading: int = 17


@dataclass(frozen=True, slots=True)
class Station:
    """A stage on the map. `kind` is stop, here or aim; the texts stand inside its link."""

    stage: Stage
    x: float
    y: float
    kind: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One edge of the ladder: stage slugs, path data, colour class, and whether it is behind the person."""

    start: str
    end: str
    path: str
    css: str
    travelled: bool


@dataclass(frozen=True, slots=True)
class Exit:
    """A place beyond the ladder, at its middle."""

    place: Beyond
    x: float
    y: float
    text: Text


@dataclass(frozen=True, slots=True)
class Tag:
    """A flag with text; `tip` is path data of the point that shows what it is about."""

    x: float
    y: float
    width: float
    text: str
    kind: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture in the order it is drawn. `css` is its class, sizes are of its view box."""

    css: str
    width: float
    height: float
    grid: str
    texts: tuple[Text, ...]
    moves: str
    outs: str
    ways: tuple[Way, ...]
    stations: tuple[Station, ...]
    exits: tuple[Exit, ...]
    tags: tuple[Tag, ...]
