"""How the demo's lines came to be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from demo.filling import HOST
from people.models import Person, Reading, ReportingLine
from people.readings import words
from tests.demo.conftest import TODAY

pytestmark = pytest.mark.usefixtures("kept_demo")


def one(address: str) -> Person:
    return Person.objects.get(email=f"{address}@{HOST}")


def test_every_line_was_written_down_by_somebody_else() -> None:
    lines = ReportingLine.objects.select_related("by", "person")
    assert [line for line in lines if line.by is None or line.at is None or line.by == line.person] == []
    assert lines.count() <= sum(person.acts.count() for person in Person.objects.all())


def test_one_change_is_coming_and_those_it_concerns_are_told() -> None:
    (line,) = ReportingLine.objects.filter(since__gt=TODAY)
    assert (line.person, line.manager) == (one("oskar"), one("rajeswari"))
    assert list(Person.objects.managing(line.person, TODAY)) == [one("bo")]
    for person in (line.person, line.manager, one("bo")):
        told = person.notices.filter(kind__startswith="line_", detail=line.since.isoformat())
        assert [timezone.localdate(notice.at) for notice in told] == [TODAY - timedelta(days=5)]


def test_ada_can_look_up_who_has_read_about_her() -> None:
    read = Reading.objects.visible_to(one("ada"))
    assert set(read.values_list("page", flat=True)) <= words().keys()
    assert read.count() >= 5
