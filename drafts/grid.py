"""The grid of a draft: skills down under their categories, stages across under their lines, a cell for each two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from drafts.base import Bodies, base_bodies
from drafts.desk import Desk, Group
from drafts.models import Draft, Piece
from drafts.notation import Levels, written
from drafts.pieces import Body, Kind
from drafts.places import levels_of, way_of
from drafts.shared import library_of, shared_rows
from drafts.text_cells import text_of
from drafts.values import read
from ladders.exchange.ways import leads_on
from ladders.published import chart_of


@dataclass(frozen=True, slots=True)
class Line:
    """A heading over columns: as many as `span`. `look` is the key of the line."""

    title: str
    look: str
    span: int


@dataclass(frozen=True, slots=True)
class Column:
    """A stage. `group` is the key of its line, `before` the places of the columns that lead to it.

    `new` says that the version the draft is based on does not have it.
    """

    key: str
    title: str
    pid: str
    new: bool
    group: str
    before: tuple[int, ...]


class Cell(NamedTuple):
    """What a stage expects of a skill, as text (`drafts.notation`).

    `words` are those of the skill at the stage, on a ladder of texts. `was` is the text in the version the draft is
    based on, the same text in a new row or column; `reworded` says that the words are others now. `less` says that a
    stage before expects more.
    """

    text: str
    words: str
    was: str
    reworded: bool
    less: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A skill. `pid` is "" for one of a library, which is moved and worded there; `new` as for a column.

    `core` says that it is a must-have wherever it is expected.
    """

    key: str
    title: str
    pid: str
    new: bool
    core: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A category and its skills; `key` is "" for those without one."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """`based` is whether there is a version to compare with."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    levels: Levels
    based: bool

    @property
    def size(self) -> int:
        """How many skills."""
        return sum(len(section.rows) for section in self.sections)


def grid_of(draft: Draft, desk: Desk) -> Grid:
    """No query; three for a ladder that uses a library."""
    levels = Levels({int(place.key): place.title for place in levels_of(desk)})
    base = base_bodies(draft.base_id)
    columns = columns_of(desk, base)
    build = Builder(desk, columns, levels, base)
    lines = tuple(Line(group.title, group.look, len(group.pieces)) for group in desk.stages() if group.pieces)
    return Grid(lines, columns, build.sections(), levels, draft.base_id is not None)


def columns_of(desk: Desk, base: Bodies) -> tuple[Column, ...]:
    """The stages, line by line."""
    stages = [(group.look, piece) for group in desk.stages() for piece in group.pieces]
    onward = leads_on((one.key, one.body.get("track") or "", way_of(one.body)) for one in desk.rows(Kind.STAGE))
    return tuple(
        Column(
            key=piece.key,
            title=piece.title,
            pid=piece.pid,
            new=(Kind.STAGE.value, piece.key) not in base,
            group=look,
            before=tuple(place for place, (_look, other) in enumerate(stages) if piece.key in onward[other.key]),
        )
        for look, piece in stages
    )


class Builder:
    """Builds the rows of one grid; holds what they share."""

    def __init__(self, desk: Desk, columns: tuple[Column, ...], levels: Levels, base: Bodies) -> None:
        self.desk, self.columns, self.base, self.is_text = desk, columns, base, not levels.names
        self.kept = {row.key: row.body.get("cells") or {} for row in desk.rows(Kind.ROW)}

    def sections(self) -> tuple[Section, ...]:
        """The categories that have skills; those of a library come last."""
        groups = [(key_of(group), group) for group in self.desk.skills() if group.pieces]
        own = [Section(key, group.title, tuple(map(self.own, group.pieces))) for key, group in groups]
        return (*own, *self.shared())

    def shared(self) -> tuple[Section, ...]:
        """The skills that the ladder takes from a library."""
        rows, library = shared_rows(self.desk), library_of(self.desk)
        chart = chart_of(library.pk) if library and rows else None
        known = chart.skill if chart else {}
        skills = [(row.key, known.get(row.key)) for row in rows]
        found = tuple(self.row(key, one.title if one else key, "", bool(one and one.core), {}) for key, one in skills)
        return (Section("", chart.title if chart else "", found),) if found else ()

    def own(self, skill: Piece) -> Row:
        body = skill.body
        return self.row(skill.key, skill.title, skill.pid, bool(body.get("core")), body.get("at") or {})

    def row(self, key: str, title: str, pid: str, core: bool, at: Mapping[str, Body]) -> Row:
        """A skill with the texts that it has at stages."""
        kept: Mapping[str, Body] = self.kept.get(key) or {}
        before, worded = self.base.get((Kind.ROW.value, key)), self.base.get((Kind.SKILL.value, key))
        old: Mapping[str, Body] = read(before, "cells") or {}
        old_at: Mapping[str, Body] = read(worded, "at") or {}
        new = before is None and worded is None
        numbers = [(kept.get(column.key) or {}).get("level") for column in self.columns]
        cells = []
        for column, number in zip(self.columns, numbers, strict=True):
            stage, known = column.key, not (new or column.new)
            now, then = kept.get(stage), old.get(stage)
            text = written(now)
            was = written(then) if known and now != then else text
            less = bool(column.before) and is_less(number, [numbers[one] for one in column.before])
            if self.is_text:
                cells.append(
                    Cell(text, text_of(at.get(stage)), was, known and at.get(stage) != old_at.get(stage), less)
                )
            else:
                cells.append(Cell(text, "", was, False, less))
        return Row(key, title, pid, new, core, tuple(cells))


def key_of(group: Group) -> str:
    """The key of a category's group: that of its skills, because a group knows only its title."""
    return str(group.pieces[0].body.get("category") or "")


def is_less(level: int | None, before: list[int | None]) -> bool:
    """Whether a level is below one of those before it. Where nothing is said, nothing is less."""
    return level is not None and any(one is not None and one > level for one in before)
