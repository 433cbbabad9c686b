"""Somebody is not due before a day."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.mentors.litany import ago, client_of, is_not_there, known, leads_to_welcome, member_of, queries_of, talked


def url_of(member: str) -> str:
    return f"/board/people/{member}/snooze/"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ({"weeks": ["2"]}, 14),
        ({"weeks": ["13"]}, 91),
        ({"weeks": [""], "until": [f"{ago(-5):%Y-%m-%d}"]}, 5),
        ({"weeks": ["1"], "until": [f"{ago(-5):%Y-%m-%d}"]}, 7),
    ],
)
def test_waits(as_ada: Client, cast: Cast, ines: str, said: dict[str, list[str]], days: int) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | said)
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    assert member_of(cast.ada, ines).snoozed_until == ago(-days)


def test_a_talk_ends_it(as_ada: Client, cast: Cast, ines: str) -> None:
    as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))))
    talked(cast.ada, ines)
    assert member_of(cast.ada, ines).snoozed_until is None


@pytest.mark.parametrize(
    "until", ["", f"{ago(0):%Y-%m-%d}", f"{ago(9):%Y-%m-%d}", "9999-12-31", "0001-01-01", "soon", "a\x00b"]
)
def test_says_what_to_fix(as_ada: Client, cast: Cast, ines: str, until: str) -> None:
    form = sent(as_ada.get(url_of(ines))) | {"weeks": [""], "until": [until]}
    response = as_ada.post(url_of(ines), form)
    assert (response.status_code, set(errors(response))) == (422, {"until"})
    assert member_of(cast.ada, ines).snoozed_until is None


def test_a_choice_that_is_none(as_ada: Client, ines: str) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | {"weeks": ["0"]})
    assert (response.status_code, "weeks" in errors(response)) == (422, True)


def test_sent_twice(as_ada: Client, cast: Cast, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines)))
    assert [as_ada.post(url_of(ines), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.post(url_of(ines), {"weeks": "2"}).status_code == 400


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(ines)) == 5
