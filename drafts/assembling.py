"""A draft as a file and as a chart: what the checks, the previews and the publication read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafts import pieces
from drafts.models import Draft, Piece
from ladders.exchange import LadderFile
from ladders.exchange.check import check
from ladders.exchange.problems import Path
from ladders.exchange.read import shape

MISSING = re.compile(r'there is no \w+ "([^"]+)"')


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that must be mended before publishing: what, and the piece it is about (None: the whole ladder)."""

    message: str
    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Assembled:
    """A draft put together: the file, or None and what is in its way. `rows` are the pieces in use, by kind."""

    file: LadderFile | None
    troubles: tuple[Trouble, ...]
    rows: dict[pieces.Kind, list[Piece]]


def assemble(draft: Draft) -> Assembled:
    """The draft as a checked file; one query."""
    rows: dict[pieces.Kind, list[Piece]] = {kind: [] for kind in pieces.Kind}
    retired: dict[str, str] = {}
    for piece in Piece.objects.filter(draft=draft).order_by("position", "pk"):
        if piece.retired:
            retired[piece.key] = piece.title
        else:
            rows[pieces.Kind(piece.kind)].append(piece)
    known = {piece.key for piece in rows[pieces.Kind.STAGE]}
    steps = rows[pieces.Kind.STEP]
    rows[pieces.Kind.STEP] = [one for one in steps if {one.body.get("from"), one.body.get("to")} <= known]
    tree = pieces.together((piece.loose for found in rows.values() for piece in found), draft.ladder.slug)
    file, wrong = shape(tree)
    found = [*wrong, *check(tree)]
    troubles = tuple(Trouble(worded(message, retired), piece_at(path, rows)) for path, message in found)
    return Assembled(None if found else file, troubles, rows)


def worded(message: str, retired: Mapping[str, str]) -> str:
    """A finding about the file, said as it is in a draft: something that was retired is still pointed to.

    `retired`: titles by id. Like all findings this is English, for a draft is kept assembled for every reader.
    """
    missing = MISSING.match(message)
    if missing and missing[1] in retired:
        return f"“{retired[missing[1]]}” is retired: choose another one here, or bring it back"
    return message


def piece_at(path: Path, rows: dict[pieces.Kind, list[Piece]]) -> Piece | None:
    """The piece that a path of the file lies in."""
    if len(path) < 2 or path[0] not in pieces.Kind.values:
        return None
    found = rows[pieces.Kind(path[0])]
    if isinstance(path[1], int):
        return found[path[1]] if path[1] < len(found) else None
    return next((piece for piece in found if piece.key == path[1]), None)
