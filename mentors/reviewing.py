"""A look at the whole board: who and what stays, rests or leaves, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mentors import contents
from mentors.desk import Pen, pen
from mentors.fitting import Choice, Stand, begun, reviewed
from people.models import Person


def review_board(owner: Person, choices: Mapping[str, Choice], stand: Stand, *, on: date) -> None:
    """Does what was chosen for seats and people (by public id) and remembers where the owner stood.

    What was forgotten in another tab meanwhile is passed over, and what rests or left already stays as it was.
    Raises KeyLost, Damaged.
    """
    with pen(owner) as hand:
        for pid, seat in hand.desk.open_seats.items():
            if choices.get(pid) is Choice.RETIRE:
                seat.row.write(hand.box, replace(seat.contents, retired_on=on), seen=seat.revision)
        for pid, member in hand.desk.sitting.items():
            now = chosen(member.contents, choices.get(pid, Choice.KEEP), on)
            if now != member.contents:
                member.row.write(hand.box, now, seen=member.revision)
        remember(hand, stand, on)


def begin(owner: Person, stand: Stand) -> None:
    """Remembers where the owner stands when their board begins. Raises KeyLost, Damaged."""
    with pen(owner) as hand:
        hand.board.set(hand.box, begun(hand.desk.settings, stand))


def chosen(member: contents.Member, choice: Choice, on: date) -> contents.Member:
    """Somebody after the choice."""
    if choice is Choice.RETIRE:
        return replace(member, retired_on=on, snoozed_until=None)
    if choice is Choice.REST:
        return replace(member, resting_since=member.resting_since or on, snoozed_until=None)
    if choice is Choice.BACK:
        return replace(member, resting_since=None)
    return member


def remember(hand: Pen, stand: Stand, on: date) -> None:
    hand.board.set(hand.box, reviewed(hand.desk.settings, stand, on))
