"""Letting a seat go."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from mentors import contents
from mentors.desk import desk_of
from mentors.keeping import add_members
from mentors.seating import name_need
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.mentors.litany import NUL, ago, form_on, is_not_there, leads_to_welcome, queries_of


def url_of(seat: str) -> str:
    return f"/board/seats/{seat}/retire/"


def test_it_goes_with_its_words_and_its_people_stay(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    assert "Ines Duarte" in main(as_ada.get(url_of(seat))).text
    assertRedirects(as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"words": "Met"}), "/board/")
    desk = desk_of(cast.ada)
    kept = desk.seat(seat).contents
    assert (kept.retired_on, kept.retired_words, list(desk.open_seats)) == (ago(0), "Met", [])
    assert not desk.member(ines).contents.retired_on


def test_sent_twice_it_goes_once(as_ada: Client, cast: Cast, seat: str) -> None:
    form = form_on(as_ada, url_of(seat)) | {"words": "Met"}
    assert [as_ada.post(url_of(seat), form).status_code for _time in range(2)] == [302, 302]
    assert desk_of(cast.ada).seat(seat).revision == 2


def test_two_tabs(as_ada: Client, cast: Cast, seat: str) -> None:
    one, other = (form_on(as_ada, url_of(seat)) | {"words": words} for words in ("One", "Other"))
    assert [as_ada.post(url_of(seat), form).status_code for form in (one, other)] == [302, 302]
    assert desk_of(cast.ada).seat(seat).contents.retired_words == "One"


@pytest.mark.parametrize("wrong", ["x" * 301, NUL])
def test_wrong_input(as_ada: Client, cast: Cast, seat: str, wrong: str) -> None:
    answer = as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"words": wrong})
    assert (answer.status_code, set(errors(answer))) == (422, {"words"})
    assert desk_of(cast.ada).seat(seat).contents.retired_on is None


def test_not_there_for_others(cast: Cast, seat: str) -> None:
    is_not_there((cast.bo, cast.root), url_of(seat), seat)


def test_signed_out(cast: Cast, seat: str) -> None:
    leads_to_welcome(url_of(seat))


def test_queries(as_ada: Client, cast: Cast, seat: str) -> None:
    few = queries_of(as_ada, url_of(seat))
    for number in range(29):
        name_need(cast.ada, contents.Seat(str(number), opened_on=ago(1)))
    add_members(cast.ada, [contents.Member("M", ago(1), seats=(seat,)) for _number in range(30)])
    assert queries_of(as_ada, url_of(seat)) == few
