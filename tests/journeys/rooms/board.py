"""The pages of a personal board and its seats, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ladders.chart import Chart
from mentors import contents
from mentors.contents import Cadence, FollowUp, Mark, Milestone, Topic, Viewpoint
from mentors.desk import desk_of
from mentors.keeping import add_member, rest, retire_member
from mentors.seating import name_need, retire_seat
from mentors.talking import note_touch
from people.models import Person

# Addresses that are no page of their own: they act or lead on.
ACTS = {"seat_move", "seat_back"}
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze and more words than fit into one line of a narrow page " * 2
VIEWS = (
    Viewpoint("outside", "same", "other", "ahead", "author"),
    Viewpoint("inside", "other", "same", "peer", "colleague"),
    Viewpoint("outside", "other", "other", "behind", "speaker"),
)


def live(person: Person, chart: Chart) -> None:
    """More seats than the picture shows, people in every band and ring, one with all there is to say about her."""
    today = timezone.localdate()
    topics = [Topic(skill.pid, skill.title) for skill in chart.skills]
    needs = [LONG[:200], "Pricing", "رأي صريح", *(f"Need {number}" for number in range(12))]
    seats = [
        name_need(person, contents.Seat(need, today, why=LONG, topic=topics[place], cadence=Cadence(30, 45))).pid
        for place, need in enumerate(needs)
    ]
    retire_seat(person, name_need(person, contents.Seat("Met", today)).pid, words=LONG, on=today)
    people = []
    for place, name in enumerate((f"Ines {LONG[:120]}", "نور حدّاد 🌱", "Kenji Mori", "Ruth", "Farid")):
        began = today - timedelta(days=20 * place)
        member = contents.Member(name, began, seats=tuple(seats[: place + 1]), view=VIEWS[place % 3])
        people.append(add_member(person, member).pid)
    rest(person, people[2], on=today)
    retire_member(person, people[3], words=LONG, on=today)
    add_member(person, full(seats[1], topics[3]))
    items = (FollowUp(LONG[:300], today), FollowUp("Send the deck", today, done_on=today))
    talk = contents.Touch(
        today - timedelta(days=60),
        words=LONG[:300],
        marks=tuple(Mark),
        questions=LONG,
        agenda=LONG,
        notes=LONG,
        advice=LONG,
        plan=LONG,
        gave=LONG,
        topic=topics[0],
        follow_ups=items,
    )
    for days in (60, 90):
        note_touch(person, people[0], contents.Touch(today - timedelta(days=days), "A chat"))
    note_touch(person, people[0], talk)


def full(seat: str, topic: Topic) -> contents.Member:
    """Somebody about whom every field says something."""
    today = timezone.localdate()
    return contents.Member(
        f"Zara {LONG[:150]}",
        today - timedelta(days=90),
        why=LONG,
        how=LONG[:300],
        title=LONG[:300],
        reach=LONG[:300],
        email="zara@example.org",
        phone="+49 30 000",
        link="https://example.org/zara",
        boundaries=LONG,
        view=VIEWS[0],
        strengths=(topic,),
        seats=(seat,),
        met_at="Meeting of the north",
        met_on=today,
        milestones=(Milestone(today, LONG[:300]),),
    )


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    seat = {"seat": next(iter(desk_of(person).open_seats))}
    return {
        "board_show": {},
        "board_settings": {},
        "seat_new": {},
        "seat_reword": seat,
        "seat_retire": seat,
        "seat_people": seat,
    }
