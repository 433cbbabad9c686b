"""Short words for rounds: one that is open, its reviews, and both parts of one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from assessments.models import Appraisal, Assessment
from assessments.sheet import sheet_of
from ladders.models import Version
from people.models import Duty, Person
from reviews.models import KeptPart, Round
from reviews.opening import open_round
from tests.factories import PathFactory


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def day(ahead: int) -> date:
    return timezone.localdate() + timedelta(days=ahead)


def placed(*people: Person, stage: str = "product-manager", aim: str = "senior-pm") -> None:
    """Gives people a place on the default ladder."""
    for person in people:
        PathFactory.create(person=person, stage=stage, aim=aim)


def planned(by: Person, people: list[Person], *, own: bool | None = None, **more: Any) -> Round:
    """A round for some people by name, of a manager for the own reports unless the duty says otherwise."""
    reports = not by.holds(Duty.Kind.PEOPLE)
    values = {"title": "Summer", "form": "full", "opens_on": day(0), "closes_on": day(21), "remind_days": [7, 2]}
    values |= {"group": Round.Group.CHOSEN, "own_reports": reports if own is None else own} | more
    made = Round.objects.create(by=by, **values)
    made.name_people(people, {})
    return made


def opened(by: Person, people: list[Person], **more: Any) -> Round:
    """The same, open: a review for each of the people, who all have a place."""
    made = planned(by, people, **more)
    assert open_round(made, by=by) == len(people)
    return made


def review_of(person: Person) -> Appraisal:
    return Appraisal.objects.latest_first().filter(person=person)[0]


def part_of(review: Appraisal, rater: Person, level: int | None = 3, *, only: int | None = None) -> Assessment:
    """What one of the two answered so far: all of it, or the first few questions."""
    part = review.start_part(rater)
    for question in sheet_of(part).questions[:only]:
        part.ratings.create(skill_id=question.skill.pk, level=level)
    return part


def submitted(review: Appraisal, rater: Person, level: int | None = 3) -> Assessment:
    part = part_of(review, rater, level)
    part.submit()
    return part


def kept_by(person: Person) -> KeptPart:
    return KeptPart._default_manager.get(writer=person)


def told(person: Person) -> list[str]:
    """The kinds of what somebody was told, the oldest first."""
    return list(person.notices.order_by("pk").values_list("kind", flat=True))


def version_one() -> Version:
    return Version.objects.published().get(ladder__slug="product-management", number=1)
