"""Who read about one, day by day."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from people.models import Person, Reading
from people.readings import words
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.house.source import APPS, python_files, tree, where
from tests.people.conftest import day

URL = "/readings/"


def put(person: Person, reader: Person | None, page: str, ago: int, times: int = 1) -> None:
    at = day(-ago)
    made = Reading.objects.create(person=person, reader=reader, page=page, day=at, times=times)
    Reading.objects.filter(pk=made.pk).update(last_at=made.last_at - timedelta(days=ago))


def test_day_by_day_latest_first(as_ada: Client, cast: Cast) -> None:
    put(cast.ada, cast.bo, "assessment_show", 3)
    put(cast.ada, cast.hal, "person_list", 1, times=4)
    put(cast.ada, None, "line_history", 1)
    put(cast.ada, cast.bo, "of_before", 5)
    put(cast.bo, cast.cy, "line_history", 1)
    days = [
        (part.one("h2").text, [item.all("p")[0].text for item in part.all("li")])
        for part in main(as_ada.get(URL)).all("section", "section")
    ]
    assert days == [
        (
            date_format(day(-1), "j F Y"),
            [
                "Somebody who left opened who you report to and reported to",
                "Hal Nakamura opened the list of people, with your manager",
            ],
        ),
        (date_format(day(-3), "j F Y"), ["Bo Lindqvist opened " + str(words()["assessment_show"])]),
        (date_format(day(-5), "j F Y"), ["Bo Lindqvist opened a page that is no longer there"]),
    ]


def test_how_often(as_ada: Client, cast: Cast) -> None:
    for _time in range(3):
        Reading.note(cast.bo, [cast.ada], "assessment_show")
    assert main(as_ada.get(URL)).one("ul", "rows").one("li").all("p")[1].text.startswith("3 times, last at ")


def test_nobody_so_far(as_ada: Client) -> None:
    assert main(as_ada.get(URL)).one("div", "empty").one("h2").text == "Nobody so far"


def test_what_was_read_about_others_is_theirs(as_hal: Client, cast: Cast) -> None:
    """Not the people team, and not whoever read it, can look it up."""
    put(cast.ada, cast.hal, "line_history", 0)
    assert main(as_hal.get(URL)).all("ul", "rows") == []


def test_reading_about_oneself_is_not_kept(cast: Cast) -> None:
    Reading.note(cast.ada, [cast.ada], "line_history")
    assert not Reading.objects.exists()


def test_pages_of_fifty(as_ada: Client, cast: Cast) -> None:
    for person in PersonFactory.create_batch(60):
        put(cast.ada, person, "line_history", 0)
    shown = [
        sum(len(one.lines) for one in as_ada.get(URL + query).context["days"]) for query in ("", "?page=2", "?page=x")
    ]
    assert shown == [50, 10, 50]


@pytest.mark.parametrize("count", [1, 30])
def test_queries(as_ada: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    for person in PersonFactory.create_batch(count):
        put(cast.ada, person, "line_history", 0)
    with django_assert_num_queries(4):  # session, person, count, readings
        as_ada.get(URL)


def pages_noted() -> Iterator[tuple[str, object]]:
    """Where `Reading.note` is called, and with which page."""
    for app in APPS:
        for path in python_files(app):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Reading.note":
                    given = node.args[2] if len(node.args) > 2 else node.keywords[-1].value
                    yield where(path, node.lineno), given.value if isinstance(given, ast.Constant) else None


def test_every_page_that_is_noted_has_words_and_an_address() -> None:
    found = list(pages_noted())
    named = {page for _place, page in found}
    addresses = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert [place for place, page in found if page is None] == [], "name the page where it is noted"
    assert named - words().keys() == set(), "give it words in the room's readings.py"
    assert words().keys() - named == set(), "nobody notes these any more"
    assert named - addresses == set()
    assert len(named) > 5


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
