"""Naming a need."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from mentors import contents
from mentors.contents import Cadence, Topic
from mentors.desk import desk_of
from mentors.keeping import add_members
from mentors.seating import MOST, name_need
from tests.assessments.litany import every, rated
from tests.assessments.pages import errors, links, main
from tests.cast import Cast
from tests.factories import PathFactory
from tests.mentors.litany import NOUR, NUL, ago, form_on, leads_to_welcome, queries_of

URL = "/board/seats/new/"


def seats(cast: Cast) -> list[contents.Seat]:
    return [held.contents for held in desk_of(cast.ada).open_seats.values()]


def test_a_need_is_a_seat(as_ada: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory(person=cast.ada)
    skill = ladder.skill["delivery"]
    form = form_on(as_ada, URL) | {"need": NOUR, "why": "Because", "topic": skill.pid, "rhythm": "monthly"}
    answer = as_ada.post(URL, form)
    (seat,) = seats(cast)
    assert (seat.need, seat.why, seat.topic, seat.cadence, seat.opened_on) == (
        NOUR,
        "Because",
        Topic(skill.pid, skill.title),
        Cadence(30, 45),
        ago(0),
    )
    assertRedirects(answer, f"/board/seats/{next(iter(desk_of(cast.ada).seats))}/people/")


def test_sent_twice_it_is_one(as_ada: Client, cast: Cast) -> None:
    form = form_on(as_ada, URL) | {"need": "Pricing"}
    first, second = as_ada.post(URL, form), as_ada.post(URL, form)
    assert (first.headers["Location"], len(seats(cast))) == (second.headers["Location"], 1)


def test_suggestions_fill_it_in(as_ada: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory(person=cast.ada)
    rated(cast.ada, every(ladder, 1))
    offered = links(main(as_ada.get(URL)))
    skill = next((url, words) for url, words in offered if "?skill=" in url)
    form = form_on(as_ada, skill[0])
    assert (form["need"], form["topic"]) == ([skill[1]], [skill[0].partition("=")[2]])
    need = next((url, words) for url, words in offered if "?need=" in url)
    form = form_on(as_ada, need[0])
    assert (form["need"], bool(form["why"][0])) == ([need[1]], True)
    for odd in ("?skill=x", "?need=x", f"?need={NOUR}"):
        assert form_on(as_ada, URL + odd)["need"] == [""]


def test_what_is_a_seat_already_is_not_suggested(as_ada: Client, cast: Cast) -> None:
    before = links(main(as_ada.get(URL)))
    name_need(cast.ada, contents.Seat("Hard stakeholder", opened_on=ago(1)))
    gone = set(before) - set(links(main(as_ada.get(URL))))
    assert gone == {("/board/seats/new/?need=stakeholder", "Hard stakeholder")}


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("need", ""),
        ("need", "x" * 201),
        ("need", NUL),
        ("why", "x" * 20_001),
        ("why", NUL),
        ("topic", "x"),
        ("rhythm", "hourly"),
        ("wish", "0"),
        ("wish", "1101"),
        ("wish", "soon"),
        ("worst", "0"),
        ("worst", "-3"),
    ],
)
def test_wrong_input_is_said_beside_its_field(
    as_ada: Client, cast: Cast, ladder: Chart, field: str, wrong: str
) -> None:
    PathFactory(person=cast.ada)
    form = form_on(as_ada, URL) | {"need": "Pricing", "rhythm": "custom", "wish": "20"} | {field: wrong}
    answer = as_ada.post(URL, form)
    assert (answer.status_code, set(errors(answer)), seats(cast)) == (422, {field}, [])


def test_a_rhythm_of_ones_own(as_ada: Client, cast: Cast) -> None:
    form = form_on(as_ada, URL) | {"need": "Pricing", "rhythm": "custom"}
    assert set(errors(as_ada.post(URL, form))) == {"wish"}
    assert set(errors(as_ada.post(URL, form | {"wish": "30", "worst": "20"}))) == {"worst"}
    as_ada.post(URL, form | {"wish": "30", "worst": "60"})
    assert [seat.cadence for seat in seats(cast)] == [Cadence(30, 60)]


def test_a_full_table_says_so_and_keeps_what_was_typed(as_ada: Client, cast: Cast) -> None:
    for number in range(MOST):
        name_need(cast.ada, contents.Seat(str(number), opened_on=ago(1)))
    answer = as_ada.post(URL, form_on(as_ada, URL) | {"need": "One more"})
    assert answer.status_code == 422
    assert "Your board is full" in main(answer).text
    assert main(answer).one("input", name="need").attrs["value"] == "One more"


def test_signed_out() -> None:
    leads_to_welcome(URL)


def test_queries(as_ada: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory(person=cast.ada)
    name_need(cast.ada, contents.Seat("A", opened_on=ago(1)))
    few = queries_of(as_ada, URL)
    for number in range(29):
        name_need(cast.ada, contents.Seat(str(number), opened_on=ago(1)))
    add_members(cast.ada, [contents.Member("M", ago(1)) for _number in range(30)])
    assert queries_of(as_ada, URL) == few
