"""Closing a session: whoever facilitates it, or the people team if nobody does any more."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calibration.models import Session
from ladders.chart import Chart
from people.models import Person
from tests.calibration.scenes import NAMES, TOKEN, client_of, hold, told
from tests.cast import Cast


@pytest.fixture
def session(cast: Cast, ladder: Chart) -> Session:
    return hold(cast, ladder)


def close(session: Session, person: Person, token: str = TOKEN) -> int:
    return client_of(person).post(f"/calibration/{session.pid}/close/", {"once": token}).status_code


def test_closes_it_and_tells_the_managers(cast: Cast, session: Session) -> None:
    assert [close(session, cast.hal), close(session, cast.hal)] == [302, 302]
    session.refresh_from_db()
    assert (session.is_open, session.closed_by) == (False, cast.hal)
    words = "Hal Nakamura closed the calibration “Spring”. No rating is changed in it any more."
    assert [told(person, "session_closed") for person in (cast.bo, cast.ada)] == [[words], []]


def test_a_second_person_is_told_that_it_is_closed(cast: Cast, session: Session) -> None:
    session.close(by=cast.hal)
    client = client_of(cast.hal)
    answer = client.get(f"/calibration/{session.pid}/close/", follow=True)
    assert "The session is closed already." in answer.content.decode()
    answer = client.post(f"/calibration/{session.pid}/close/", {"once": "u" * 22}, follow=True)
    assert "The session is closed already." in answer.content.decode()
    assert told(cast.bo, "session_closed") == []


def test_who_may(cast: Cast, session: Session) -> None:
    url = f"/calibration/{session.pid}/close/"
    statuses = {name: client_of(getattr(cast, name)).get(url).status_code for name in NAMES if name != "gone"}
    known = {"hal": 200, "bo": 403, "cy": 403, "xena": 403}
    assert statuses == dict.fromkeys(statuses, 404) | known
    assert close(session, cast.bo) == 403


def test_the_people_team_closes_what_nobody_facilitates(cast: Cast, session: Session) -> None:
    Session.objects.update(facilitator=None)
    assert close(session, cast.hal) == 302
    session.refresh_from_db()
    assert not session.is_open


def test_signed_out(session: Session) -> None:
    assert Client().get(f"/calibration/{session.pid}/close/").status_code == 302


def test_queries(cast: Cast, session: Session) -> None:
    client = client_of(cast.hal)
    client.get(f"/calibration/{session.pid}/close/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/calibration/{session.pid}/close/").status_code == 200
    assert len(queries) == 7
