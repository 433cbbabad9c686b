"""How the owner wants their board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from mentors import contents
from mentors.desk import desk_of, pen
from mentors.keeping import add_members
from tests.assessments.pages import errors
from tests.cast import Cast
from tests.mentors.litany import ago, client_of, form_on, leads_to_welcome, queries_of

URL = "/board/settings/"


def kept(cast: Cast) -> tuple[int, int | None]:
    settings = desk_of(cast.ada).settings
    return settings.per_week, settings.digest


def test_what_is_chosen_is_kept(as_ada: Client, cast: Cast) -> None:
    form = form_on(as_ada, URL)
    assert (form["per_week"], form["digest"]) == (["2"], [""])
    assertRedirects(as_ada.post(URL, form | {"per_week": "3", "digest": "0"}), "/board/")
    assert kept(cast) == (3, 0)
    as_ada.post(URL, form_on(as_ada, URL) | {"digest": ""})
    assert kept(cast) == (3, None)


def test_what_stands_elsewhere_stays(as_ada: Client, cast: Cast, ines: str) -> None:
    form = form_on(as_ada, URL) | {"per_week": "5"}
    with pen(cast.ada) as hand:
        hand.board.set(hand.box, replace(hand.desk.settings, feed=("due",), reviewed_on=ago(3)))
    assert as_ada.post(URL, form).status_code == 302
    settings = desk_of(cast.ada).settings
    assert (settings.per_week, settings.feed, settings.reviewed_on) == (5, ("due",), ago(3))


def test_fewer_are_due_in_a_week(as_ada: Client, cast: Cast) -> None:
    monthly = contents.Cadence(30, 45)
    add_members(cast.ada, [contents.Member(name, ago(60), cadence=monthly) for name in "ABC"])
    for most, due in (("1", 1), ("2", 2), ("3", 3)):
        as_ada.post(URL, form_on(as_ada, URL) | {"per_week": most})
        rhythms = desk_of(cast.ada).rhythms(ago(0))
        assert sum(one.band == "due" for one in rhythms.values()) == due


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("per_week", "0"),
        ("per_week", "15"),
        ("per_week", ""),
        ("per_week", "two"),
        ("digest", "7"),
        ("digest", "x\x00"),
    ],
)
def test_wrong_input(as_ada: Client, cast: Cast, field: str, wrong: str) -> None:
    answer = as_ada.post(URL, form_on(as_ada, URL) | {field: wrong})
    assert (answer.status_code, set(errors(answer)), kept(cast)) == (422, {field}, (2, None))


def test_two_tabs_and_a_double_click(as_ada: Client, cast: Cast) -> None:
    old, new = form_on(as_ada, URL) | {"per_week": "9"}, form_on(as_ada, URL) | {"per_week": "4"}
    assert [as_ada.post(URL, form).status_code for form in (new, new, old)] == [302, 302, 409]
    assert kept(cast) == (4, None)


def test_everybody_has_their_own(as_ada: Client, cast: Cast) -> None:
    as_ada.post(URL, form_on(as_ada, URL) | {"per_week": "7"})
    assert form_on(client_of(cast.bo), URL)["per_week"] == ["2"]


def test_signed_out() -> None:
    leads_to_welcome(URL)


def test_queries(as_ada: Client, cast: Cast, ines: str) -> None:
    few = queries_of(as_ada, URL)
    add_members(cast.ada, [contents.Member("M", ago(1)) for _number in range(30)])
    assert queries_of(as_ada, URL) == few
