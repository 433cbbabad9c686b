"""Counts of people that may be told without telling about anybody: small groups stay hidden, and so does all that
would let somebody work them out. What is told is rounded down to fives, so that two counts subtracted from each
other, or one asked for twice with a person between, give nobody away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

LEAST = 5
STEP = 5  # counts are told in steps of this

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer", bound=Hashable)


def coarse(count: int) -> int:
    """A count rounded down to fives: there are this many or more."""
    return count - count % STEP


@dataclass(frozen=True, slots=True)
class Told(Generic[Key]):
    """Some groups that together are everybody: how many people each has at least, and all of them. None is hidden."""

    everybody: int | None
    groups: Mapping[Key, int | None]


def told(groups: Mapping[Key, int], least: int = LEAST) -> Told[Key]:
    """What may be told about groups of people that do not overlap; each has at least one. Rounded down to fives.

    Groups of fewer than `least` are hidden. The total would give a single one away, and so would several that have
    hardly more people than groups: then the smallest of the others are hidden with them, until each of the hidden
    ones could be anything from 1 to `least`. If that does not help, the total is hidden, too.
    """
    by_size = sorted(groups, key=lambda key: groups[key])
    hidden = [key for key in by_size if groups[key] < least]
    if not hidden:
        return Told(coarse(sum(groups.values())), {key: coarse(count) for key, count in groups.items()})
    others = by_size[len(hidden) :]
    while others and not _safe([groups[key] for key in hidden], least):
        hidden.append(others.pop(0))
    shown = {key: None if key in hidden else coarse(count) for key, count in groups.items()}
    whole = _safe([groups[key] for key in hidden], least)
    return Told(coarse(sum(groups.values())) if whole else None, shown)


def _safe(hidden: list[int], least: int) -> bool:
    """Whether the sum of some groups leaves open, for each of them, everything from 1 to `least`."""
    return len(hidden) > 1 and sum(hidden) - len(hidden) >= least - 1


def part(count: int, whole: int, least: int = LEAST) -> int | None:
    """How many people of a group something is true of, rounded down to fives; None (hidden) if it is true, or not
    true, of too few.

    That it is true of nobody, or of everybody, would tell about each of them, so it is hidden as well.
    """
    return coarse(count) if count >= least and whole - count >= least else None


def answers(given: Mapping[tuple[Key, Answer], int], whole: int, least: int = LEAST) -> int | None:
    """How many answers of some kinds the people of a group gave, at least; None if none of them may be told.

    `given`: question and answer → how many people gave it; everybody answers a question once or not at all. `whole`:
    how many people there are. Each answer is rounded for itself before they are added. So whoever chooses which ones
    are counted, and moves the choice by one answer, learns how that answer is rounded and nothing about one person.
    What nearly everybody answers to a question is left out.
    """
    by_question: defaultdict[Key, int] = defaultdict(int)
    for (question, _answer), count in given.items():
        by_question[question] += part(count, whole, least) or 0
    return sum(count for count in by_question.values() if count <= coarse(whole) - least) or None
