"""The list of people: everyone finds each other; the people team sees and keeps the lines."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from people.accounts import add_address
from people.models import Person, Reading
from tests.assessments.litany import NUL, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import day

URL = "/people/"


def names(client: Client, url: str = URL) -> list[str]:
    response = client.get(url)
    assert response.status_code == 200
    return [row.person.short_name for row in response.context["rows"]]


def test_everyone_finds_everyone_and_no_line(as_ada: Client, cast: Cast) -> None:
    assert names(as_ada) == ["Ada", "Bo", "Cy", "Di", "Eve", "Hal", "Lin", "Root", "Xena"]
    page = main(as_ada.get(URL)).one("ul", "people").text
    assert "Bo Lindqvist Group Product Manager" in page
    assert ("since" in page, "Change" in page, "Account" in page) == (False, False, False)
    assert not Reading.objects.exists()


def test_nobody_but_the_people_team_asks_for_more(as_ada: Client, cast: Cast) -> None:
    everyone = names(as_ada)
    for question in ("?state=off", "?state=alone", f"?manager={cast.bo.pid}"):
        assert names(as_ada, URL + question) == everyone


def test_the_people_team_sees_who_reports_to_whom(as_hal: Client, cast: Cast) -> None:
    cast.ada.report_to(cast.cy, since=day(3))
    rows = {item.text for item in main(as_hal.get(URL)).one("ul", "people").all("li")}
    ada = next(row for row in rows if row.startswith("Ada"))
    assert ada.startswith("Ada Okafor Product Manager Bo Lindqvist since 1 March 2021 From ")
    assert ": Cy Haddad Change , who Ada Okafor reports to" in ada
    assert next(row for row in rows if row.startswith("Hal")).endswith("Your colleagues on the team keep your line.")


def test_whoever_is_listed_can_look_up_that_it_was_read(as_hal: Client, cast: Cast) -> None:
    as_hal.get(URL + "?q=ada")
    as_hal.get(URL + "?q=ada")
    assert list(Reading.objects.values_list("person__name", "reader__name", "page", "times")) == [
        ("Ada Okafor", "Hal Nakamura", "person_list", 2)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [("okaf", ["Ada"]), ("product MANAGER cast", ["Di"]), ("group", ["Bo", "Xena"]), ("nobody", [])],
)
def test_finds_by_name_and_title(as_hal: Client, words: str, found: list[str]) -> None:
    assert names(as_hal, f"{URL}?q={words}") == found


def test_those_without_a_manager(as_hal: Client) -> None:
    assert names(as_hal, URL + "?state=alone") == ["Cy", "Hal", "Lin", "Root", "Xena"]


def test_those_who_are_switched_off(as_hal: Client, client: Client, cast: Cast) -> None:
    """In a list of their own, and found by their name; not by colleagues."""
    assert names(as_hal, URL + "?state=off") == names(as_hal, URL + "?q=petrov") == ["Gone"]
    assert names(as_hal, URL + "?state=alone&q=petrov") == []
    client.force_login(cast.bo)
    assert names(client, URL + "?q=petrov") == []


def test_the_reports_of_somebody_who_is_switched_off(as_hal: Client, cast: Cast) -> None:
    cast.bo.switch(on=False, by=cast.hal)
    response = as_hal.get(reverse("person_list", query={"manager": cast.bo.pid}))
    assert [row.person.short_name for row in response.context["rows"]] == ["Ada", "Di"]
    assertContains(response, "Choose who follows.")
    assert names(as_hal, URL + "?q=okaf") == ["Ada"]


def test_nobody_fits(as_hal: Client) -> None:
    assertContains(as_hal.get(URL + "?q=zzz"), "Nobody fits what you look for.")


@pytest.mark.parametrize("question", ["?q=" + NUL, "?state=odd", "?manager=" + NUL, "?page=odd", "?q=" + "a" * 300])
def test_odd_questions_are_answered(as_hal: Client, question: str) -> None:
    assert as_hal.get(URL + question).status_code == 200


def test_pages_of_fifty_keep_the_question(as_hal: Client, cast: Cast) -> None:
    PersonFactory.create_batch(60, title="Engineer")
    response = as_hal.get(URL + "?q=engineer")
    assert len(response.context["rows"]) == 50
    assertContains(response, "?q=engineer&amp;page=2")
    assert len(as_hal.get(URL + "?q=engineer&page=2").context["rows"]) == 10
    assertNotContains(as_hal.get(URL), "?&amp;page=2")


@pytest.mark.parametrize("more", [0, 30])
def test_queries(as_hal: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, more: int) -> None:
    """The same for ten people and for forty."""
    for number in range(more):
        person = Person.objects.create_user(f"p{number}@example.org", f"Person {number}")
        add_address(person)
        person.report_to(cast.bo, since=day(-100))
    as_hal.get(URL)
    with django_assert_num_queries(7):  # session, person, duty, count, people, lines, readings
        as_hal.get(URL)


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
