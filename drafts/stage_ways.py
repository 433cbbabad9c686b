"""How the stages of a draft lead on to each other, also while something else in it does not fit together yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafts.desk import Desk
from drafts.models import Piece
from drafts.pieces import Kind
from drafts.places import way_of
from ladders.exchange.ways import leads_on


@dataclass(frozen=True, slots=True)
class Around:
    """The stages around one: before and after in the list, those it comes from, leads on to, moves to and from."""

    before: Piece | None
    after: Piece | None
    comes_from: tuple[Piece, ...]
    leads_on: tuple[Piece, ...]
    moves: tuple[Piece, ...]


def ways(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Key of each stage to the keys it leads on to, with the default filled in."""
    return leads_on((one.key, str(one.body.get("track") or ""), way_of(one.body)) for one in desk.rows(Kind.STAGE))


def edges(desk: Desk) -> list[tuple[Piece, Piece]]:
    """Every way from a stage to the next, in the order of the ladder."""
    stages = {stage.key: stage for stage in desk.rows(Kind.STAGE)}
    return [(stages[start], stages[to]) for start, found in ways(desk).items() for to in found if to in stages]


def by_default(desk: Desk, key: str) -> Piece | None:
    """The stage that follows on the same line where a stage says nothing else."""
    stages = desk.rows(Kind.STAGE)
    place = next((place for place, stage in enumerate(stages) if stage.key == key), None)
    if place is None:
        return None
    line = stages[place].body.get("track") or ""
    return next((stage for stage in stages[place + 1 :] if (stage.body.get("track") or "") == line), None)


def around(desk: Desk, stage: Piece) -> Around:
    """What stands around a stage; nothing if it is retired."""
    stages = desk.rows(Kind.STAGE)
    place = next((place for place, one in enumerate(stages) if one.key == stage.key), None)
    if place is None:
        return Around(None, None, (), (), ())
    ahead = ways(desk)
    moves = {one.key for one in stages if stage.key in (one.body.get("moves") or ())}
    return Around(
        before=stages[place - 1] if place else None,
        after=stages[place + 1] if place + 1 < len(stages) else None,
        comes_from=_named(stages, (key for key, found in ahead.items() if stage.key in found)),
        leads_on=_named(stages, ahead[stage.key]),
        moves=_named(stages, {*moves, *(stage.body.get("moves") or ())}),
    )


def _named(stages: list[Piece], keys: Iterable[str]) -> tuple[Piece, ...]:
    wanted = set(keys)
    return tuple(stage for stage in stages if stage.key in wanted)
