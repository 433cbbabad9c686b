"""The list of sessions: those one facilitates or is in."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from calibration.models import Chair, Session
from ladders.chart import Chart
from people.models import Person
from tests.calibration.scenes import NAMES, client_of, hold
from tests.cast import Cast

URL = "/calibration/"


def listed(person: Person) -> bool:
    return "Spring" in client_of(person).get(URL).content.decode()


def test_the_facilitator_and_the_managers_in_it_see_it(cast: Cast, ladder: Chart) -> None:
    hold(cast, ladder)
    seen = [name for name in NAMES if name != "gone" and listed(getattr(cast, name))]
    assert seen == ["bo", "cy", "hal", "xena"]


def test_the_people_team_sees_a_session_that_nobody_facilitates(cast: Cast, ladder: Chart) -> None:
    hold(cast, ladder)
    Session.objects.update(facilitator=cast.gone)
    assert listed(cast.hal)
    Session.objects.update(facilitator=cast.cy)
    assert not listed(cast.hal)


@pytest.mark.parametrize(("name", "there"), [("hal", True), ("cy", True), ("bo", False), ("ada", False)])
def test_who_is_offered_to_open_one(cast: Cast, name: str, there: bool) -> None:
    page = client_of(getattr(cast, name)).get(URL).content.decode()
    assert (reverse("session_new") in page) is there
    assert "No session yet" in page


def test_signed_out(db: None) -> None:

    assert Client().get(URL).status_code == 302


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ladder: Chart, count: int) -> None:
    session = hold(cast, ladder)
    for number in range(1, count):
        more = Session.objects.create(title=f"S{number}", facilitator=cast.hal, version=session.version)
        Chair.objects.create(session=more, manager=cast.bo)
    client = client_of(cast.bo)
    client.get(URL)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) == 6
