"""Opening a session: first who could be in it, then the act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from calibration.models import Entry, Session
from ladders.chart import Chart
from tests.calibration.scenes import TOKEN, client_of, hold, rate_all, reporting_to, revealed
from tests.cast import Cast

URL = "/calibration/new/"


def form(ladder: Chart, **more: Any) -> dict[str, Any]:
    return {
        "title": "Spring",
        "version": ladder.version,
        "round": "since",
        "since": "2020-01-01",
        "once": TOKEN,
    } | more


def chosen(cast: Cast, *names: str) -> dict[str, Any]:
    return {"asked": "1", "managers": [getattr(cast, name).pid for name in names], "open": "1"}


@pytest.fixture
def hal(cast: Cast) -> Client:
    return client_of(cast.hal)


def test_first_shows_who_could_be_in_it(cast: Cast, ladder: Chart, hal: Client) -> None:
    rate_all(cast)
    page = hal.post(URL, form(ladder)).content.decode()
    assert [name in page for name in ("Bo Lindqvist", "Cy Haddad", "Xena Papadopoulou", "Eve Mokoena")] == [
        True,
        True,
        True,
        False,
    ]
    assert "Open the session" in page
    assert not Session.objects.exists()


def test_then_opens_it(cast: Cast, ladder: Chart, hal: Client) -> None:
    rate_all(cast)
    sent: Mapping[str, Any] = form(ladder) | chosen(cast, "bo", "cy", "xena")
    answers = [hal.post(URL, sent) for _press in range(2)]
    session = Session.objects.get()
    assert [answer.headers["Location"] for answer in answers] == [f"/calibration/{session.pid}/"] * 2
    assert (session.title, session.facilitator, session.entries.count()) == ("Spring", cast.hal, 6)


def test_only_with_the_managers_that_were_chosen(cast: Cast, ladder: Chart, hal: Client) -> None:
    rate_all(cast)
    for number in range(2):
        revealed(reporting_to(cast.eve, f"Below Eve {number}"), cast.eve)
    hal.post(URL, form(ladder) | chosen(cast, "bo", "cy", "eve"))
    assert Entry.objects.filter(assessment__assessor=cast.xena).count() == 0
    assert Entry.objects.count() == 6


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"title": ""}, "This field is required."),
        ({"since": ""}, "Choose a day, or a round above."),
        ({"since": "soon"}, "Enter a valid date."),
        ({"round": "A" * 16}, "Select a valid choice."),
        ({"version": "\x00"}, "Select a valid choice."),
        ({"title": "x" * 121}, "at most 120 characters"),
    ],
)
def test_wrong_input_stays_with_the_error_beside_it(
    cast: Cast, ladder: Chart, hal: Client, wrong: dict[str, str], says: str
) -> None:
    answer = hal.post(URL, form(ladder, open="1", **wrong))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Session.objects.exists()


def test_too_few_open_nothing(cast: Cast, ladder: Chart, hal: Client) -> None:
    rate_all(cast)
    answer = hal.post(URL, form(ladder) | chosen(cast, "bo", "cy"))
    assert answer.status_code == 422
    assert "three managers or more" in answer.content.decode()
    assert not Session.objects.exists()


def test_nobody_at_all_is_said(cast: Cast, ladder: Chart, hal: Client) -> None:
    page = hal.post(URL, form(ladder)).content.decode()
    assert "That is too few." in page
    assert "Open the session</button>" not in page


def test_reviews_in_another_session_are_gone_from_the_choice(cast: Cast, ladder: Chart, hal: Client) -> None:
    hold(cast, ladder)
    answer = hal.post(URL, form(ladder) | chosen(cast, "bo", "cy", "xena"))
    assert answer.status_code == 422
    assert Session.objects.count() == 1


@pytest.mark.parametrize(("name", "status"), [("hal", 200), ("cy", 200), ("bo", 403), ("ada", 403), ("lin", 403)])
def test_who_may(cast: Cast, ladder: Chart, name: str, status: int) -> None:
    client = client_of(getattr(cast, name))
    assert (client.get(URL).status_code, client.post(URL, form(ladder)).status_code) == (status, status)


@pytest.mark.django_db
def test_signed_out() -> None:
    assert Client().get(URL).status_code == 302


@pytest.mark.parametrize("count", [0, 30])
def test_queries(cast: Cast, ladder: Chart, hal: Client, count: int) -> None:
    rate_all(cast)
    for number in range(count):
        revealed(reporting_to(cast.xena, f"P{number}"), cast.xena, {"delivery": 3})
    hal.get(URL)
    with CaptureQueriesContext(connection) as queries:
        assert hal.post(URL, form(ladder)).status_code == 200
    assert len(queries) == 13
