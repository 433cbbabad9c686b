from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import elements, load, main, page


def test_leads_to_the_only_ladder(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assertRedirects(client.get("/ladders/"), f"/ladders/{ladder.ladder}/", fetch_redirect_response=False)


def test_leads_to_the_ladder_one_is_on(client: Client, cast: Cast, ladder: Chart) -> None:
    load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    assertRedirects(client.get("/ladders/"), f"/ladders/{ladder.ladder}/", fetch_redirect_response=False)


def test_is_a_choice_among_several(client: Client, cast: Cast, ladder: Chart) -> None:
    other = load(f'{HEAD}version: "2"\nsummary: For *makers*.\nstages: [{{id: a, title: A}}]\n')
    client.force_login(cast.ada)
    response = client.get("/ladders/")
    assert elements(response, "h2") == ["L", "Product management"]
    assert "For <em>makers</em>." in main(response)
    assert ("1 stage · version 2" in page(response), "10 stages · version 1.0" in page(response)) == (True, True)
    assert f'href="/ladders/{other.ladder}/"' in main(response)


def test_all_of_them_for_somebody_who_has_a_place(client: Client, cast: Cast, ladder: Chart) -> None:
    load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    assert elements(client.get("/ladders/?all"), "h2") == ["L", "Product management"]


def test_says_how_the_first_one_is_loaded(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.get("/ladders/")
    assert (response.status_code, elements(response, "h1")) == (200, ["No ladder yet"])
    assert elements(response, "code") == ["manage.py ladder_import FILE", "ladders/data/product-management.yaml"]


def test_asks_as_often_for_two_ladders_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for count in (2, 30):
        for number in range(count):
            load(f"format: ladder/1\nid: l-{number}\ntitle: Ladder {number}\nstages: [{{id: a, title: A}}]\n")
        with django_assert_num_queries(5):  # session, person, place, ladders, their versions
            assert len(elements(client.get("/ladders/"), "h2")) == count


def test_is_for_those_who_are_signed_in(client: Client, db: None) -> None:
    response = client.get("/ladders/")
    assert (response.status_code, response.headers["Location"]) == (302, "/welcome/?next=/ladders/")
