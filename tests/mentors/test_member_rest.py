"""Somebody rests: never due, until the owner says so again."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.cadence import Band
from mentors.desk import desk_of
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.mentors.litany import ago, client_of, is_not_there, known, leads_to_welcome, member_of, queries_of


def url_of(member: str) -> str:
    return f"/board/people/{member}/rest/"


def test_asks_first(as_ada: Client, cast: Cast, ines: str) -> None:
    assert main(as_ada.get(url_of(ines))).one("h1").text == "Let them rest"
    assert member_of(cast.ada, ines).resting_since is None


def test_rests(as_ada: Client, cast: Cast, ines: str) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    assert member_of(cast.ada, ines).resting_since == ago(0)
    assert desk_of(cast.ada).rhythms(ago(-999))[ines].band is Band.RESTING


def test_sent_twice(as_ada: Client, cast: Cast, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines)))
    assert [as_ada.post(url_of(ines), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.post(url_of(ines)).status_code == 400


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)
    assert member_of(cast.ada, ines).resting_since is None


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(ines)) == 5
