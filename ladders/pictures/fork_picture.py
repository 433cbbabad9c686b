"""A fork drawn so that no branch stands above another: one station at the head, the branches side by side below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ladders.chart import Chart, Stage
from ladders.pictures.map_plan import lanes
from ladders.pictures.text_fit import wrap

HEAD, FOOT = 62, 190  # the heights of the station at the head and of those of the branches
LEADING = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of one picture: its class and its width."""

    css: str
    width: int


SHEETS = (Sheet("map-wide", 880), Sheet("map-tall", 340))


def fork_picture(
    chart: Chart, stage: Stage, href: Callable[[Stage], str], notes: tuple[str, ...], label: str
) -> SafeString:
    """The fork after a stage as a wide and a narrow picture. `notes` stand under the names, one for each branch.

    Moves between branches are dotted; `label` is the name of the picture.
    """
    drawn = "".join(_drawn(sheet, chart, stage, href, notes, label) for sheet in SHEETS)
    return mark_safe(f'<div class="mapbox">{drawn}</div>')


def _drawn(
    sheet: Sheet, chart: Chart, stage: Stage, href: Callable[[Stage], str], notes: tuple[str, ...], label: str
) -> str:
    branches = [chart.stage[slug] for slug in stage.next]
    pitch, middle = sheet.width / len(branches), sheet.width / 2
    places = [pitch * (number + 0.5) for number in range(len(branches))]
    css = {one.slug: lane.css for lane in lanes(chart) for one in lane.stages}
    texts = [
        (wrap(branch.title, pitch - 14), wrap(note, pitch - 14, 12, bold=False) if note else ())
        for branch, note in zip(branches, notes, strict=True)
    ]
    height = FOOT + 34 + LEADING * max(len(title) + len(note) for title, note in texts)
    body = "".join(
        (
            *(_way(middle, x, css[branch.slug]) for x, branch in zip(places, branches, strict=True)),
            _moves(branches, places),
            _station(
                stage, middle, HEAD, href, _lines(middle, HEAD - 26, wrap(stage.title, sheet.width - 20), up=True)
            ),
            *(
                _station(
                    branch,
                    x,
                    FOOT,
                    href,
                    _lines(x, FOOT + 34, title) + _lines(x, FOOT + 34 + LEADING * len(title), note, css="low"),
                )
                for x, branch, (title, note) in zip(places, branches, texts, strict=True)
            ),
        )
    )
    box = f'viewBox="0 0 {sheet.width} {height}" direction="ltr"'
    return f'<svg class="map {sheet.css}" {box} role="group" aria-label="{escape(label)}">{body}</svg>'


def _way(start: float, end: float, css: str) -> str:
    middle = (HEAD + FOOT) // 2
    path = f"M{start:.0f} {HEAD}C{start:.0f} {middle} {end:.0f} {middle} {end:.0f} {FOOT}"
    return f'<path class="{f"line {css}".rstrip()}" d="{path}"/>'


def _moves(branches: list[Stage], places: list[float]) -> str:
    """A dotted bow for every pair of branches between which one can move, in either direction."""
    x = dict(zip((branch.slug for branch in branches), places, strict=True))
    pairs = {tuple(sorted((one.slug, to), key=x.__getitem__)) for one in branches for to in one.moves if to in x}
    path = "".join(
        f"M{x[a] + 14:.0f} {FOOT}C{x[a] + 40:.0f} {FOOT + 24} {x[b] - 40:.0f} {FOOT + 24} {x[b] - 14:.0f} {FOOT}"
        for a, b in sorted(pairs)
    )
    return f'<path class="move" d="{path}"/>' if path else ""


def _station(stage: Stage, x: float, y: int, href: Callable[[Stage], str], text: str) -> str:
    at = f'cx="{x:.0f}" cy="{y}"'
    mark = f'<circle class="halo" {at} r="20"/><circle class="stop" {at} r="8"/>'
    return f'<a href="{escape(href(stage))}" aria-label="{escape(stage.title)}">{mark}{text}</a>'


def _lines(x: float, y: float, lines: tuple[str, ...], *, css: str = "name", up: bool = False) -> str:
    """Centred lines; with `up` the last of them stands at `y`, otherwise the first."""
    first = y - LEADING * (len(lines) - 1) if up else y
    spans = "".join(
        f'<tspan x="{x:.0f}" y="{first + LEADING * number:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text class="{css} mid">{spans}</text>' if spans else ""
