"""The linter's advice at the place of the draft that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from drafts.assembling import piece_at
from drafts.desk import Desk
from ladders.linter import RULES, Rule

RULE = {rule.id: rule for rule in RULES}
DEEP = 2  # steps of a path inside a piece that name a place: "levels/3", "at/senior"


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice: the rule behind it, and what to do."""

    rule: Rule
    message: str


Hints = dict[tuple[str, str], list[Hint]]


def hints_of(desk: Desk) -> Hints:
    """The hints by piece (public id) and place: "levels/3" and so on, "" for the piece as a whole."""
    found: Hints = {}
    for advice in desk.advice:
        piece = piece_at(advice.path, desk.found.rows)
        if piece is None:
            continue
        inside = [str(step) for step in advice.path[2:]]
        place = "/".join(inside[:DEEP]) if len(inside) >= DEEP else ""
        found.setdefault((piece.pid, place), []).append(Hint(RULE[advice.rule], advice.message))
    return found
