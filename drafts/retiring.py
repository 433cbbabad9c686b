"""Taking something out of a draft, and what that means for the rest of it. Nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from drafts.desk import Desk
from drafts.models import Draft, Piece
from drafts.parts import users
from drafts.pieces import Kind
from drafts.writing import pen
from people.models import Person

# The keys of bodies under which the key of another piece stands.
REFERENCES = {
    Kind.STAGE: {"next", "moves", "from", "to"},
    Kind.SKILL: {"focus", "x-focus", "skill"},
    Kind.TRACK: {"track"},
    Kind.PHASE: {"phase"},
    Kind.CATEGORY: {"category"},
}


@dataclass(frozen=True, slots=True)
class Going:
    """What goes along with a piece, and the pieces that still point to it afterwards and have to be changed."""

    cells: int
    texts: int
    steps: list[Piece]
    pointing: list[Piece]


def going(desk: Desk, piece: Piece) -> Going:
    """What retiring a piece means for the rest of the draft."""
    kind, rows = Kind(piece.kind), desk.rows(Kind.ROW)
    cells = texts = 0
    steps: list[Piece] = []
    if kind is Kind.STAGE:
        cells = sum(piece.key in row.body.get("cells", {}) for row in rows)
        texts = sum(piece.key in skill.body.get("at", {}) for skill in desk.rows(Kind.SKILL))
        steps = [step for step in desk.rows(Kind.STEP) if piece.key in (step.body.get("from"), step.body.get("to"))]
    elif kind in (Kind.SKILL, Kind.ROW):
        cells = sum(len(row.body.get("cells", {})) for row in rows if row.key == piece.key)
        texts = len(piece.body.get("levels", {})) + len(piece.body.get("at", {}))
    return Going(cells, texts, steps, pointing(desk, piece))


def pointing(desk: Desk, piece: Piece) -> list[Piece]:
    """What names a piece and stays when it goes; steps of a stage go with it."""
    kind = Kind(piece.kind)
    if kind is Kind.LEVEL:
        rows = [row for row in desk.rows(Kind.ROW) if piece.key in levels_in(row)]
        return [*users(desk, piece), *rows]
    names = REFERENCES.get(Kind.SKILL if kind is Kind.ROW else kind, set())
    others = (one for other in Kind if other is not Kind.STEP for one in desk.rows(other) if one.pk != piece.pk)
    return [one for one in others if names_it(one.body, names, piece.key)]


def levels_in(row: Piece) -> set[str]:
    """The levels that a row of the grid expects, as words."""
    return {str(cell.get("level")) for cell in row.body.get("cells", {}).values()}


def names_it(value: Any, names: Iterable[str], key: str) -> bool:
    """Whether a body names a key under one of these names, at any depth."""
    if isinstance(value, list):
        return any(names_it(item, names, key) for item in value)
    if not isinstance(value, Mapping):
        return False
    told = (item for name, item in value.items() if name in names)
    if any(item == key or (isinstance(item, list) and key in item) for item in told):
        return True
    return any(names_it(item, names, key) for item in value.values())


def retire(draft: Draft, piece: Piece, *, by: Person, back: bool = False) -> None:
    """Takes a piece out of the draft, or brings it `back`. Raises Closed.

    In a ladder that takes skills from a library the row of a skill goes and comes with it: without the skill it would
    ask for one of the library.
    """
    with pen(draft, by) as hand:
        hand.retire(piece, not back)
        if piece.kind == Kind.SKILL and hand.draft.pieces.of(Kind.HEAD).get().body.get("uses"):
            for row in hand.draft.pieces.of(Kind.ROW).filter(key=piece.key):
                hand.retire(row, not back)


def retired_pieces(draft: Draft) -> list[Piece]:
    """What is retired in the draft, without the rows of its own skills: they come and go with them."""
    found = draft.pieces.filter(retired=True).order_by("kind", "position", "pk")
    own = set(draft.pieces.of(Kind.SKILL).values_list("key", flat=True))
    return [piece for piece in found if piece.kind != Kind.ROW or piece.key not in own]
