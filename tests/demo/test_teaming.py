"""What the demo's managers and their reports noted."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.models import Share
from demo.opening import open_demo
from people.models import Person
from teams.models import Challenge, CoachOffer, Promise, Seat, Talk
from teams.quarter import quarter_of

TODAY = date(2026, 6, 4)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo(db: None) -> Person:
    for _progress in open_demo(TODAY):
        pass
    return Person.objects.get(email="bo@demo.example")


def test_every_state_is_there_to_look_at(bo: Person) -> None:
    promises = Promise.objects.filter(manager=bo)
    assert {(one.side, bool(one.kept_at), bool(one.dropped_at)) for one in promises} >= {
        ("manager", False, False),
        ("person", False, False),
        ("manager", True, False),
        ("manager", False, True),
    }
    assert {row.role for row in Seat.objects.all()} == {"yes", "no", "unknown"}
    quarters = set(Challenge.objects.filter(manager=bo).values_list("quarter", flat=True))
    assert max(quarters) == quarter_of(TODAY) > min(quarters)
    assert Talk.objects.filter(manager=bo).count() >= 5
    assert CoachOffer.objects.count() >= 5


def test_it_is_between_people_who_report_to_each_other(bo: Person) -> None:
    for model in (Talk, Promise, Challenge, Seat):
        for row in model._default_manager.select_related("person", "manager"):
            assert Person.objects.managing(row.person, TODAY).get() == row.manager
            assert row.at.date() <= TODAY
    for share in Share.objects.all():
        assert Person.objects.managing(share.evidence.person, TODAY).get() == share.reader
