from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from people.models import Person
from safeguards.models import Deed
from tests.cast import Cast

GIVEN = {"name": "Ada Okafor", "email": "Ada@Example.org", "password": "violin harbour pencil moss"}


@pytest.mark.django_db
def test_makes_the_account_and_signs_in(client: Client) -> None:
    response = client.post("/welcome/account/", GIVEN)
    person = Person.objects.get()
    assertRedirects(response, "/", fetch_redirect_response=False)
    assert (person.name, person.email) == ("Ada Okafor", "ada@example.org")
    assert set(person.duties.values_list("kind", flat=True)) == {"operator", "people", "ladders", "publishing"}
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "ada"}, "email"),
        ({"password": "violin harbour"}, "password"),
        ({"password": "aaaaaaaaaaaaaaaaaaaa"}, "password"),
    ],
)
def test_says_what_to_fix(client: Client, wrong: dict[str, str], field: str) -> None:
    response = client.post("/welcome/account/", GIVEN | wrong)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_warns_that_the_demo_goes_and_removes_it(client: Client) -> None:
    Person.objects.create_user("demo@example.org", "Dana Demo", demo=True)
    assertContains(client.get("/welcome/account/"), "everything in the demo are removed")
    client.post("/welcome/account/", GIVEN)
    assert list(Person.objects.values_list("name", flat=True)) == ["Ada Okafor"]


def test_is_closed_once_somebody_is_here(client: Client, cast: Cast) -> None:
    before = Person.objects.count()
    assertRedirects(client.get("/welcome/account/"), "/account/login/")
    assertRedirects(client.post("/welcome/account/", GIVEN), "/account/login/")
    assert Person.objects.count() == before


@pytest.mark.django_db
def test_who_comes_second_is_told(client: Client) -> None:
    Deed.objects.create(token="first-account", url="")
    response = client.post("/welcome/account/", GIVEN, follow=True)
    assertContains(response, "Somebody made the first account a moment ago.")
    assert not Person.objects.exists()
