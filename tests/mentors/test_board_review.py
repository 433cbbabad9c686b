"""Going round the table once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from ladders.models import Path
from ladders.reading import place_of
from mentors import contents
from mentors.desk import desk_of, pen
from mentors.fitting import question
from mentors.keeping import add_member, add_members, forget_member, rest
from mentors.models import Board
from mentors.talking import note_touch
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.mentors.conftest import TODAY

URL, ONCE = "/board/review/", "t" * 22


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def test_an_empty_board_asks_nothing(as_ada: Client) -> None:
    response = as_ada.get(URL)
    assert "Nothing is on your board yet" in main(response).text
    assert Board.objects.count() == 0


def test_what_nobody_chose_stays(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    before = desk_of(cast.ada)
    form = {name: values[0] for name, values in sent(as_ada.get(URL)).items()}
    assert {form[f"fate-{pid}"] for pid in (seat, ines)} == {"keep"}
    assertRedirects(as_ada.post(URL, form), "/board/")
    after = desk_of(cast.ada)
    assert (after.needs, after.members) == (before.needs, before.members)
    assert after.settings.reviewed_on == timezone.localdate()


def test_seats_and_people_leave_rest_and_come_back(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    kenji, ruth = (add_member(cast.ada, contents.Member(name, TODAY)).pid for name in ("Kenji", "Ruth"))
    rest(cast.ada, ruth, on=TODAY)
    note_touch(cast.ada, ines, contents.Touch(TODAY, "Margins"))
    fates = {seat: "retire", ines: "retire", kenji: "rest", ruth: "back"}
    as_ada.post(URL, {"once": ONCE, **{f"fate-{pid}": fate for pid, fate in fates.items()}})
    desk, today = desk_of(cast.ada), timezone.localdate()
    found = {pid: held.contents for pid, held in desk.members.items()}
    assert desk.needs[seat].retired_on == today
    assert (found[ines].retired_on, found[ines].summary.count) == (today, 1)
    assert (found[kenji].resting_since, found[ruth].resting_since) == (today, None)
    assert len(desk.touches(ines)) == 1


def test_sent_twice_it_is_done_once(as_ada: Client, cast: Cast, ines: str) -> None:
    form = {"once": ONCE, f"fate-{ines}": "rest"}
    as_ada.post(URL, form)
    first = desk_of(cast.ada).members[ines].revision
    assertRedirects(as_ada.post(URL, form), "/board/")
    assert desk_of(cast.ada).members[ines].revision == first


def test_who_was_forgotten_in_another_tab_is_passed_over(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    form = {"once": ONCE, f"fate-{ines}": "rest", f"fate-{seat}": "retire"}
    forget_member(cast.ada, ines)
    assertRedirects(as_ada.post(URL, form), "/board/")
    assert desk_of(cast.ada).needs[seat].retired_on == timezone.localdate()


@pytest.mark.parametrize("fate", ["burn", "\x00"])
def test_a_choice_that_is_not_offered(as_ada: Client, cast: Cast, ines: str, fate: str) -> None:
    response = as_ada.post(URL, {"once": ONCE, f"fate-{ines}": fate})
    assert response.status_code == 422
    assert desk_of(cast.ada).settings.reviewed_on is None


def test_somebody_elses_people_are_not_touched(client: Client, cast: Cast, ines: str) -> None:
    client.force_login(cast.bo)
    client.post(URL, {"once": ONCE, f"fate-{ines}": "retire"})
    assert desk_of(cast.ada).members[ines].contents.retired_on is None


def test_it_is_asked_again_when_the_aim_changes(as_ada: Client, cast: Cast, ladder: Chart, ines: str) -> None:
    PathFactory(person=cast.ada)
    as_ada.post(URL, {"once": ONCE})
    today = timezone.localdate()
    assert question(desk_of(cast.ada), place_of(cast.ada), today) == ""
    Path.objects.filter(person=cast.ada).update(aim="group-pm")
    assert "You chose another aim" in main(as_ada.get(URL)).text


def test_half_a_year_later(as_ada: Client, cast: Cast, ines: str) -> None:
    with pen(cast.ada) as hand:
        day = timezone.localdate() - timedelta(days=183)
        hand.board.set(hand.box, replace(hand.desk.settings, reviewed_on=day))
    assert "It is half a year" in main(as_ada.get(URL)).text


def test_without_the_token_of_a_form(as_ada: Client, ines: str) -> None:
    assert as_ada.post(URL, {f"fate-{ines}": "rest"}).status_code == 400


def test_signed_out(client: Client, db: None) -> None:
    assert client.get(URL).headers["Location"].startswith("/welcome/")


@pytest.mark.parametrize("people", [1, 30])
def test_queries(as_ada: Client, cast: Cast, people: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    add_members(cast.ada, [contents.Member(f"M{number}", TODAY) for number in range(people)])
    with django_assert_num_queries(6):
        as_ada.get(URL)
