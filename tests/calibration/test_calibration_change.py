"""The page on which a manager changes their own rating within a session."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calibration.models import RatingChange, Session
from ladders.chart import Chart
from people.models import Person, Reading
from tests.calibration.scenes import NAMES, TOKEN, client_of, entry_of, hold
from tests.cast import Cast

FORM = {"level": "4", "reason": "Two products, not one.", "seen": "0", "once": TOKEN}


@pytest.fixture
def session(cast: Cast, ladder: Chart) -> Session:
    return hold(cast, ladder)


@pytest.fixture
def url(cast: Cast, ladder: Chart, session: Session) -> str:
    rating = entry_of(session, cast.ada).assessment
    return f"/calibration/{session.pid}/ratings/{rating.pid}/{ladder.skill['delivery'].pid}/"


@pytest.fixture
def bo(cast: Cast) -> Client:
    return client_of(cast.bo)


def rows() -> list[tuple[Any, ...]]:
    return list(RatingChange.objects.order_by("pk").values_list("before", "after", "reason"))


def test_shows_what_was_given_and_the_ladders_words(url: str, bo: Client) -> None:
    page = bo.get(url).content.decode()
    assert "You gave 3 Owning." in page
    assert "Ships valuable increments predictably" in page
    assert "checked" not in page


def test_keeps_a_change_once_however_often_it_is_sent(session: Session, url: str, bo: Client) -> None:
    answers = [bo.post(url, FORM) for _press in range(2)]
    assert [answer.headers["Location"] for answer in answers] == [f"/calibration/{session.pid}/#delivery"] * 2
    assert rows() == [(3, 4, "Two products, not one.")]
    assert "Two products, not one." in bo.get(url).content.decode()


def test_also_to_cannot_say(url: str, bo: Client) -> None:
    bo.post(url, FORM | {"level": "none"})
    assert rows() == [(3, None, "Two products, not one.")]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"reason": " "}, "This field is required."),
        ({"level": ""}, "This field is required."),
        ({"level": "9"}, "Select a valid choice."),
        ({"level": "3"}, "This is the level that holds already."),
        ({"reason": "x" * 4001}, "at most 4000 characters"),
    ],
)
def test_wrong_input_stays_with_the_error_beside_it(url: str, bo: Client, wrong: dict[str, str], says: str) -> None:
    answer = bo.post(url, FORM | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert (FORM | wrong)["reason"].strip() in page
    assert rows() == []


def test_two_tabs_show_both_texts(url: str, bo: Client) -> None:
    bo.post(url, FORM)
    answer = bo.post(url, FORM | {"level": "2", "reason": "My second thought.", "once": "u" * 22})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ["Two products, not one." in page, "My second thought." in page, 'value="1"' in page] == [True] * 3
    bo.post(url, FORM | {"level": "2", "reason": "My second thought.", "once": "v" * 22, "seen": "1"})
    assert rows() == [(3, 4, "Two products, not one."), (4, 2, "My second thought.")]


def test_a_session_closed_meanwhile_keeps_what_was_typed(cast: Cast, session: Session, url: str, bo: Client) -> None:
    session.close(by=cast.hal)
    answer = bo.post(url, FORM)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ["closed meanwhile" in page, "Two products, not one." in page, "Keep the change" in page] == [
        True,
        True,
        False,
    ]
    assert rows() == []


def test_closed_it_shows_what_was_changed_and_no_form(cast: Cast, session: Session, url: str, bo: Client) -> None:
    bo.post(url, FORM)
    session.close(by=cast.hal)
    page = bo.get(url).content.decode()
    assert ["Two products, not one." in page, "<textarea" in page] == [True, False]


def test_nobody_else_opens_it(cast: Cast, url: str) -> None:
    statuses = {name: client_of(getattr(cast, name)).get(url).status_code for name in NAMES if name != "gone"}
    assert statuses == dict.fromkeys(statuses, 404) | {"bo": 200}


def test_a_person_who_changed_manager_is_gone(cast: Cast, url: str, bo: Client) -> None:
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert bo.get(url).status_code == 404
    assert bo.post(url, FORM).status_code == 404
    assert client_of(cast.xena).get(url).status_code == 404


def test_a_skill_that_was_not_rated_is_not_there(ladder: Chart, url: str, bo: Client) -> None:
    other = url.replace(ladder.skill["delivery"].pid, ladder.skill["business"].pid)
    assert bo.get(other).status_code == 404


def test_a_manager_switched_off_opens_nothing(cast: Cast, url: str, bo: Client) -> None:
    Person.objects.filter(pk=cast.bo.pk).update(is_active=False)
    assert bo.get(url).status_code == 302


def test_what_is_read_is_noted(cast: Cast, url: str, bo: Client) -> None:
    bo.get(url)
    assert Reading.objects.filter(person=cast.ada, reader=cast.bo, page="calibration_change").count() == 1


def test_signed_out(url: str) -> None:
    assert Client().get(url).status_code == 302


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ladder: Chart, session: Session, url: str, bo: Client, count: int) -> None:
    entry, skill = entry_of(session, cast.ada), ladder.skill["delivery"].pk
    for number in range(count):
        RatingChange.make(entry, skill, after=1 + number % 2, reason="Why.", by=cast.bo, seen=number)
    bo.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert bo.get(url).status_code == 200
    assert len(queries) == 5
