"""Touchpoints: noting one, changing it, what was promised in it, and telling what became of advice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from mentors import contents
from mentors.desk import Pen, pen
from mentors.keeping import change_member
from mentors.models import Touch
from mentors.seating import Full
from mentors.summing import summary
from people.models import Person
from safeguards.revisions import Stale

MOST = 10_000  # with one person


def note_touch(owner: Person, member: str, touch: contents.Touch) -> tuple[str, bool]:
    """A touchpoint with a member (public id): its own public id, and whether it is new. The same one on the same day,
    written in another tab, is the one that is there. Whoever was snoozed is not any more. Raises Full, Http404.
    """
    with pen(owner) as hand:
        held = hand.desk.member(member)
        there = hand.desk.touches(member)
        same = next((one for one in there.values() if one.contents == touch), None)
        if same:
            return same.pid, False
        if len(there) >= MOST:
            raise Full
        row = Touch.put(hand.board, hand.box, touch, member_id=held.row.pk)
        _sum_up(hand, member, {pid: one.contents for pid, one in there.items()} | {row.pid: touch})
    return row.pid, True


def note_prepared(owner: Person, member: str, touch: contents.Touch, *, taken: bool) -> bool:
    """A touchpoint; with `taken` what was prepared for it is not prepared any more. Whether it is new.

    Raises Full, Http404.
    """
    _pid, fresh = note_touch(owner, member, touch)
    if taken:
        change_member(owner, member, lambda now: replace(now, questions="", gift=""))
    return fresh


def change_touch(owner: Person, member: str, pid: str, facts: dict[str, Any], *, seen: int) -> None:
    """Other facts (fields of `contents.Touch`) about a touchpoint. Raises Stale, Http404."""
    with pen(owner) as hand:
        _change(hand, member, pid, lambda now: replace(now, **facts), seen=seen)


def delete_touch(owner: Person, member: str, pid: str) -> None:
    """Takes a touchpoint away. Raises Http404."""
    with pen(owner) as hand:
        there = hand.desk.touches(member)
        if pid not in there:
            raise Stale
        there[pid].row.delete()
        _sum_up(hand, member, {key: one.contents for key, one in there.items() if key != pid})


def finish(owner: Person, member: str, pid: str, number: int, *, on: date) -> None:
    """The follow-up of this number (from 0) is done. Sent twice it changes nothing. Raises Stale, Http404."""

    def done(touch: contents.Touch) -> contents.Touch:
        if number >= len(touch.follow_ups):
            raise Stale
        items = list(touch.follow_ups)
        items[number] = replace(items[number], done_on=items[number].done_on or on)
        return replace(touch, follow_ups=tuple(items))

    with pen(owner) as hand:
        _change(hand, member, pid, done)


def told(owner: Person, member: str, pid: str, *, on: date) -> None:
    """They know what became of their advice. Sent twice it changes nothing. Raises Stale, Http404."""
    with pen(owner) as hand:
        _change(hand, member, pid, lambda touch: replace(touch, told_on=touch.told_on or on))


def _change(
    hand: Pen, member: str, pid: str, change: Callable[[contents.Touch], contents.Touch], *, seen: int = 0
) -> None:
    there = hand.desk.touches(member)
    if pid not in there:
        raise Stale
    now = change(there[pid].contents)
    there[pid].row.write(hand.box, now, seen=seen or there[pid].revision)
    _sum_up(hand, member, {key: one.contents for key, one in there.items()} | {pid: now})


def _sum_up(hand: Pen, member: str, touches: dict[str, contents.Touch]) -> None:
    """Writes what the touchpoints come to beside the person; a form that is open about them is not in the way."""
    held = hand.desk.member(member)
    now = replace(held.contents, summary=summary(touches), snoozed_until=None)
    held.row.overwrite(hand.box, now)
