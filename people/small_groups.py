"""Counts of people that may be told without telling about anybody: small groups stay hidden, and so does all that
would let somebody work them out.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

LEAST = 5

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Told(Generic[Key]):
    """Some groups that together are everybody: how many people each has, and all of them. None is hidden."""

    everybody: int | None
    groups: Mapping[Key, int | None]


def told(groups: Mapping[Key, int], least: int = LEAST) -> Told[Key]:
    """What may be told about groups of people that do not overlap; each has at least one.

    Groups of fewer than `least` are hidden. The total would give a single one away, and so would several that have
    hardly more people than groups: then the smallest of the others are hidden with them, until each of the hidden
    ones could be anything from 1 to `least`. If that does not help, the total is hidden, too.
    """
    by_size = sorted(groups, key=lambda key: groups[key])
    hidden = [key for key in by_size if groups[key] < least]
    if not hidden:
        return Told(sum(groups.values()), dict(groups))
    others = by_size[len(hidden) :]
    while others and not _safe([groups[key] for key in hidden], least):
        hidden.append(others.pop(0))
    shown = {key: None if key in hidden else count for key, count in groups.items()}
    whole = _safe([groups[key] for key in hidden], least)
    return Told(sum(groups.values()) if whole else None, shown)


def _safe(hidden: list[int], least: int) -> bool:
    """Whether the sum of some groups leaves open, for each of them, everything from 1 to `least`."""
    return len(hidden) > 1 and sum(hidden) - len(hidden) >= least - 1


def part(count: int, whole: int, least: int = LEAST) -> int | None:
    """How many people of a group something is true of; None (hidden) if it is true, or not true, of too few.

    That it is true of nobody, or of everybody, would tell about each of them, so it is hidden as well.
    """
    return count if count >= least and whole - count >= least else None
