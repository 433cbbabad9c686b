"""What I and my manager noted, and what was noted with managers before."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import ago, leads_to_welcome
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.teams.conftest import client_of
from tests.teams.scenes import promise, talk

URL = "/my-manager/"


def test_both_sides_stand_there_with_the_ways_to_write(as_ada: Client, cast: Cast) -> None:
    made = promise(cast.ada, cast.bo, "Introduce you to finance")
    page = main(as_ada.get(URL))
    assert page.one("ul", "promises").all("li")[0].all("p")[0].text.startswith("Bo Lindqvist : Introduce you to")
    there = {href for href, _words in links(page)}
    acts = {f"/team/{cast.ada.pid}/{act}/" for act in ("talk", "promise", "challenge", "seat")}
    assert acts | {f"/promises/{made.pid}/keep/", "/my-manager/sees/", "/helping/"} <= there
    assert Reading.objects.count() == 0


def test_what_was_noted_with_the_manager_before_stays_with_me_alone(as_ada: Client, cast: Cast) -> None:
    made = promise(cast.ada, cast.bo, "Quetzal")
    talk(cast.ada, cast.bo, ago(2), "Axolotl")
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    page = main(as_ada.get(URL))
    (before,) = [part for part in page.all("details") if "With Bo Lindqvist" in part.text]
    assert ("Quetzal" in before.text, "Axolotl" in before.text, links(before)) == (True, True, [])
    assert page.all("ul", "promises") == before.all("ul", "promises")
    assert as_ada.get(f"/promises/{made.pid}/keep/").status_code == 404
    for manager in (cast.bo, cast.xena):
        text = client_of(manager).get(f"/team/{cast.ada.pid}/").content.decode()
        assert "Quetzal" not in text


def test_without_a_manager(cast: Cast, on_ladder: Chart) -> None:
    page = main(client_of(cast.hal).get(URL))
    assert page.one("div", "empty").one("h2").text == "You have no manager here"


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(as_ada: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    for number in range(count):
        promise(cast.ada, cast.bo, f"Promise {number}")
        talk(cast.ada, cast.bo, ago(number))
    as_ada.get(URL)
    with django_assert_num_queries(12):
        # session, person, the manager, the place; promises, challenges, talks, seat; the same three of before; who
        # can read it
        as_ada.get(URL)
