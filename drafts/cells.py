"""Saving cells of the grid, and what others have changed in it: without putting the draft together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from drafts.models import Change, Draft, Edit, Met, Piece, Saved
from drafts.notation import Levels, Unclear, parsed, written
from drafts.pieces import Body, Kind
from drafts.shared import library_named
from drafts.statements import parts_of
from drafts.values import read
from drafts.writing import pen, write
from ladders.exchange.fields import ID, ID_LENGTH
from people.models import Person

BETWEEN = "/"  # a cell is called "skill/stage": ids hold no slash


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of cells: `wrong` are those that were not understood, with the reason; `met` those that met
    somebody else's change. Both by the cell's name, and neither is written.
    """

    saved: Saved
    wrong: Mapping[str, str] = field(default_factory=dict)
    met: Mapping[str, Met] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid as it is kept; `pid` is "" where it is not kept yet, or was retired."""

    pid: str
    cells: Mapping[str, Body]


@dataclass(frozen=True, slots=True)
class Known:
    """What the cells stand on: the scale, the stages in use, and the rows by skill."""

    levels: Levels
    stages: frozenset[str]
    rows: Mapping[str, Row]


def name_of(skill: str, stage: str) -> str:
    return f"{skill}{BETWEEN}{stage}"


def save_cells(draft: Draft, typed: Mapping[str, str], *, seen: int, by: Person, writer: str = "") -> Outcome:
    """Writes what was typed into cells, by name (see `drafts.notation`), where it is not what the page showed.

    `seen` is the revision of the page and `writer` its token, see `drafts.writing`. Raises Closed.
    """
    if not typed:
        return Outcome(Saved(0, (), draft.revision))
    known = look_up(draft, typed)
    values, wrong = understood(typed, known)
    lacking = {skill for skill, _stage in values if not known.rows[skill].pid}
    with transaction.atomic() if lacking else nullcontext():  # else the writing has a transaction of its own
        rows = {**known.rows, **(add_rows(draft, lacking, by=by, writer=writer) if lacking else {})}
        edits = [Edit(rows[skill].pid, f"cells/{stage}", value) for (skill, stage), value in values.items()]
        saved = write(draft, edits, seen=seen, by=by, writer=writer)
    skills = {row.pid: skill for skill, row in rows.items()}
    met = {name_of(skills[met.edit.piece], met.edit.path.partition("/")[2]): met for met in saved.met}
    return Outcome(saved, wrong, met)


def look_up(draft: Draft, names: Iterable[str]) -> Known:
    """One query; one or two more for a ladder that takes its scale from a library."""
    pairs = [name.partition(BETWEEN)[::2] for name in names]
    skills, stages = ({word for word in words if is_id(word)} for words in map(set, zip(*pairs, strict=True)))
    found = parts_of(draft, skills, stages)
    kept = [part for part in found if not part.retired]
    uses = next((str(part.body.get("uses") or "") for part in kept if part.kind is Kind.HEAD), "")
    scale = [part for part in kept if part.kind is Kind.LEVEL and part.key.isdecimal()]
    names_of = {int(part.key): str(part.body.get("name") or "") for part in scale}
    own = {part.key: part.retired for part in found if part.kind is Kind.SKILL}
    rows = {
        part.key: Row(part.pid, part.body.get("cells") or {})
        for part in kept
        if part.kind is Kind.ROW and not own.get(part.key, not uses)
    }
    rows |= {key: Row("", {}) for key, retired in own.items() if not retired and key not in rows}
    return Known(
        Levels(dict(sorted(names_of.items())) or scale_of(uses)),
        frozenset(part.key for part in kept if part.kind is Kind.STAGE),
        rows,
    )


def is_id(word: str) -> bool:
    """Whether it can be the id of anything: the database does not take every text."""
    return len(word) <= ID_LENGTH and ID.fullmatch(word) is not None


def scale_of(uses: str) -> dict[int, str]:
    """The levels of the library of this id; none where it is not here."""
    library = library_named(uses)
    scale = library.scale if library else None
    return {level.level: level.name for level in scale.levels.all()} if scale else {}


def understood(typed: Mapping[str, str], known: Known) -> tuple[dict[tuple[str, str], Body | None], dict[str, str]]:
    """Cells by skill and stage, and by name the reasons why the others are none."""
    values: dict[tuple[str, str], Body | None] = {}
    wrong: dict[str, str] = {}
    for name, text in typed.items():
        skill, _slash, stage = name.partition(BETWEEN)
        if skill not in known.rows or stage not in known.stages:
            wrong[name] = _("This row or column was retired meanwhile.")
            continue
        now = known.rows[skill].cells.get(stage)
        try:
            # What stands there stays as it is, also where it could be written shorter.
            value = now if text == written(now) else parsed(text, known.levels)
        except Unclear as reason:
            wrong[name] = str(reason)
            continue
        if value or known.rows[skill].pid:
            values[skill, stage] = value
    return values, wrong


def add_rows(draft: Draft, skills: Iterable[str], *, by: Person, writer: str) -> dict[str, Row]:
    """Empty rows for skills that have none, by skill. One that was retired comes back as the grid shows it: empty.

    Rows are empty at first, so that each cell in them is a change of its own. Raises Closed.
    """
    with pen(draft, by, writer) as hand:
        there = {row.key: row for row in Piece.objects.filter(draft=draft, kind=Kind.ROW, key__in=skills)}
        for row in there.values():
            if row.retired:
                hand.put(row, "", {key: value for key, value in row.body.items() if key != "cells"})
                hand.retire(row, False)
        after = Piece.objects.filter(draft=draft, kind=Kind.ROW).count()
        new = sorted(set(skills) - there.keys())
        fresh = [
            Piece(draft=draft, kind=Kind.ROW, key=skill, position=after + place, body={"cells": {}})
            for place, skill in enumerate(new)
        ]
        for row in Piece.objects.bulk_create(fresh):
            hand.note(row, Change.ADDED, None, row.body)
            there[row.key] = row
    return {key: Row(row.pid, read(row.body, "cells") or {}) for key, row in there.items()}
