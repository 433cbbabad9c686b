"""What a manager noted with each report: talks, promises, the next challenge. One read for each, for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from ladders.chart import Chart
from people.models import Person
from teams.models import Challenge, Promise, Seat, Talk
from teams.quarter import quarter_name, quarter_of, quarters_apart

LONG_AGO = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the table of talks and promises. `open`: how many promises of the manager are, since `oldest`."""

    person: Person
    talked: date | None
    long_ago: bool
    open: int
    oldest: date | None
    challenge: Next | None


@dataclass(frozen=True, slots=True)
class Next:
    """The next bigger challenge, the name of its quarter, and how many quarters ago that was."""

    words: str
    quarter: str
    ago: int


def next_of(row: Challenge, today: date) -> Next:
    return Next(row.words, quarter_name(row.quarter), quarters_apart(row.quarter, quarter_of(today)))


def kept_with(viewer: Person, people: Iterable[Person]) -> list[Kept]:
    """The table for a manager, in the order of `people`. Three queries."""
    today = timezone.localdate()
    talks = Talk.objects.visible_to(viewer).filter(manager=viewer).order_by()
    talked = dict(talks.values("person").annotate(last=Max("day")).values_list("person", "last"))
    waiting = Promise.objects.visible_to(viewer).filter(manager=viewer).of_manager().open().order_by()
    counted = waiting.values("person").annotate(count=Count("pk"), oldest=Min("at"))
    promised = {one["person"]: (one["count"], timezone.localdate(one["oldest"])) for one in counted}
    rows = Challenge.objects.visible_to(viewer).filter(manager=viewer).order_by("quarter", "at", "pk")
    challenges = {row.person_id: next_of(row, today) for row in rows}
    return [
        Kept(
            person=person,
            talked=talked.get(person.pk),
            long_ago=person.pk in talked and today - talked[person.pk] > LONG_AGO,
            open=promised[person.pk][0] if person.pk in promised else 0,
            oldest=promised[person.pk][1] if person.pk in promised else None,
            challenge=challenges.get(person.pk),
        )
        for person in people
    ]


def promised_by(viewer: Person) -> list[Promise]:
    """The open promises of a manager to their reports, oldest first."""
    own = Promise.objects.visible_to(viewer).filter(manager=viewer).of_manager().open()
    return list(own.oldest_first().select_related("person"))


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is noted between a person and their manager now. `seat` None: nothing said yet."""

    talks: list[Talk]
    waiting: list[Promise]
    closed: list[Promise]
    challenge: Challenge | None
    next: Next | None
    before: list[Next]
    seat: Seat | None

    @property
    def empty(self) -> bool:
        return not (self.talks or self.waiting or self.closed or self.next or self.seat)


SHOWN = 12  # of what is closed, and of talks


def notes_of(viewer: Person, person: Person, manager: Person, chart: Chart | None = None) -> Notes:
    """What `viewer` reads of what the two noted; skills are named in the words of a ladder. Four queries."""
    titles = {skill.pk: skill.title for skill in chart.skills} if chart else {}
    between = {"person": person, "manager": manager}
    rows = Promise.objects.visible_to(viewer).filter(**between).oldest_first()
    promises = list(rows.select_related("person", "manager", "closed_by"))
    for promise in promises:
        promise.skill_title = titles.get(promise.skill_id or 0, "")
    challenges = list(Challenge.objects.visible_to(viewer).filter(**between).select_related("by").latest_first())
    today = timezone.localdate()
    named = [next_of(row, today) for row in challenges]
    closed = [one for one in promises if not one.is_open]
    talks = Talk.objects.visible_to(viewer).filter(**between).select_related("by").latest_first()
    return Notes(
        talks=list(talks[:SHOWN]),
        waiting=[one for one in promises if one.is_open],
        closed=closed[: -SHOWN - 1 : -1],
        challenge=challenges[0] if challenges else None,
        next=named[0] if named else None,
        before=named[1:],
        seat=Seat.objects.visible_to(viewer).filter(**between).select_related("by").first(),
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What a person noted with somebody who is not their manager any more: lines of what, when and its state."""

    manager: Person | None
    talks: list[Talk]
    promises: list[Promise]
    challenges: list[Next]


def notes_before(person: Person, manager: Person | None) -> list[Before]:
    """What a person noted with other managers, for that person alone, the latest first. Three queries."""
    today = timezone.localdate()
    others = Q(person=person) & (~Q(manager=manager) if manager else Q())
    talks = Talk.objects.visible_to(person).filter(others).select_related("manager")
    rows = Promise.objects.visible_to(person).filter(others).select_related("manager")
    challenges = Challenge.objects.visible_to(person).filter(others).select_related("manager")
    found: dict[int | None, Before] = {}
    for row in [*talks.latest_first(), *rows.order_by("-at"), *challenges.latest_first()]:
        there = found.setdefault(row.manager_id, Before(row.manager, [], [], []))
        match row:
            case Talk():
                there.talks.append(row)
            case Promise():
                there.promises.append(row)
            case Challenge():
                there.challenges.append(next_of(row, today))
    return list(found.values())
