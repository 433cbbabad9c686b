"""The way to the gap page of one's aim."""

from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import every, leads_to_welcome, place, rated
from tests.assessments.pages import links, main
from tests.cast import Cast


def test_leads_to_the_aim(as_ada: Client, ladder: Chart) -> None:
    assertRedirects(as_ada.get("/gaps/"), f"/gaps/{ladder.stage['senior-pm'].pid}/")


def test_without_an_aim_every_stage_can_be_looked_at(as_ada: Client, ada: Person, ladder: Chart) -> None:
    for aim in ("", "product-wizard"):
        place(ada, "product-manager", aim)
        page = main(as_ada.get("/gaps/"))
        assert page.one("h2").text == "No aim yet"
        assert links(page.one("ul", "bullets")) == [(f"/gaps/{s.pid}/", s.title) for s in ladder.stages]


def test_without_a_place_it_says_what_is_missing(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    page = main(client.get("/gaps/"))
    assert page.one("h2").text == "Nothing to compare yet"
    assert links(page.one("div", "empty")) == [("/", "Find your place on the map")]


def test_signed_out() -> None:
    leads_to_welcome("/gaps/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            rated(ada, every(ladder, 3))
        for aim in ("", "senior-pm"):
            place(ada, "product-manager", aim)
            # session, person, place; without an aim, whether a review is open
            with django_assert_num_queries(3 if aim else 4):
                as_ada.get("/gaps/")
