"""How every number is computed."""

from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.readiness import FORMULA_VERSION
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import facts, main
from tests.cast import Cast


def test_names_every_figure_and_the_version_of_the_formula(client: Client, cast: Cast) -> None:
    client.force_login(cast.di)
    page = main(client.get("/gaps/how/"))
    assert page.one("p", "lede").text == (
        f"Plain arithmetic over one table, the same for everyone. Formula version {FORMULA_VERSION}."
    )
    assert list(facts(page)) == [
        "Met",
        "Must-haves",
        "Credit",
        "Weighted",
        "Coverage",
        "Range",
        "Freshness",
        "What would move this most",
    ]


def test_takes_no_post(client: Client, cast: Cast) -> None:
    client.force_login(cast.di)
    assert client.post("/gaps/how/").status_code == 405


def test_signed_out() -> None:
    leads_to_welcome("/gaps/how/")


def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(cast.di)
    with django_assert_num_queries(2):  # session, person
        client.get("/gaps/how/")
