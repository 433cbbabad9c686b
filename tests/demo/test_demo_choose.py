from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from people.models import Person
from tests.cast import Cast

NAMES = [
    "Ada Okafor",
    "Bo Lindqvist",
    "Cy Haddad",
    "Di Castellanos",
    "Eve Mokoena",
    "Noor El-Amrani",
    "Hal Nakamura",
    "Lin Mei-Hua",
    "Robin Root",
]


@pytest.mark.usefixtures("demo")
def test_lists_the_cast_with_a_way_to_be_each(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        page = client.get("/demo/")
    assert [person.name for person, _words in page.context["guests"]] == NAMES
    for person, words in page.context["guests"]:
        assertContains(page, f'action="/demo/enter/{person.pid}/"')
        assertContains(page, words)


@pytest.mark.usefixtures("guests")
def test_says_who_one_is(client: Client) -> None:
    client.force_login(Person.objects.get(email="bo@demo.example"))
    assertContains(client.get("/demo/"), '<span class="avatar you" aria-hidden="true">B</span>', html=True)


@pytest.mark.usefixtures("guests")
def test_is_gone_once_there_is_a_real_account(client: Client) -> None:
    Person.objects.create_user("fay@example.org", "Fay")
    assert client.get("/demo/").status_code == 404


def test_is_not_there_without_a_demo(client: Client, cast: Cast) -> None:
    assert client.get("/demo/").status_code == 404
    Person.objects.all().update(demo=True)
    assert client.get("/demo/").status_code == 200
