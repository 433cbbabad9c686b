"""What the page of the grid shows around its table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drafts.base import base_bodies
from drafts.cells import Outcome, name_of
from drafts.desk import Desk
from drafts.grid import Grid, grid_of
from drafts.grid_cells import GridCells, tints
from drafts.hints import hints_of
from drafts.models import Draft
from drafts.notation import HEAVIEST, written
from drafts.places import places_of
from drafts.text_cells import Marks, TextCells


def grid_context(frame: Mapping[str, Any], stage: str, notes: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """The context of `drafts/draft_show.html` beside that of the frame.

    `stage` is the public id of the one that a narrow screen shows, `notes` see `GridCells`.
    """
    draft: Draft = frame["draft"]
    desk: Desk = frame["desk"]
    grid = grid_of(draft, desk)
    only = chosen(grid, stage)
    cells = GridCells(draft, grid, frame["language"], editable=frame["may_edit"], only=only, notes=notes)
    tint = tints(grid.levels.names)
    return {
        "grid": grid,
        "cells": cells,
        "only": only,
        "gone": gone(grid, notes),
        "library": [] if grid.columns else texts_of(draft, desk, frame["language"]),
        "levels": [(number, name, tint[number]) for number, name in grid.levels.names.items()],
        "weights": range(1, HEAVIEST + 1),
        "data_levels": json.dumps([[number, name, tint[number]] for number, name in grid.levels.names.items()]),
        "data_words": json.dumps(words(draft)),
    }


def texts_of(draft: Draft, desk: Desk, language: str) -> list[tuple[str, SafeString]]:
    """What each level means, of a library: the title of each category, and its skills."""
    marks = Marks(hints_of(desk), base_bodies(draft.base_id), {})
    cells = TextCells(draft, places_of(desk), marks, language)
    return [(group.title, cells.group(group)) for group in desk.skills() if group.pieces]


def chosen(grid: Grid, stage: str) -> int:
    """The place of the column with this public id, else of the first."""
    return next((place for place, column in enumerate(grid.columns) if column.pid == stage), 0)


def gone(grid: Grid, notes: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """What was typed into cells that are no longer in the grid, each with the reason."""
    rows, columns = {row.key for section in grid.sections for row in section.rows}, {one.key for one in grid.columns}
    there = {name_of(row, column) for row in rows for column in columns} if notes else set()
    return [note for name, note in notes.items() if name not in there]


def notes_of(typed: Mapping[str, str], outcome: Outcome) -> dict[str, tuple[str, str]]:
    """What was typed into cells that were not written, and why."""
    met = {
        name: _("%(who)s: %(theirs)s · you: %(mine)s")
        % {
            "who": one.by.name if one.by else _("Somebody"),
            "theirs": written(one.theirs) or _("nothing"),
            "mine": typed[name] or _("nothing"),
        }
        for name, one in outcome.met.items()
    }
    return {name: (typed[name], said) for name, said in {**outcome.wrong, **met}.items()}


def words(draft: Draft) -> dict[str, str]:
    """What static/js/ladder-grid.js says about a cell; {braces} are filled in there."""
    label = draft.base.label or str(draft.base.number) if draft.base else ""
    return {
        "cell": _("{skill}, {stage}: {value}."),
        "cells": _("Cells changed: {number}."),
        "nothing": _("nothing said"),
        "none": _("0, nothing expected"),
        "welcome": _("{level}, welcome"),
        "must": _("must-have"),
        "times": _("counts {number} times"),
        "changed": _("changed"),
        "was": _("was {value} in {label}").replace("{label}", label),
        "less": _("less than before"),
        "level": _("There is no level {level}."),
        "first": _("Set a level first."),
        "end": _("There is nothing more to undo."),
        "again": _("There is nothing more to redo."),
        "since": _("Somebody changed this since, so it stays."),
        "met": _("{who}: {theirs} · you: {mine}"),
        "choose": _("{who} changed this meanwhile. Press Enter to choose."),
        "keep": _("Keep mine"),
        "take": _("Take theirs"),
        "news": _("{who} changed: {cell}"),
        "somebody": _("Somebody"),
        "moved": _("{title} moved."),
        "title": _("{skill}, {stage}"),
        "at": _("{skill}, {stage}: {words}"),
    }
