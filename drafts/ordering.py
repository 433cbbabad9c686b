"""Where a stage or a skill stands: the order within its list, and the line or category that it belongs to.

A page shows stages under their lines and skills under their categories, so the neighbours there are not those in the
list of the draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafts.desk import Desk
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.values import tidy
from drafts.writing import pen
from people.models import Person

# The key of a piece's body that says which group it belongs to.
GROUPED = {Kind.SKILL: "category", Kind.STAGE: "track"}
MOVABLE = {*GROUPED, Kind.TRACK, Kind.PHASE, Kind.CATEGORY, Kind.BEYOND, Kind.WAY_IN}


@dataclass(frozen=True, slots=True)
class Spot:
    """The place to move to: the key of the group (None: none), and the piece to stand behind (None: first there)."""

    group: str | None
    after: Piece | None


@dataclass(frozen=True, slots=True)
class Bunch:
    """A group in the order of the page; `key` is None for pieces without one."""

    key: str | None
    pieces: tuple[Piece, ...]


def bunches(desk: Desk, kind: Kind) -> list[Bunch]:
    """The pieces in use of a kind, as the pages group them; also groups that nothing is in yet."""
    if kind not in GROUPED:
        return [Bunch(None, tuple(desk.rows(kind)))]
    path = GROUPED[kind]
    heads = desk.rows(Kind.CATEGORY if kind is Kind.SKILL else Kind.TRACK)
    shown = desk.skills() if kind is Kind.SKILL else desk.stages()
    found = [Bunch(group.pieces[0].read(path), group.pieces) for group in shown if group.pieces]
    full = {bunch.key: bunch for bunch in found}
    listed = [full.pop(head.key, Bunch(head.key, ())) for head in heads]
    # Stages without a line stand before the lines, skills without a category behind the categories.
    return [*listed, *full.values()] if kind is Kind.SKILL else [*full.values(), *listed]


def spot_beside(groups: Sequence[Bunch], piece: Piece, *, up: bool) -> Spot | None:
    """One place further up or down, over the edge of a group into the next one; None at the end of the list."""
    at = next((number for number, bunch in enumerate(groups) if piece in bunch.pieces), None)
    if at is None:
        return None
    here = groups[at].pieces
    place = here.index(piece)
    if up and place:
        return Spot(groups[at].key, here[place - 2] if place > 1 else None)
    if not up and place + 1 < len(here):
        return Spot(groups[at].key, here[place + 1])
    other = at - 1 if up else at + 1
    if not 0 <= other < len(groups):
        return None
    there = groups[other]
    return Spot(there.key, there.pieces[-1] if up and there.pieces else None)


def behind(keys: Sequence[str], groups: Sequence[Bunch], piece: Piece, spot: Spot) -> str | None:
    """The key that the piece comes behind in the list of all (`keys`, retired ones too); None for the front."""
    if spot.after is not None:
        return spot.after.key
    group = next((bunch.pieces for bunch in groups if bunch.key == spot.group), ())
    others = [one for one in group if one.pk != piece.pk]
    rest = [key for key in keys if key != piece.key]
    if not others:  # the only one in its group stays where it is in the list
        at = list(keys).index(piece.key)
        return keys[at - 1] if at else None
    at = rest.index(others[0].key)
    return rest[at - 1] if at else None


def spot_of(groups: Sequence[Bunch], after: str, group: str) -> Spot | None:
    """The place behind the piece with the public id `after`, or first in the group with this key; None: no such."""
    if not after:
        wanted = tidy(group)
        return next((Spot(bunch.key, None) for bunch in groups if bunch.key == wanted), None)
    there = ((bunch.key, one) for bunch in groups for one in bunch.pieces)
    return next((Spot(key, one) for key, one in there if one.pid == after), None)


def move(draft: Draft, piece: Piece, groups: Sequence[Bunch], spot: Spot, *, by: Person, writer: str = "") -> None:
    """Puts a piece into its place, and into the group there. Raises Closed."""
    kind = Kind(piece.kind)
    with pen(draft, by, writer) as hand:
        row = Piece.objects.filter(draft=draft, kind=kind).order_by("position", "pk")
        keys = list(row.values_list("key", flat=True))
        mover = row.get(pk=piece.pk)  # read anew under the lock: its other parts may have changed
        if kind in GROUPED and spot.after != piece:
            hand.put(mover, GROUPED[kind], spot.group)
        hand.place(mover, behind(keys, groups, piece, spot))
