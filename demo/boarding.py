"""The personal boards of four demo people, as their owners would have written them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from demo.board_stories import ADVISERS, NEEDS, Adviser, Need, Talk
from demo.filling import HOST
from demo.roster import ROSTER
from ladders.chart import Chart
from mentors import contents
from mentors.cadence import CHOICES
from mentors.contents import Mark, Ring, Topic, Viewpoint, Way
from mentors.desk import Pen, pen
from mentors.fitting import Stand, reviewed
from mentors.models import Member, Seat, Touch
from mentors.summing import summary
from people.models import Person

OPENED, REVIEWED, MET = 400, 120, 95  # days ago


def fill_boards(chart: Chart, today: date) -> None:
    """Writes them, as of `today`, for those who are there. Raises KeyLost where the server's key is lost."""
    for name in NEEDS:
        owner = Person.objects.made_up().filter(email=f"{name}@{HOST}").first()
        if owner:
            with pen(owner) as hand:
                fill_board(hand, name, chart, today)


def fill_board(hand: Pen, name: str, chart: Chart, today: date) -> None:
    seats = {
        need.need: Seat.put(hand.board, hand.box, seat(need, place, chart, today)).pid
        for place, need in enumerate(NEEDS[name], start=1)
    }
    for adviser in ADVISERS[name]:
        add(hand, adviser, seats, today)
    looked = reviewed(contents.Settings(), stand(name, chart), today - timedelta(days=REVIEWED))
    hand.board.set(hand.box, looked)


def stand(name: str, chart: Chart) -> Stand:
    """Where somebody stood when they last looked at their board; Ada has chosen her aim since."""
    row = next(row for row in ROSTER if row.address == name)
    return Stand(f"{chart.ladder}/{row.steps[-1][0]}", "" if name == "ada" else f"{chart.ladder}/{row.aim}")


def seat(need: Need, place: int, chart: Chart, today: date) -> contents.Seat:
    skill = chart.skill.get(need.skill)
    return contents.Seat(
        need.need,
        opened_on=today - timedelta(days=OPENED),
        why=need.why,
        topic=Topic(skill.pid, skill.title) if skill else None,
        cadence=CHOICES[need.rhythm],
        place=place,
    )


def add(hand: Pen, adviser: Adviser, seats: dict[str, str], today: date) -> None:
    """Somebody with their talks, and what these come to."""
    member = contents.Member(
        adviser.name,
        added_on=today - timedelta(days=OPENED - 30),
        title=adviser.title,
        why=adviser.why,
        ring=Ring(adviser.ring),
        way=Way(adviser.way),
        view=Viewpoint(*adviser.view),
        seats=tuple(seats[need] for need in adviser.needs),
        cadence=CHOICES.get(adviser.rhythm),
        resting_since=today - timedelta(days=60) if adviser.rests else None,
        met_on=today - timedelta(days=MET) if "met_at" in adviser.more else None,
    )
    member = replace(member, **adviser.more)  # type: ignore[arg-type]  # its own fields, by name
    row = Member.put(hand.board, hand.box, member)
    talks = [talk(one, today) for one in adviser.talks]
    told = {Touch.put(hand.board, hand.box, one, member_id=row.pk).pid: one for one in talks}
    row.overwrite(hand.box, replace(member, summary=summary(told)))


def talk(one: Talk, today: date) -> contents.Touch:
    on = today - timedelta(days=one.ago)
    due = None if one.due is None else today + timedelta(days=one.due)
    return contents.Touch(
        on,
        words=one.words,
        marks=tuple(Mark(mark) for mark in one.marks),
        advice=one.advice,
        gave=one.gave,
        follow_ups=(contents.FollowUp(one.follow_up, due),) if one.follow_up else (),
        told_on=on + timedelta(days=5) if one.told else None,
    )
