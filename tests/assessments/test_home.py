"""My path: the place on the map, how far it is, and what to do now."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertTemplateUsed

from assessments.models import Assessment
from ladders.chart import Chart
from ladders.models import Ladder, Retirement
from people.models import Person
from people.notices import tell
from tests.assessments.litany import (
    SUBMITTED,
    ago,
    answer,
    draft,
    every,
    leads_to_welcome,
    noted,
    place,
    rated,
)
from tests.assessments.pages import Node, facts, links, main, sent
from tests.cast import Cast


def things(page: Node) -> list[tuple[str, str, str]]:
    """What to do now: the kind, the words and where they lead."""
    found = []
    for item in page.one("ul", "next-things").all("li"):
        ((url, words),) = links(item.one("h3"))
        found.append((item.all("span", "soft")[0].text, words, url))
    return found


def test_the_first_visit_asks_where_you_are(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get("/")
    assertTemplateUsed(response, "assessments/newcomer.html")
    page = main(response)
    assert page.one("h1").text == "Welcome, Ada. Where are you now?"
    assert page.one("form", method="post").attrs["action"] == f"/ladders/{ladder.ladder}/place/"
    options = page.one("select", name="stage").all("option")
    assert {option.attrs["value"] for option in options} == {"", *(stage.pid for stage in ladder.stages)}
    assert [option.attrs["value"] for option in options if "selected" in option.attrs] == [""]


def test_from_the_first_visit_to_a_place(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    said = sent(client.get("/")) | {"stage": ladder.stage["group-pm"].pid, "aim": ladder.stage["principal-pm"].pid}
    page = main(client.post(f"/ladders/{ladder.ladder}/place/", said, follow=True))
    assert page.one("h1").text == "Group Product Manager, on the way to Principal Product Manager"


def test_a_retired_ladder_is_offered_to_nobody_new(client: Client, cast: Cast, ladder: Chart) -> None:
    Retirement.decide(Ladder.objects.get(pid=ladder.ladder), retired=True, by=cast.lin)
    client.force_login(cast.ada)

    assert main(client.get("/")).one("div", "empty").one("h2").text == "There is no ladder here yet"


def test_without_a_ladder_it_says_who_can_help(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    page = main(client.get("/"))
    assert page.one("div", "empty").one("h2").text == "There is no ladder here yet"
    assert page.all("form") == []


def test_before_the_first_check_in(as_ada: Client) -> None:
    page = main(as_ada.get("/"))
    assert page.one("h1").text == "Product Manager, on the way to Senior Product Manager"
    assert things(page) == [("Check-in", "Say where you stand", "/assess/")]
    assert page.one("div", "empty").one("h3").text == "Nothing to compare yet"


def test_an_open_check_in_comes_first(as_ada: Client, ada: Person) -> None:
    sheet = answer(draft(ada), {"delivery": 3, "vision": None})
    page = main(as_ada.get("/"))
    assert things(page) == [("Check-in", "Go on with your check-in", f"/assess/{sheet.assessment.pid}/")]
    assert page.one("ul", "next-things").one("p").text == "2 of 24 skills are answered."


def test_how_far_it_is_and_at_most_three_things(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    noted(ada, ladder, ["design"], ago(10))
    draft(ada)
    page = main(as_ada.get("/"))
    assert page.one("p", "figure").text == "11 of 22 expectations met"
    day = date_format(SUBMITTED, "j F Y")
    assert facts(page) == {
        "Must-haves": "2 of 5 met",
        "Weighted": "88 % of what is asked",
        "Coverage": "22 of 22 rated",
        "Basis": f"your own rating only, {day}",
        "Freshness": "evidence from the last 12 months behind 1 of 11 met, 5 % of the credit",
    }
    assert [kind for kind, _, _ in things(page)] == ["Check-in", "Must-have", "Evidence"]
    assert links(page)[-1][0] == f"/gaps/{ladder.stage['senior-pm'].pid}/"


def test_without_an_aim_it_shows_the_present_stage(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "product-manager")
    rated(ada, every(ladder, 3))
    page = main(as_ada.get("/"))
    assert (page.one("h1").text, page.one("p", "figure").text) == ("Product Manager", "22 of 22 expectations met")


def test_a_stage_that_is_gone_asks_again_and_keeps_the_aim(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "product-wizard", "senior-pm")
    response = as_ada.get("/")
    page = main(response)
    assert page.one("p", "lede").text == (
        "The ladder changed, and your stage is not on it any more. Put yourself on the map again; "
        "what you submitted stays."
    )
    assert sent(response)["aim"] == [ladder.stage["senior-pm"].pid]
    again = as_ada.post(
        f"/ladders/{ladder.ladder}/place/", sent(response) | {"stage": ladder.stage["associate-pm"].pid}, follow=True
    )
    assert main(again).one("h1").text == "Associate Product Manager, on the way to Senior Product Manager"


def test_it_is_ones_own(client: Client, cast: Cast, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    client.force_login(cast.bo)
    assert main(client.get("/")).one("h1").text == "Welcome, Bo. Where are you now?"


@pytest.mark.parametrize("placed", [True, False])
def test_what_one_was_told_stands_at_the_top(
    client: Client, cast: Cast, ada: Person, ladder: Chart, placed: bool
) -> None:
    """Three lines at most, the latest first, until they are opened; and a way to the rest."""
    person = ada if placed else cast.di
    client.force_login(person)
    assert main(client.get("/")).all("section", "news") == []
    for day in (3, 4, 5):
        tell([person], "line_ended", detail=f"2127-01-0{day}")
    news = main(client.get("/")).one("section", "news")
    said = [item.text for item in news.all("li")]
    assert [words.split(" 2127")[0] for words in said] == ["From 5 January", "From 4 January", "From 3 January"]
    assert links(news)[3:] == []
    tell([person], "line_ended", detail="2127-01-06")
    news = main(client.get("/")).one("section", "news")
    assert ([item.text for item in news.all("li")][1:], links(news)[3]) == (said[:2], ("/notices/", "All notices"))
    client.post("/notices/seen/")
    assert main(client.get("/")).all("section", "news") == []


def test_signed_out() -> None:
    leads_to_welcome("/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            noted(ada, ladder, ["delivery", "design"], ago(3))
            rated(ada, every(ladder, 2))
        open_one = draft(ada).assessment
        # Session, person, place, way, standing, evidence, check-ins, draft, notices, what waits.
        with django_assert_num_queries(10):
            as_ada.get("/")
        open_one.discard()


def test_queries_of_the_first_visit(
    client: Client, cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.di)
    with django_assert_num_queries(6):  # session, person, place, ladders, notices, what waits
        client.get("/")
    assert (Ladder.objects.count(), Assessment.objects.count()) == (1, 0)
