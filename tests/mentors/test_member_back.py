"""Somebody comes back, from a rest or from those who were let go."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors import keeping
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.mentors.litany import ago, client_of, is_not_there, known, leads_to_welcome, member_of, queries_of


@pytest.fixture
def olga(cast: Cast) -> str:
    return known(cast.ada, "Olga", retired_on=ago(9), retired_words="Moved", resting_since=ago(20))


def url_of(member: str) -> str:
    return f"/board/people/{member}/back/"


def test_comes_back(as_ada: Client, cast: Cast, olga: str) -> None:
    assert member_of(cast.ada, olga).retired_on
    response = as_ada.post(url_of(olga), sent(as_ada.get(url_of(olga))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{olga}/")
    found = member_of(cast.ada, olga)
    assert (found.retired_on, found.retired_words, found.resting_since) == (None, "", None)


def test_whoever_is_there_stays_there(as_ada: Client, cast: Cast, ines: str) -> None:
    before = member_of(cast.ada, ines)
    as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))))
    assert member_of(cast.ada, ines) == before


def test_a_full_board_says_so(as_ada: Client, cast: Cast, olga: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known(cast.ada)
    monkeypatch.setattr(keeping, "MOST", 1)
    response = as_ada.post(url_of(olga), sent(as_ada.get(url_of(olga))))
    assert (response.status_code, "Your board is full." in main(response).text) == (422, True)
    assert member_of(cast.ada, olga).retired_on == ago(9)


def test_sent_twice(as_ada: Client, olga: str) -> None:
    form = sent(as_ada.get(url_of(olga)))
    assert [as_ada.post(url_of(olga), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.post(url_of(olga)).status_code == 400


def test_to_others_it_is_not_there(cast: Cast, olga: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(olga), olga)


def test_signed_out(olga: str) -> None:
    leads_to_welcome(url_of(olga))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, olga: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(olga)) == 5
