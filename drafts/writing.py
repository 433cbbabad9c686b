"""Changing a draft: every change is one row of its history, and two editors never overwrite each other unseen.

A page remembers the draft's revision it was made from (`seen`). A change is in conflict only if somebody else changed
the same place since; whatever else happened in the draft is no matter. A page has a token (`writer`), so that it is
never in conflict with itself, also when an answer was lost on the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from drafts import pieces, values
from drafts.models import Change, Draft, Edit, Met, Piece, Saved
from drafts.statements import changes_since, lock, note, put_bodies, revise
from people.models import Person


@dataclass(slots=True)
class Pen:
    """Writes changes into a locked draft. Pieces are saved as they are touched, the history at the end.

    `found`: the pieces that were asked for, by public id.
    """

    draft: Draft
    by: Person | None
    writer: str = ""
    found: Mapping[str, Piece] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def note(self, piece: Piece, path: str, before: Any, after: Any, undoes: Change | None = None) -> None:
        number = self.draft.revision + len(self.changes) + 1
        change = Change(draft=self.draft, piece=piece, number=number, path=path, before=before, after=after)
        change.by, change.writer, change.undoes = self.by, self.writer, undoes
        self.changes.append(change)

    def put(self, piece: Piece, path: str, value: Any, undoes: Change | None = None) -> None:
        """Another value at a path of a piece's body."""
        if self.turn(piece, path, value, undoes):
            piece.save(update_fields=["body"])

    def turn(self, piece: Piece, path: str, value: Any, undoes: Change | None = None) -> bool:
        """The same, but whoever calls it saves the piece; whether there is anything to save."""
        before = piece.read(path)
        if before == value:
            return False
        piece.body = values.written(piece.body, path, value)
        self.note(piece, path, before, value, undoes)
        return True

    def retire(self, piece: Piece, retired: bool, undoes: Change | None = None) -> None:
        if piece.retired == retired:
            return
        piece.retired = retired
        piece.save(update_fields=["retired"])
        self.note(piece, Change.RETIRED, not retired, retired, undoes)

    def place(self, piece: Piece, after: str | None, undoes: Change | None = None) -> None:
        """Moves a piece behind the one with the key `after`, or to the front; an unknown key changes nothing."""
        row = list(Piece.objects.filter(draft=self.draft, kind=piece.kind).order_by("position", "pk"))
        keys = [one.key for one in row]
        at = keys.index(piece.key)
        before = keys[at - 1] if at else None
        if after == before or after == piece.key or (after is not None and after not in keys):
            return
        mover = row.pop(at)
        row.insert(0 if after is None else [one.key for one in row].index(after) + 1, mover)
        for position, one in enumerate(row):
            one.position = position
        Piece.objects.bulk_update(row, ["position"])
        self.note(piece, Change.ORDER, before, after, undoes)

    def add(self, kind: pieces.Kind, key: str, body: values.Body) -> Piece:
        """A new piece behind the others of its kind."""
        position = Piece.objects.filter(draft=self.draft, kind=kind).count()
        piece = Piece.objects.create(draft=self.draft, kind=kind, key=key, position=position, body=body)
        self.note(piece, Change.ADDED, None, body)
        return piece


@contextmanager
def pen(draft: Draft, by: Person | None, writer: str = "", *, pids: Collection[str] = ()) -> Iterator[Pen]:
    """A pen for the draft and its pieces with these public ids: one transaction, under its lock. Raises Closed."""
    with transaction.atomic():
        hand = Pen(draft, by, writer, lock(draft, pids))
        yield hand
        if hand.changes:
            note(hand.changes)
            draft.revision += len(hand.changes)
            revise(draft)


def write(draft: Draft, edits: Iterable[Edit], *, seen: int, by: Person, writer: str = "") -> Saved:
    """Writes what was changed on a page that showed the draft at revision `seen`.

    An edit that repeats what the page showed is none. One that meets somebody else's change of the same place is not
    written; the others are. Raises Closed; an edit of an unknown piece is left out.
    """
    wanted = list(edits)
    with pen(draft, by, writer, pids={edit.piece for edit in wanted}) as hand:
        later = _since(hand, seen, {values.WHOLE, *(edit.path for edit in wanted)})
        met = []
        for edit in wanted:
            piece = hand.found.get(edit.piece)
            if piece is None:
                continue
            since = [change for change in later.get(piece.pk, []) if change.number > edit.seen]
            meeting = _meets(edit, piece, since, writer)
            if meeting:
                met.append(meeting)
            elif not _untouched(edit, piece, since, writer):
                hand.turn(piece, edit.path, edit.value)
        put_bodies({change.piece_id: change.piece for change in hand.changes}.values())
        written = len(hand.changes)
    return Saved(written, tuple(met), draft.revision)


def _since(hand: Pen, seen: int, paths: Collection[str]) -> dict[int, list[Change]]:
    """What happened at these places of the pieces after a revision, in order, by piece."""
    found: dict[int, list[Change]] = {}
    happened = hand.draft.revision > seen and hand.found
    for change in changes_since(hand.found.values(), paths, seen, hand.writer) if happened else ():
        found.setdefault(change.piece_id, []).append(change)
    return found


def _at(changes: list[Change], path: str) -> list[Change]:
    """The changes of one place; a change of the whole piece changes every place."""
    return [change for change in changes if change.path in (path, values.WHOLE)]


def _shown(edit: Edit, piece: Piece, later: list[Change]) -> Any:
    """What the page showed at the place of an edit."""
    first = next(iter(later), None)
    if first is None:
        return piece.read(edit.path)
    return first.before if first.path == edit.path else values.read(first.before, edit.path)


def _as_shown(edit: Edit, piece: Piece, later: list[Change]) -> bool:
    """Whether an edit repeats what the page showed, as a form sends it back: without the line end of a text."""
    shown = _shown(edit, piece, later)
    return edit.value == shown or (bool(shown) and edit.value == values.tidy(shown))


def _untouched(edit: Edit, piece: Piece, changes: list[Change], writer: str) -> bool:
    """Whether the page sends what it showed. What it changed and changes back is touched."""
    later = _at(changes, edit.path)
    own_last = bool(later) and bool(writer) and later[-1].writer == writer
    return not own_last and _as_shown(edit, piece, later)


def _meets(edit: Edit, piece: Piece, changes: list[Change], writer: str) -> Met | None:
    """The meeting of an edit with somebody else's, if there is one."""
    later = _at(changes, edit.path)
    now = piece.read(edit.path)
    if not later or edit.value == now or (writer and later[-1].writer == writer):
        return None
    return None if _as_shown(edit, piece, later) else Met(edit, now, later[-1].by)


class NoWayBack(Exception):
    """Somebody changed the same place after the change that is to be undone."""


def _touches(path: str, other: str) -> bool:
    """Whether two changes are about the same place, or one about a place inside the other's."""
    own = (Change.ADDED, Change.RETIRED, Change.ORDER)
    if path in own or other in own:
        return path == other
    inside = f"{path}/".startswith(f"{other}/") or f"{other}/".startswith(f"{path}/")
    return inside or values.WHOLE in (path, other)


def undo(change: Change, *, by: Person, writer: str = "") -> None:
    """Takes one change back. Raises NoWayBack if its place has changed since, Closed."""
    with pen(change.draft, by, writer) as hand:
        piece = Piece.objects.get(pk=change.piece_id)
        later = Change.objects.filter(piece=piece, number__gt=change.number).values_list("path", flat=True)
        if any(_touches(path, change.path) for path in later):
            raise NoWayBack
        if change.path == Change.ADDED:
            hand.retire(piece, True, undoes=change)
        elif change.path == Change.RETIRED:
            hand.retire(piece, bool(change.before), undoes=change)
        elif change.path == Change.ORDER:
            hand.place(piece, change.before, undoes=change)
        else:
            hand.put(piece, change.path, change.before, undoes=change)
