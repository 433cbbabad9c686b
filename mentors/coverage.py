"""Whom the owner can ask about what is open for them, and which seat hangs on one person. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentors.contents import Member, Seat, Topic


@dataclass(frozen=True, slots=True)
class Alone:
    """A seat that one person alone holds: its public id, its need, and their name."""

    seat: str
    need: str
    name: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """`nobody`: open gaps about which nobody can be asked, in the order they were given; `asked`: how many there are
    with somebody.
    """

    nobody: tuple[Topic, ...]
    asked: int
    alone: tuple[Alone, ...]

    @property
    def gaps(self) -> int:
        return len(self.nobody) + self.asked


def coverage(gaps: Iterable[Topic], seats: Mapping[str, Seat], members: Iterable[Member]) -> Coverage:
    """`gaps`: skills below what the owner's aim asks; `seats` by public id.

    Somebody can be asked about a skill if it is a strength of theirs, or of a seat that they hold. Whoever rests or
    left cannot be asked, so a seat that only they hold is held by nobody here.
    """
    open_seats = {pid: seat for pid, seat in seats.items() if not seat.retired_on}
    there = [member for member in members if not member.retired_on and not member.resting_since]
    covered = {topic.pid for member in there for topic in member.strengths}
    covered |= {
        topic.pid
        for member in there
        for pid in member.seats
        if pid in open_seats and (topic := open_seats[pid].topic)
    }
    found = list(gaps)
    nobody = tuple(topic for topic in found if topic.pid not in covered)
    return Coverage(nobody, len(found) - len(nobody), tuple(held_by_one(open_seats, there)))


def held_by_one(seats: Mapping[str, Seat], members: list[Member]) -> Iterable[Alone]:
    for pid, seat in seats.items():
        holders = [member.name for member in members if pid in member.seats]
        if len(holders) == 1:
            yield Alone(pid, seat.need, holders[0])
