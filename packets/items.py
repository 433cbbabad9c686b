"""Which item of evidence says most about a skill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

STRENGTHS = ("outcome", "artefact", "seen", "own")  # the values of Evidence.Strength, strongest first
SEEN = STRENGTHS.index("seen")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of evidence: public id, what happened and when, how strong (of `STRENGTHS`), where to see it, the
    skills it shows (primary keys) and the names of those who said that they saw it.
    """

    pid: str
    title: str
    day: date
    strength: str
    link: str = ""
    skills: frozenset[int] = frozenset()
    seen_by: tuple[str, ...] = ()


def weight(item: Item) -> tuple[int, int, int, str]:
    """What items are ordered by, the strongest first: how strong, how many saw it, how late, and the id.

    One's own word counts as seen once somebody says that they saw it.
    """
    strength = STRENGTHS.index(item.strength)
    if item.seen_by:
        strength = min(strength, SEEN)
    return strength, -len(item.seen_by), -item.day.toordinal(), item.pid


def showing(items: Iterable[Item], skill: int) -> list[Item]:
    """The items that show a skill (primary key), the strongest first."""
    return sorted((item for item in items if skill in item.skills), key=weight)


def strongest(items: Iterable[Item], skill: int, picked: str = "") -> Item | None:
    """The item that stands for a skill: the one picked (public id) if it is still there and still shows it."""
    found = showing(items, skill)
    return next((item for item in found if item.pid == picked), found[0] if found else None)
