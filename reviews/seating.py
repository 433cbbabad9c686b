"""Who gets a review in a round, with whom and against what; and who does not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Left(StrEnum):
    """Why somebody is left out."""

    OFF = "off"  # the account is switched off
    ONESELF = "oneself"  # nobody opens a review of themselves
    NOT_YOURS = "not_yours"  # does not report to the manager whose round it is
    OPEN = "open"  # a review is open already
    NO_PLACE = "no_place"
    OTHER_LADDER = "other_ladder"
    NO_STAGE = "no_stage"  # their stage is not in that version
    NO_ASSESSOR = "no_assessor"  # nobody manages them, or that account is switched off


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about somebody on a day (all ids are primary keys). `named`: who was appointed to rate them."""

    person: int
    here: bool
    oneself: bool
    allowed: bool
    reviewed: bool
    ladder: int | None
    stage: str
    manager: int | None
    named: int | None


@dataclass(frozen=True, slots=True)
class List:
    """What is rated on a ladder: a version (primary key), and for each stage (its id) the stages that follow it."""

    version: int
    after: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Seat:
    """A review to begin. `target` is the stage after theirs, "" at an end or a fork: what somebody aims for is theirs
    to tell. `appointed`: the assessor is not their manager.
    """

    person: int
    assessor: int
    ladder: int
    version: int
    stage: str
    target: str
    appointed: bool


def seat(facts: Facts, lists: Mapping[int, List]) -> Seat | Left:
    """The review that somebody gets, or why there is none. `lists`: ladder → what is rated on it in this round."""
    if not facts.here:
        return Left.OFF
    if facts.oneself:
        return Left.ONESELF
    if not facts.allowed:
        return Left.NOT_YOURS
    if facts.reviewed:
        return Left.OPEN
    if facts.ladder is None:
        return Left.NO_PLACE
    rated = lists.get(facts.ladder)
    if rated is None:
        return Left.OTHER_LADDER
    if facts.stage not in rated.after:
        return Left.NO_STAGE
    assessor = facts.manager or facts.named
    if assessor is None or assessor == facts.person:
        return Left.NO_ASSESSOR
    after = rated.after[facts.stage]
    return Seat(
        facts.person,
        assessor,
        facts.ladder,
        rated.version,
        facts.stage,
        after[0] if len(after) == 1 else "",
        facts.manager is None,
    )


def below(head: int, lines: Iterable[tuple[int, int]]) -> set[int]:
    """Everybody below somebody, at any depth; `lines` are (person, manager). A loop ends where it began."""
    reports: dict[int, list[int]] = {}
    for person, manager in lines:
        reports.setdefault(manager, []).append(person)
    found: set[int] = set()
    waiting = [head]
    while waiting:
        for person in reports.get(waiting.pop(), ()):
            if person not in found and person != head:
                found.add(person)
                waiting.append(person)
    return found
