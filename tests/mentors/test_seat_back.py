"""A seat that was let go is at the table again."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from mentors import contents
from mentors.desk import desk_of
from mentors.seating import MOST, name_need, retire_seat
from tests.assessments.pages import Sent, filled_in, main
from tests.cast import Cast
from tests.mentors.litany import ago, is_not_there, leads_to_welcome


@pytest.fixture
def gone(cast: Cast, seat: str) -> str:
    retire_seat(cast.ada, seat, words="Met", on=ago(9))
    return seat


def url_of(seat: str) -> str:
    return f"/board/seats/{seat}/back/"


def form_of(client: Client, seat: str) -> Sent:
    return filled_in(main(client.get("/board/")).one("form", action=url_of(seat)))


def test_it_is_back(as_ada: Client, cast: Cast, gone: str) -> None:
    form = form_of(as_ada, gone)
    for _time in range(2):
        assertRedirects(as_ada.post(url_of(gone), form), "/board/")
    held = desk_of(cast.ada).open_seats[gone]
    assert (held.contents.retired_words, held.revision) == ("", 3)


def test_a_full_table_says_so(as_ada: Client, cast: Cast, gone: str) -> None:
    for number in range(MOST):
        name_need(cast.ada, contents.Seat(str(number), opened_on=ago(1)))
    answer = as_ada.post(url_of(gone), form_of(as_ada, gone), follow=True)
    assert "Let one go first" in main(answer).text
    assert desk_of(cast.ada).seat(gone).contents.retired_on


def test_without_its_token_nothing_happens(as_ada: Client, cast: Cast, gone: str) -> None:
    assert as_ada.post(url_of(gone)).status_code == 400
    assert gone not in desk_of(cast.ada).open_seats


def test_not_there_for_others(cast: Cast, gone: str) -> None:
    is_not_there((cast.bo, cast.root), url_of(gone), gone, methods=("post",))


def test_it_cannot_be_read(as_ada: Client, gone: str) -> None:
    assert as_ada.get(url_of(gone)).status_code == 405


def test_signed_out(cast: Cast, gone: str) -> None:
    leads_to_welcome(url_of(gone))
