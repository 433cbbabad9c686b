"""Seats: naming a need, saying it differently, letting it go; and how full a week may be."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from mentors import contents
from mentors.desk import Desk, pen
from mentors.models import Seat
from people.models import Person
from safeguards.revisions import Stale

MOST = 40


class Full(Exception):
    """There are as many seats, or people, as a board holds."""


def name_need(owner: Person, seat: contents.Seat) -> Seat:
    """A new seat behind the others. Raises Full, KeyLost."""
    with pen(owner) as hand:
        if len(hand.desk.open_seats) >= MOST:
            raise Full
        places = [held.contents.place for held in hand.desk.seats.values()]
        return Seat.put(hand.board, hand.box, replace(seat, place=max(places, default=0) + 1))


def change_seat(owner: Person, pid: str, seat: contents.Seat, *, seen: int) -> None:
    """Other words for a seat; its place stays. Raises Stale, Http404."""
    with pen(owner) as hand:
        held = hand.desk.seat(pid)
        kept = replace(seat, place=held.contents.place, opened_on=held.contents.opened_on)
        held.row.write(hand.box, kept, seen=seen)


def move_seat(owner: Person, pid: str, *, up: bool) -> None:
    """One place up or down among those that are open. At the end it stays where it is. Raises Http404."""
    with pen(owner) as hand:
        hand.desk.seat(pid)
        order = list(hand.desk.open_seats)
        if pid not in order:
            raise Stale
        at = order.index(pid)
        to = at - 1 if up else at + 1
        if not 0 <= to < len(order):
            return
        order[at], order[to] = order[to], order[at]
        for place, key in enumerate(order, start=1):
            held = hand.desk.seats[key]
            if held.contents.place != place:
                held.row.overwrite(hand.box, replace(held.contents, place=place))


def retire_seat(owner: Person, pid: str, *, words: str, on: date) -> None:
    """The need is met, or none any more; whoever held the seat stays on the board. Sent twice it changes nothing.

    Raises Http404.
    """
    with pen(owner) as hand:
        held = hand.desk.seat(pid)
        if not held.contents.retired_on:
            gone = replace(held.contents, retired_on=on, retired_words=words)
            held.row.write(hand.box, gone, seen=held.revision)


def bring_back_seat(owner: Person, pid: str) -> None:
    """A retired seat is open again. Raises Full, Http404."""
    with pen(owner) as hand:
        held = hand.desk.seat(pid)
        if len(hand.desk.open_seats) >= MOST:
            raise Full
        back = replace(held.contents, retired_on=None, retired_words="")
        held.row.write(hand.box, back, seen=held.revision)


def sit(owner: Person, seat: str, members: set[str], *, seen: str | None = None) -> None:
    """Exactly these people (public ids) hold the seat. With `seen` (see `holders_mark`) only if nobody was seated
    or left since. Raises Stale, Http404.
    """
    with pen(owner) as hand:
        hand.desk.seat(seat)
        if seen is not None and seen != holders_mark(hand.desk, seat):
            raise Stale
        for pid in members:
            hand.desk.member(pid)
        for pid, held in hand.desk.sitting.items():
            holds = seat in held.contents.seats
            if holds != (pid in members):
                others = tuple(one for one in held.contents.seats if one != seat)
                seats = (*others, seat) if pid in members else others
                held.row.write(hand.box, replace(held.contents, seats=seats), seen=held.revision)


def holders_mark(desk: Desk, seat: str) -> str:
    """Tells one choice of people for a seat from another: 16 characters."""
    return hashlib.sha256(" ".join(sorted(held.pid for held in desk.at(seat))).encode()).hexdigest()[:16]


def settle(owner: Person, *, per_week: int, digest: int | None, seen: int) -> None:
    """How many people may be due in a week, and the day of the mail (Monday is 0). Raises Stale, KeyLost."""
    with pen(owner) as hand:
        now = replace(hand.desk.settings, per_week=per_week, digest=digest)
        hand.board.settle(hand.box, now, seen=seen)
