"""Six revealed reviews by three managers, and a session on them that Hal facilitates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from django.test import Client

from assessments.models import Appraisal, Assessment, Rating
from calibration.gathering import Source
from calibration.models import Entry, Session
from calibration.opening import open_session
from ladders.chart import Chart
from ladders.models import Version
from people.models import Notice, Person
from people.notices import sentence
from tests.cast import JOINED, Cast
from tests.factories import PersonFactory

NAMES = tuple(field.name for field in fields(Cast))
TOKEN = "t" * 22
LEVELS: Mapping[str, int | None] = {"delivery": 3, "vision": 2, "design": None}
LONG_AGO = date(2020, 1, 1)


def revealed(person: Person, assessor: Person, levels: Mapping[str, int | None] = LEVELS) -> Assessment:
    """A review in which both have submitted these levels (skill slug → level); gives the assessor's part."""
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    review = Appraisal.begin(person, assessor=assessor, by=assessor, version=version, stage="product-manager")
    skills = dict(version.ladder.library.skills.values_list("slug", "pk"))
    for rater in (person, assessor):
        part = review.start_part(rater)
        Rating._default_manager.bulk_create(
            Rating(assessment=part, skill_id=skills[slug], level=level) for slug, level in levels.items()
        )
        part.submit()
    return Assessment.objects.get(appraisal=review, kind="manager")


def reporting_to(manager: Person, name: str) -> Person:
    person = PersonFactory.create(name=name)
    person.report_to(manager, since=JOINED)
    return person


def rate_all(cast: Cast) -> dict[str, Assessment]:
    """Each of Bo, Xena and Cy has rated two; Ada's and Di's by name."""
    return {
        "ada": revealed(cast.ada, cast.bo),
        "di": revealed(cast.di, cast.bo, {"delivery": 5, "vision": 2}),
        "eve": revealed(cast.eve, cast.xena),
        "ed": revealed(reporting_to(cast.xena, "Ed Novak"), cast.xena),
        "bo": revealed(cast.bo, cast.cy, {"delivery": 4, "vision": 4}),
        "flo": revealed(reporting_to(cast.cy, "Flo Duarte"), cast.cy),
    }


def source(**more: object) -> Source:
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    return Source(version, more.get("round"), more.get("since", LONG_AGO))  # type: ignore[arg-type]  # as given


def hold(cast: Cast, ladder: Chart) -> Session:
    """Hal's session with Bo, Xena and Cy."""
    rate_all(cast)
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    return open_session(source(), title="Spring", by=cast.hal, managers=managers)


def entry_of(session: Session, person: Person) -> Entry:
    return Entry.objects.select_related("assessment__appraisal").get(session=session, assessment__person=person)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def told(person: Person, *kinds: str) -> list[str]:
    """What somebody was told of some kinds, in words, the oldest first."""
    return [sentence(notice) for notice in Notice.objects.filter(person=person, kind__in=kinds).order_by("pk")]
