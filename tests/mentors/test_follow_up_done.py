"""What was to be done after a talk is done."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.contents import FollowUp
from tests.assessments.pages import main
from tests.cast import Cast
from tests.mentors.litany import (
    NUL,
    ago,
    form_on,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    talked,
    touches_of,
)


@pytest.fixture
def talk(cast: Cast, ines: str) -> str:
    return talked(cast.ada, ines, follow_ups=(FollowUp("One"), FollowUp("Two", ago(-3))))


def url_of(member: str, talk: str) -> str:
    return f"/board/people/{member}/talks/{talk}/done/"


def test_is_done(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    form = form_on(as_ada, f"/board/people/{ines}/", url_of(ines, talk))
    assert form["number"] == ["0"]
    response = as_ada.post(url_of(ines, talk), form)
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    (touch,) = touches_of(cast.ada, ines)
    assert [item.done_on for item in touch.follow_ups] == [ago(0), None]
    assert [item.words for item in member_of(cast.ada, ines).summary.open] == ["Two"]


def test_sent_twice_it_is_done_once(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    form = form_on(as_ada, f"/board/people/{ines}/", url_of(ines, talk))
    assert [as_ada.post(url_of(ines, talk), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.post(url_of(ines, talk), {"number": "0"}).status_code == 400


@pytest.mark.parametrize("number", ["", "-1", "x", NUL, "99999999999999999999"])
def test_no_such_number(as_ada: Client, cast: Cast, ines: str, talk: str, number: str) -> None:
    response = as_ada.post(url_of(ines, talk), {"number": number, "once": "t" * 22}, follow=True)
    assert "There is nothing of this number to do." in response.content.decode()
    assert "One" in main(response).one("section", id="open").text


def test_a_number_of_another_tab(as_ada: Client, ines: str, talk: str) -> None:
    assert as_ada.post(url_of(ines, talk), {"number": "2", "once": "t" * 22}).status_code == 409


def test_is_an_act_and_no_page(as_ada: Client, ines: str, talk: str) -> None:
    assert as_ada.get(url_of(ines, talk)).status_code == 405


def test_to_others_it_is_not_there(cast: Cast, ines: str, talk: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines, talk), ines, methods=("post",))


def test_signed_out(ines: str, talk: str) -> None:
    leads_to_welcome(url_of(ines, talk))
