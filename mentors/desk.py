"""A board as it lies before its owner, opened: everything but the touchpoints. Three queries, however much it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from django.db import transaction
from django.http import Http404

from mentors import contents
from mentors.cadence import Rhythm, rhythm, spread
from mentors.models import Board, Member, Seat, Touch
from mentors.models.private import Private
from mentors.sealing import Box
from people.models import Person

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Held(Generic[Kind]):
    """A row and what is in it."""

    row: Private
    contents: Kind

    @property
    def pid(self) -> str:
        return self.row.pid

    @property
    def revision(self) -> int:
        return self.row.revision


@dataclass(frozen=True)
class Desk:
    """A board that is open. `seats` and `members` by public id, in their order, with those that were retired."""

    owner: Person
    board: Board | None = None
    box: Box | None = None
    settings: contents.Settings = field(default_factory=contents.Settings)
    seats: Mapping[str, Held[contents.Seat]] = field(default_factory=dict)
    members: Mapping[str, Held[contents.Member]] = field(default_factory=dict)

    @cached_property
    def needs(self) -> dict[str, contents.Seat]:
        """The seats by public id, retired ones included."""
        return {pid: held.contents for pid, held in self.seats.items()}

    @cached_property
    def open_seats(self) -> dict[str, Held[contents.Seat]]:
        return {pid: held for pid, held in self.seats.items() if not held.contents.retired_on}

    @cached_property
    def sitting(self) -> dict[str, Held[contents.Member]]:
        """Everybody who was not retired."""
        return {pid: held for pid, held in self.members.items() if not held.contents.retired_on}

    def at(self, seat: str) -> list[Held[contents.Member]]:
        """Who holds a seat (public id)."""
        return [held for held in self.sitting.values() if seat in held.contents.seats]

    def seat(self, pid: str) -> Held[contents.Seat]:
        """Raises Http404."""
        return _known(self.seats, pid)

    def member(self, pid: str) -> Held[contents.Member]:
        """Raises Http404."""
        return _known(self.members, pid)

    def board_box(self) -> Box:
        """What opens it. Raises Http404 where there is no board yet."""
        if self.box is None:
            raise Http404
        return self.box

    def rhythms(self, today: date) -> dict[str, Rhythm]:
        """How it stands with everybody who was not retired, at most so many due in a week as the owner wants."""
        alone = {pid: rhythm(held.contents, self.needs, today) for pid, held in self.sitting.items()}
        met = [held.contents.summary.last_on for held in self.members.values()]
        days = [day for day in met if day]
        return spread(alone, per_week=self.settings.per_week, met=days, today=today)

    def touches(self, member: str) -> dict[str, Held[contents.Touch]]:
        """The touchpoints with a member (public id), the latest first. One query. Raises Http404."""
        row, box = self.member(member).row, self.board_box()
        found = [Held(touch, touch.read(box)) for touch in Touch.objects.visible_to(self.owner).with_member(row.pk)]
        found.sort(key=lambda held: (held.contents.on, held.row.pk), reverse=True)
        return {held.pid: held for held in found}


def _known(rows: Mapping[str, Held[Kind]], pid: str) -> Held[Kind]:
    if pid not in rows:
        raise Http404
    return rows[pid]


def desk_of(owner: Person) -> Desk:
    """The owner's board, empty if there is none. Raises KeyLost, Damaged."""
    board = Board.objects.visible_to(owner).select_related("owner").first()
    return opened(board, owner) if board else Desk(owner)


def opened(board: Board, owner: Person) -> Desk:
    """A board, read. Raises KeyLost, Damaged."""
    box = board.box()
    seats = [Held(row, row.read(box)) for row in Seat.objects.visible_to(owner).on(board)]
    members = [Held(row, row.read(box)) for row in Member.objects.visible_to(owner).on(board)]
    seats.sort(key=lambda held: (held.contents.place, held.row.pk))
    members.sort(key=lambda held: (held.contents.name.casefold(), held.row.pk))
    return Desk(
        owner,
        board,
        box,
        board.settings(box),
        {held.pid: held for held in seats},
        {held.pid: held for held in members},
    )


@dataclass(frozen=True, slots=True)
class Pen:
    """What writes on a board that is locked."""

    board: Board
    box: Box
    desk: Desk


@contextmanager
def pen(owner: Person) -> Iterator[Pen]:
    """The owner's board, locked until the end: whoever writes on it in another tab waits. Made if there is none.

    Raises KeyLost, Damaged.
    """
    with transaction.atomic():
        own = Board.objects.visible_to(owner).select_for_update(of=("self",))
        board = own.select_related("owner").get(pk=Board.of(owner).pk)
        desk = opened(board, owner)
        yield Pen(board, desk.board_box(), desk)
