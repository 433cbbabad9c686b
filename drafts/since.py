"""What others have changed in the grid since a page was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafts.cells import name_of
from drafts.models import Change, Draft
from drafts.notation import written
from drafts.pieces import Body, Kind
from drafts.values import WHOLE, read

# A change of these makes other rows or columns, which a page shows only when it is loaded again.
FRAME = {Change.ADDED, Change.RETIRED, Change.ORDER, WHOLE, "title", "name", "category", "track", "next"}
FRAMING = (Kind.STAGE, Kind.SKILL, Kind.CATEGORY, Kind.TRACK, Kind.LEVEL)


@dataclass(frozen=True, slots=True)
class News:
    """Cells that others have changed, by name: what stands there now as text, and whose it is ("": unknown).

    `anew` if others have changed rows or columns.
    """

    revision: int
    cells: Mapping[str, tuple[str, str]]
    anew: bool

    def __bool__(self) -> bool:
        return bool(self.cells) or self.anew


def news(draft: Draft, *, seen: int, writer: str) -> News:
    """What happened to a draft after revision `seen` on other pages than `writer`; two queries."""
    later = Change.objects.filter(draft=draft, number__gt=seen, number__lte=draft.revision)
    rows = later.filter(piece__kind=Kind.ROW).order_by("number").select_related("piece", "by")
    last: dict[str, tuple[Body | None, Change]] = {}
    for change in rows:
        for stage, cell in cells_of(change):
            last[name_of(change.piece.key, stage)] = cell, change
    others = {
        name: (written(cell), change.by.name if change.by else "")
        for name, (cell, change) in last.items()
        if not writer or change.writer != writer
    }
    frame = later.filter(piece__kind__in=FRAMING, path__in=FRAME)
    anew = (frame.exclude(writer=writer) if writer else frame).exists()
    return News(draft.revision, others, anew)


def cells_of(change: Change) -> Iterator[tuple[str, Body | None]]:
    """The cells that a change of a row touches, each with what it left there."""
    first, _slash, stage = change.path.partition("/")
    if first == "cells" and stage:
        yield stage, change.after
        return
    before, after = whole(change)
    yield from ((key, after.get(key)) for key in sorted({*before, *after}))


def whole(change: Change) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """All cells of a row, before and after it was added, retired, brought back or put anew; else none."""
    if change.path == Change.RETIRED:
        now = read(change.piece.body, "cells") or {}
        return (now, {}) if change.after else ({}, now)
    if change.path in (Change.ADDED, WHOLE):
        return read(change.before, "cells") or {}, read(change.after, "cells") or {}
    return {}, {}
