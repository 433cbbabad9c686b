"""Somebody is deleted with every talk, after a question."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.models import Member, Touch
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.mentors.litany import client_of, is_not_there, known, leads_to_welcome, queries_of, talked


def url_of(member: str) -> str:
    return f"/board/people/{member}/forget/"


def test_asks_first(as_ada: Client, cast: Cast, ines: str) -> None:
    talked(cast.ada, ines)
    shown = main(as_ada.get(url_of(ines)))
    assert (shown.one("h1").text, shown.one("p", "lede").text) == ("Delete them with every talk?", "Ines Duarte")
    assert "1 talk is deleted with them, for good." in shown.text
    assert Member.objects.count() == 1


def test_deletes_and_nothing_else(as_ada: Client, cast: Cast, ines: str) -> None:
    other = known(cast.ada)
    talked(cast.ada, ines)
    talked(cast.ada, other)
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))))
    assert (response.status_code, response.headers["Location"]) == (302, "/board/people/")
    assert [member.pid for member in Member.objects.all()] == [other]
    assert Touch.objects.count() == 1


def test_sent_twice_it_leads_to_the_same_page(as_ada: Client, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines)))
    assert [as_ada.post(url_of(ines), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.get(url_of(ines)).status_code == 404


def test_without_its_token_it_is_refused(as_ada: Client, ines: str) -> None:
    assert as_ada.post(url_of(ines)).status_code == 400
    assert Member.objects.count() == 1


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)
    assert Member.objects.filter(pid=ines).exists()


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, _number)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(ines)) == 5
