"""Deleting a talk, after a question."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.mentors.litany import (
    ago,
    client_of,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    queries_of,
    talked,
    touches_of,
)


@pytest.fixture
def talk(cast: Cast, ines: str) -> str:
    return talked(cast.ada, ines, words="A talk")


def url_of(member: str, talk: str) -> str:
    return f"/board/people/{member}/talks/{talk}/delete/"


def test_asks_first(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    shown = main(as_ada.get(url_of(ines, talk)))
    assert (shown.one("h1").text, "A talk" in shown.text) == ("Delete this talk?", True)
    assert len(touches_of(cast.ada, ines)) == 1


def test_deletes_it_and_nothing_else(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    talked(cast.ada, ines, 50, words="Before")
    assert member_of(cast.ada, ines).summary.last_words == "A talk"
    response = as_ada.post(url_of(ines, talk), sent(as_ada.get(url_of(ines, talk))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    summary = member_of(cast.ada, ines).summary
    assert (summary.count, summary.last_on, summary.last_words) == (1, ago(50), "Before")


def test_sent_twice_it_leads_to_the_same_page(as_ada: Client, ines: str, talk: str) -> None:
    form = sent(as_ada.get(url_of(ines, talk)))
    assert [as_ada.post(url_of(ines, talk), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.get(url_of(ines, talk)).status_code == 404


def test_without_its_token_it_is_refused(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    assert as_ada.post(url_of(ines, talk)).status_code == 400
    assert len(touches_of(cast.ada, ines)) == 1


def test_to_others_it_is_not_there(cast: Cast, ines: str, talk: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines, talk), ines)
    assert len(touches_of(cast.ada, ines)) == 1


def test_signed_out(ines: str, talk: str) -> None:
    leads_to_welcome(url_of(ines, talk))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, talk: str, count: int) -> None:
    for number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, number)
    # session, person, board, seats, people, talks
    assert queries_of(client_of(cast.ada), url_of(ines, talk)) == 6
