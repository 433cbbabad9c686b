"""Other words for a seat."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from mentors import contents
from mentors.contents import Topic
from mentors.desk import desk_of
from mentors.keeping import add_members
from mentors.seating import name_need, retire_seat
from tests.assessments.pages import errors, page
from tests.cast import Cast
from tests.factories import PathFactory
from tests.mentors.litany import NUL, ago, form_on, is_not_there, leads_to_welcome, queries_of


def url_of(seat: str) -> str:
    return f"/board/seats/{seat}/"


def need(cast: Cast, seat: str) -> str:
    return desk_of(cast.ada).seat(seat).contents.need


def test_changes_it(as_ada: Client, cast: Cast, seat: str) -> None:
    form = form_on(as_ada, url_of(seat))
    assert form["need"] == ["Pricing strategy"]
    assertRedirects(as_ada.post(url_of(seat), form | {"need": "Prices", "rhythm": "weekly"}), "/board/")
    kept = desk_of(cast.ada).seat(seat).contents
    assert (kept.need, kept.cadence and kept.cadence.wish, kept.place) == ("Prices", 7, 1)


def test_a_skill_of_another_ladder_stays(as_ada: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory(person=cast.ada)
    gone = Topic("a" * 16, "Servers")
    seat = name_need(cast.ada, contents.Seat("A", opened_on=ago(1), topic=gone)).pid
    as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"need": "B"})
    assert desk_of(cast.ada).seat(seat).contents.topic == gone


def test_a_retired_one_stays_retired(as_ada: Client, cast: Cast, seat: str) -> None:
    retire_seat(cast.ada, seat, words="Met", on=ago(1))
    as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"need": "Prices"})
    kept = desk_of(cast.ada).seat(seat).contents
    assert (kept.need, kept.retired_words, kept.retired_on) == ("Prices", "Met", ago(1))


def test_sent_twice_it_is_changed_once(as_ada: Client, cast: Cast, seat: str) -> None:
    form = form_on(as_ada, url_of(seat)) | {"need": "Prices"}
    assert [as_ada.post(url_of(seat), form).status_code for _time in range(2)] == [302, 302]
    assert desk_of(cast.ada).seat(seat).revision == 2


@pytest.mark.parametrize("seen", ["1", "", "7"])
def test_a_change_in_another_tab_is_not_overwritten(as_ada: Client, cast: Cast, seat: str, seen: str) -> None:
    old = form_on(as_ada, url_of(seat)) | {"why": "From the old tab", "seen": seen}
    as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {"need": "From the new tab"})
    answer = as_ada.post(url_of(seat), old)
    assert (answer.status_code, need(cast, seat)) == (409, "From the new tab")
    assert "From the old tab" in [area.text for area in page(answer).all("textarea")]


@pytest.mark.parametrize(("field", "wrong"), [("need", ""), ("need", NUL), ("why", "x" * 20_001), ("wish", "0")])
def test_wrong_input(as_ada: Client, cast: Cast, seat: str, field: str, wrong: str) -> None:
    answer = as_ada.post(url_of(seat), form_on(as_ada, url_of(seat)) | {field: wrong})
    assert (answer.status_code, set(errors(answer)), need(cast, seat)) == (422, {field}, "Pricing strategy")


def test_not_there_for_others(cast: Cast, seat: str) -> None:
    is_not_there((cast.bo, cast.hal, cast.root), url_of(seat), seat)
    name_need(cast.bo, contents.Seat("Own", opened_on=ago(1)))
    is_not_there((cast.bo,), url_of(seat), seat)


def test_signed_out(cast: Cast, seat: str) -> None:
    leads_to_welcome(url_of(seat))


def test_queries(as_ada: Client, cast: Cast, seat: str) -> None:
    few = queries_of(as_ada, url_of(seat))
    for number in range(29):
        name_need(cast.ada, contents.Seat(str(number), opened_on=ago(1)))
    add_members(cast.ada, [contents.Member("M", ago(1)) for _number in range(30)])
    assert queries_of(as_ada, url_of(seat)) == few
