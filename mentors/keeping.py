"""People on a board: adding, changing, leaving alone, thanking and letting go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from mentors import contents
from mentors.desk import pen
from mentors.models import Member
from mentors.seating import Full
from people.models import Person

MOST = 500


def add_member(owner: Person, member: contents.Member) -> Member:
    """Somebody new. Raises Full, KeyLost."""
    return add_members(owner, [member])[0]


def add_members(owner: Person, members: list[contents.Member]) -> list[Member]:
    """Several at once, all or none. Raises Full, KeyLost."""
    with pen(owner) as hand:
        if len(hand.desk.sitting) + len(members) > MOST:
            raise Full
        return [Member.put(hand.board, hand.box, member) for member in members]


def change_member(
    owner: Person, pid: str, change: Callable[[contents.Member], contents.Member], *, seen: int = 0
) -> None:
    """What `change` makes of somebody; their touchpoints stay as they are. With `seen` (a revision) only if nobody
    changed them since. Raises Stale, Http404.
    """
    with pen(owner) as hand:
        held = hand.desk.member(pid)
        now = replace(change(held.contents), summary=held.contents.summary, added_on=held.contents.added_on)
        if now != held.contents or seen:
            held.row.write(hand.box, now, seen=seen or held.revision)


def change_to(owner: Person, pid: str, facts: dict[str, Any], *, seen: int) -> None:
    """Other facts (fields of `contents.Member`) about somebody. Raises Stale, Http404."""
    change_member(owner, pid, lambda member: replace(member, **facts), seen=seen)


def snooze(owner: Person, pid: str, *, until: date) -> None:
    """They are not due before this day. Raises Http404."""
    change_member(owner, pid, lambda member: replace(member, snoozed_until=until))


def rest(owner: Person, pid: str, *, on: date | None) -> None:
    """They are never due until the owner says so again; with `on` None they are back. Raises Http404."""
    change_member(
        owner,
        pid,
        lambda member: replace(member, resting_since=on and (member.resting_since or on), snoozed_until=None),
    )


def retire_member(owner: Person, pid: str, *, words: str, on: date) -> None:
    """They leave the board, with what was written about them. Sent twice it changes nothing. Raises Http404."""
    change_member(
        owner,
        pid,
        lambda member: (
            member if member.retired_on else replace(member, retired_on=on, retired_words=words, snoozed_until=None)
        ),
    )


def bring_back_member(owner: Person, pid: str) -> None:
    """They are on the board again, from a rest, a pause or from those who were let go. Raises Full, Http404."""
    with pen(owner) as hand:
        held = hand.desk.member(pid)
        if held.contents.retired_on and len(hand.desk.sitting) >= MOST:
            raise Full
        back = replace(held.contents, retired_on=None, retired_words="", resting_since=None, snoozed_until=None)
        if back != held.contents:
            held.row.write(hand.box, back, seen=held.revision)


def forget_member(owner: Person, pid: str) -> None:
    """Deletes somebody with every touchpoint, for good. Raises Http404."""
    with pen(owner) as hand:
        hand.desk.member(pid).row.delete()
