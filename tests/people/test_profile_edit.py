from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertRedirects

from people.models import Person
from tests.cast import Cast

GIVEN = {"name": "Ada N. Okafor", "called": "Ada", "title": "Senior Product Manager", "seen": "1"}


def test_shows_what_colleagues_read(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    with django_assert_num_queries(2):  # session, person
        response = client.get("/profile/")
    assert response.context["form"].initial == {
        "name": "Ada Okafor",
        "called": "",
        "title": "Product Manager",
        "seen": 1,
    }


def test_saves_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assertRedirects(client.post("/profile/", GIVEN), "/profile/")
    cast.ada.refresh_from_db()
    assert (cast.ada.name, cast.ada.title, cast.ada.revision) == ("Ada N. Okafor", "Senior Product Manager", 2)
    assert (cast.ada.called, cast.ada.short_name) == ("Ada", "Ada")


def test_what_one_is_called_is_short(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.post("/profile/", GIVEN | {"called": "x" * 61})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {"called"})


@pytest.mark.parametrize(
    ("name", "called", "short"),
    [
        ("Ada Okafor", "", "Ada"),
        ("Nguyễn Minh Châu", "", "Nguyễn Minh Châu"),
        ("Nguyễn Minh Châu", "Châu", "Châu"),
        ("Lin Mei-Hua", "Mei-Hua", "Mei-Hua"),
        ("Prince", "", "Prince"),
        ("", "", ""),
    ],
)
def test_the_short_name_is_what_they_said(name: str, called: str, short: str) -> None:
    assert Person(name=name, called=called).short_name == short


def test_a_name_is_needed(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.post("/profile/", GIVEN | {"name": " "})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"name"}


def test_a_change_in_another_tab_is_not_overwritten(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    cast.ada.describe(name="Ada Okafor", called="", title="Group Product Manager", seen=1)
    response = client.post("/profile/", GIVEN)
    assertContains(response, "Senior Product Manager", status_code=409)
    cast.ada.refresh_from_db()
    assert cast.ada.title == "Group Product Manager"


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    response = client.get("/profile/")
    assert (response.status_code, response.headers["Location"][-len("?next=/profile/") :]) == (302, "?next=/profile/")
