"""The log of what happened."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from assessments.evidence_cells import Log
from assessments.models import Evidence, Share, with_witnesses
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import NAMES, ago, leads_to_welcome, noted
from tests.assessments.pages import links, main
from tests.assessments.pages import page as page_of
from tests.cast import Cast


def test_the_latest_first_with_skills_and_strength(as_ada: Client, ada: Person, ladder: Chart, cast: Cast) -> None:
    old = noted(ada, ladder, [], ago(400), title="Old")
    new = noted(ada, ladder, ["delivery", "vision"], ago(2), title="<i>New</i>", strength="outcome")
    noted(cast.di, ladder, ["delivery"], ago(1), title="Somebody else's")
    rows = main(as_ada.get("/evidence/")).one("ul", "timeline").all("li")
    assert [(row.one("time").text, links(row), row.one("small").text) for row in rows] == [
        (
            date_format(ago(2), "j F Y"),
            [(f"/evidence/{new.pid}/", "<i>New</i>"), (f"/evidence/{new.pid}/share/", "Change this")],
            "Execution and delivery, Vision setting · an outcome that somebody else measured or named",
        ),
        (
            date_format(ago(400), "j F Y"),
            [(f"/evidence/{old.pid}/", "Old"), (f"/evidence/{old.pid}/share/", "Change this")],
            "somebody saw it",
        ),
    ]


def test_counts_the_last_twelve_months(as_ada: Client, ada: Person, ladder: Chart) -> None:
    for days in (1, 2, 100, 380):
        noted(ada, ladder, ["delivery"], ago(days))
    bars = main(as_ada.get("/evidence/")).one("aside").all("text", "v")
    assert [bar.text for bar in bars] == ["0", "0", "1", "2"]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script_stay_whole(as_ada: Client, ada: Person, ladder: Chart, name: str) -> None:
    noted(ada, ladder, [], ago(1), title=name)
    assert main(as_ada.get("/evidence/")).one("ul", "timeline").all("a")[0].text == name


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
        with django_assert_num_queries(
            11
        ):  # … place, count, items, skills, who saw them, days, manager, shared, by skill
            as_ada.get("/evidence/")


def test_a_bar_for_each_skill_the_most_first(as_ada: Client, ada: Person, ladder: Chart) -> None:
    for slugs in (["vision"], ["delivery", "vision"]):
        noted(ada, ladder, slugs, ago(3))
    noted(ada, ladder, ["design"], ago(500))
    lines = main(as_ada.get("/evidence/")).one("ul", "skill-bars").all("li")
    assert [line.all("span")[0].text for line in lines] == ["Vision setting", "Execution and delivery"]
    assert [line.text[-1] for line in lines] == ["2", "1"]


def test_each_item_says_who_reads_it(as_ada: Client, ada: Person, cast: Cast, ladder: Chart) -> None:
    shared, _own = noted(ada, ladder, [], ago(1)), noted(ada, ladder, [], ago(2))
    Share.give(shared, cast.bo)
    page = main(as_ada.get("/evidence/"))
    assert [row.one("p").text for row in page.one("ul", "timeline").all("li")] == [
        "Bo Lindqvist reads it. Change this",
        "Only you read it. Change this",
    ]
    assert "Bo Lindqvist reads the items that say so, and nothing else here." in page.text


def test_evidence_of_another_ladder_has_no_skill_to_name(ada: Person, ladder: Chart) -> None:
    evil = "<script>alert(1)</script>"
    noted(ada, ladder, ["delivery"], ago(1), title=evil)
    (item,) = with_witnesses(Evidence.objects.visible_to(ada))
    for chart, about in ((ladder, "Execution and delivery · somebody saw it"), (None, "somebody saw it")):
        row = page_of(HttpResponse(Log(chart).rows([item]))).one("li")
        assert (row.all("a")[0].text, row.one("small").text) == (evil, about)
