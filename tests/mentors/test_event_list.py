"""Where the people on a board were met."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mentors import contents
from mentors.desk import desk_of
from mentors.keeping import add_members
from mentors.meeting import occasions
from tests.assessments.pages import main
from tests.cast import Cast
from tests.mentors.conftest import TODAY

URL = "/board/met/"
EARLIER = TODAY - timedelta(days=400)


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


@pytest.fixture
def people(cast: Cast) -> None:
    said = [
        ("Ines", "Mind the Product", TODAY),
        ("أحمد 🌱", "mind the  product", TODAY),
        ("Kenji", "Mind the Product", EARLIER),
        ("Ruth", "A community", None),
        ("Zoë", "", TODAY),
        ("Farid", "", None),
    ]
    add_members(cast.ada, [contents.Member(name, TODAY, met_at=at, met_on=on) for name, at, on in said])


def test_by_place_and_day(cast: Cast, people: None) -> None:
    found = [(one.at, one.on, [held.contents.name for held in one.members]) for one in occasions(desk_of(cast.ada))]
    assert found == [
        ("", TODAY, ["Zoë"]),
        ("Mind the Product", TODAY, ["Ines", "أحمد 🌱"]),
        ("Mind the Product", EARLIER, ["Kenji"]),
        ("A community", None, ["Ruth"]),
    ]


def test_the_page(as_ada: Client, people: None) -> None:
    text = main(as_ada.get(URL)).text
    assert "Mind the Product 15 June 2026" in text
    assert "No place noted" in text
    assert ("أحمد 🌱" in text, "Farid" in text) == (True, False)


def test_nobody_yet(as_ada: Client) -> None:
    assert "Nobody yet" in main(as_ada.get(URL)).text


def test_somebody_elses_are_not_there(client: Client, cast: Cast, people: None) -> None:
    client.force_login(cast.bo)
    assert "Nobody yet" in main(client.get(URL)).text


@pytest.mark.parametrize("page", ["2", "99", "x", "\x00"])
def test_pages(as_ada: Client, cast: Cast, page: str) -> None:
    add_members(cast.ada, [contents.Member(f"M{n}", TODAY, met_at=f"Event {n}") for n in range(25)])
    assert main(as_ada.get(URL, {"page": page})).text.count("Event ") == (20 if page in {"x", "\x00"} else 5)


def test_signed_out(client: Client, db: None) -> None:
    assert client.get(URL).headers["Location"].startswith("/welcome/")


@pytest.mark.parametrize("count", [1, 30])
def test_queries(as_ada: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    add_members(cast.ada, [contents.Member(f"M{n}", TODAY, met_at="Event") for n in range(count)])
    with django_assert_num_queries(5):
        as_ada.get(URL)
