"""How one rule for when a stage is met differs from another."""

from __future__ import annotations

from ladders.changes.change import Change, Direction, Weight
from ladders.changes.said import Said, say
from ladders.changes.spots import Spot, written
from ladders.exchange.schema import Rule
from ladders.needs import All, Miss, Needs, Points, Share
from ladders.rule import rule


def rule_changed(spot: Spot, text: str, before: Rule, after: Rule) -> Change:
    """A rule that is written differently; `text` says it with `%(before)s` and `%(after)s`, where it is another."""
    if before.needs == after.needs:
        return written(spot)
    said = say(text, before=Said(rule(before.needs)), after=Said(rule(after.needs)))
    return Change(said, Weight.MAJOR, spot.where, direction(before.needs, after.needs))


def direction(before: Needs, after: Needs) -> Direction:
    """Whether a rule asks more or less than another; SAME where it cannot be said."""
    if before == after:
        return Direction.SAME
    if _asks_at_least(after, before):
        return Direction.MORE
    return Direction.LESS if _asks_at_least(before, after) else Direction.SAME


def _asks_at_least(one: Needs, other: Needs) -> bool:
    """Whether whoever meets the first rule meets the second as well, whatever a stage expects."""
    match one, other:
        case All(), Share() | Miss(above=0):
            return True
        case Share(much), Share(little):
            return much >= little
        case Points(many), Points(few):
            return many >= few
        case Miss(), Miss():
            return one.skills <= other.skills and one.by <= other.by and one.above >= other.above
    return False
