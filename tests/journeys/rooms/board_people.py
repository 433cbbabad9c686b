"""The pages about the people on a personal board: tests/journeys/rooms/board.py fills the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from ladders.chart import Chart
from mentors.contents import FollowUp, Mark, Member, Ring, Touch
from mentors.desk import desk_of
from mentors.keeping import add_members, change_member
from mentors.talking import note_touch
from people.models import Person
from tests.journeys.rooms.board import LONG

# Addresses that are no page of their own: they act or lead on.
ACTS = {"follow_up_done"}
ASK = f"{LONG[:60]} changed our plan. Would you keep the small plan, or wait? No need to answer."


def live(person: Person, chart: Chart) -> None:
    """Sixty more people, so that the list has pages; thirty talks with one of whom everything is prepared."""
    today = timezone.localdate()
    add_members(person, [Member(f"{number} {LONG[:60]}", today, title=LONG[:300]) for number in range(60)])
    add_members(person, [Member("Olga", today, ring=Ring.PEERS)])
    pid = whom(person)
    change_member(person, pid, lambda member: replace(member, ask=ASK, questions=LONG, gift=LONG))
    for number in range(30):
        day = today - timedelta(days=number)
        items = (FollowUp(LONG[:300], day), FollowUp("Done", done_on=day))
        touch = Touch(day, f"{number} {LONG[:200]}", tuple(Mark), notes=LONG, advice=LONG, follow_ups=items)
        note_touch(person, pid, touch)


def whom(person: Person) -> str:
    """The one about whom most is noted."""
    return next(held.pid for held in desk_of(person).sitting.values() if held.contents.name.startswith("Zara"))


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    member = {"member": whom(person)}
    touch = {**member, "touch": next(iter(desk_of(person).touches(member["member"])))}
    names = ("show", "edit", "snooze", "rest", "back", "retire", "forget", "prepare", "ask")
    return {
        "member_list": {},
        "member_new": {},
        **{f"member_{name}": member for name in names},
        "touch_new": member,
        **{f"touch_{name}": touch for name in ("edit", "delete", "told")},
    }
