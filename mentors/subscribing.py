"""The calendar's address: made, replaced, taken back; and what it shows."""

from __future__ import annotations

from dataclasses import replace

from mentors.desk import pen
from mentors.models import Feed
from people.models import Person


def keep_feed(owner: Person, categories: tuple[str, ...], *, names: bool) -> None:
    """What the calendar shows from now on. Raises KeyLost, Damaged."""
    with pen(owner) as hand:
        hand.board.set(hand.box, replace(hand.desk.settings, feed=categories, feed_names=names))


def issue_feed(owner: Person) -> str:
    """The token of a new address; the one before stops working. Raises KeyLost, Damaged."""
    with pen(owner) as hand:
        return Feed.issue(hand.board)


def revoke_feed(owner: Person) -> None:
    """No address works any more. Twice it changes nothing. Raises KeyLost, Damaged."""
    with pen(owner) as hand:
        Feed.revoke(hand.board)
