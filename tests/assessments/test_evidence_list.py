"""The log of what happened."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import NAMES, ago, leads_to_welcome, noted
from tests.assessments.pages import links, main
from tests.cast import Cast


def test_the_latest_first_with_skills_and_strength(as_ada: Client, ada: Person, ladder: Chart, cast: Cast) -> None:
    old = noted(ada, ladder, [], ago(400), title="Old")
    new = noted(ada, ladder, ["delivery", "vision"], ago(2), title="<i>New</i>", strength="outcome")
    noted(cast.di, ladder, ["delivery"], ago(1), title="Somebody else's")
    rows = main(as_ada.get("/evidence/")).one("ul", "timeline").all("li")
    assert [(row.one("time").text, links(row), row.one("small").text) for row in rows] == [
        (
            date_format(ago(2), "j F Y"),
            [(f"/evidence/{new.pid}/", "<i>New</i>")],
            "Execution and delivery, Vision setting · an outcome that somebody else measured or named",
        ),
        (date_format(ago(400), "j F Y"), [(f"/evidence/{old.pid}/", "Old")], "somebody saw it"),
    ]


def test_counts_the_last_twelve_months(as_ada: Client, ada: Person, ladder: Chart) -> None:
    for days in (1, 2, 100, 380):
        noted(ada, ladder, ["delivery"], ago(days))
    bars = main(as_ada.get("/evidence/")).one("aside").all("text", "v")
    assert [bar.text for bar in bars] == ["0", "0", "1", "2"]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script_stay_whole(as_ada: Client, ada: Person, ladder: Chart, name: str) -> None:
    noted(ada, ladder, [], ago(1), title=name)
    assert main(as_ada.get("/evidence/")).one("ul", "timeline").one("a").text == name


def test_nothing_noted_yet(as_ada: Client) -> None:
    page = main(as_ada.get("/evidence/"))
    assert page.one("div", "empty").one("h2").text == "Nothing noted yet"


@pytest.mark.parametrize(
    ("asked", "count"), [("", 30), ("?page=2", 1), ("?page=99", 1), ("?page=%00", 30), ("?page=x", 30)]
)
def test_thirty_on_a_page(as_ada: Client, ada: Person, ladder: Chart, asked: str, count: int) -> None:
    for days in range(31):
        noted(ada, ladder, [], ago(days))
    assert len(main(as_ada.get(f"/evidence/{asked}")).one("ul", "timeline").all("li")) == count


def test_before_there_is_a_ladder(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get("/evidence/").status_code == 200


def test_signed_out() -> None:
    leads_to_welcome("/evidence/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            noted(ada, ladder, ["delivery", "vision"], ago(3))
        with django_assert_num_queries(7):  # session, person, count, items, their skills, place, days
            as_ada.get("/evidence/")
