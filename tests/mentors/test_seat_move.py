"""A seat one place up or down."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from mentors import contents
from mentors.desk import desk_of
from mentors.seating import name_need, retire_seat
from tests.assessments.pages import filled_in, main
from tests.cast import Cast
from tests.mentors.litany import ago, is_not_there, leads_to_welcome


@pytest.fixture
def seats(cast: Cast) -> list[str]:
    return [name_need(cast.ada, contents.Seat(need, opened_on=ago(1))).pid for need in "ABC"]


def url_of(seat: str) -> str:
    return f"/board/seats/{seat}/move/"


def needs(cast: Cast) -> str:
    return "".join(held.contents.need for held in desk_of(cast.ada).open_seats.values())


def move(client: Client, seat: str, to: str) -> dict[str, object]:
    """What the buttons of the board's page send."""
    forms = main(client.get("/board/")).all("form", action=url_of(seat))
    return {**filled_in(forms[0]), "to": to}


def test_up_and_down(as_ada: Client, cast: Cast, seats: list[str]) -> None:
    answer = as_ada.post(url_of(seats[2]), move(as_ada, seats[2], "up"))
    assertRedirects(answer, "/board/#seats")
    assert needs(cast) == "ACB"
    as_ada.post(url_of(seats[0]), move(as_ada, seats[0], "down"))
    assert needs(cast) == "CAB"


def test_the_ends_have_no_button(as_ada: Client, seats: list[str]) -> None:
    page = main(as_ada.get("/board/"))
    buttons = [[one.attrs["value"] for one in page.one("form", action=url_of(seat)).all("button")] for seat in seats]
    assert buttons == [["down"], ["up", "down"], ["up"]]


def test_sent_twice_it_moves_once(as_ada: Client, cast: Cast, seats: list[str]) -> None:
    form = move(as_ada, seats[2], "up")
    for _time in range(2):
        as_ada.post(url_of(seats[2]), form)
    assert needs(cast) == "ACB"


@pytest.mark.parametrize("to", ["", "left", "a\x00b"])
def test_any_other_way_changes_nothing(as_ada: Client, cast: Cast, seats: list[str], to: str) -> None:
    assert as_ada.post(url_of(seats[1]), move(as_ada, seats[1], to)).status_code == 302
    assert needs(cast) == "ABC"


def test_one_that_was_let_go_meanwhile(as_ada: Client, cast: Cast, seats: list[str]) -> None:
    form = move(as_ada, seats[1], "up")
    retire_seat(cast.ada, seats[1], words="", on=ago(0))
    assert as_ada.post(url_of(seats[1]), form).status_code == 409


def test_not_there_for_others(cast: Cast, seats: list[str]) -> None:
    is_not_there((cast.bo, cast.root), url_of(seats[0]), seats[0], methods=("post",))


def test_it_cannot_be_read(as_ada: Client, seats: list[str]) -> None:
    assert as_ada.get(url_of(seats[0])).status_code == 405


def test_signed_out(cast: Cast, seats: list[str]) -> None:
    leads_to_welcome(url_of(seats[0]))
