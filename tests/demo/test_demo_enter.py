from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from people.accounts import make_first_account
from people.models import Person
from tests.cast import Cast


def member(address: str) -> Person:
    return Person.objects.get(email=f"{address}@demo.example")


def enter(client: Client, person: Person) -> int:
    return client.post(f"/demo/enter/{person.pid}/").status_code


def signed_in(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.mark.usefixtures("guests")
def test_signs_in_as_the_chosen_person(client: Client) -> None:
    bo = member("bo")
    assertRedirects(client.post(f"/demo/enter/{bo.pid}/"), "/", fetch_redirect_response=False)
    assert signed_in(client) == str(bo.pk)


@pytest.mark.usefixtures("guests")
def test_being_somebody_else_starts_a_new_session(client: Client) -> None:
    enter(client, member("bo"))
    before = client.session.session_key
    enter(client, member("ada"))
    assert signed_in(client) == str(member("ada").pk)
    assert client.session.session_key != before


@pytest.mark.usefixtures("guests")
def test_a_look_changes_nobody(client: Client) -> None:
    assert client.get(f"/demo/enter/{member('bo').pid}/").status_code == 405
    assert signed_in(client) is None


@pytest.mark.usefixtures("guests")
def test_asks_for_the_form_s_own_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert enter(strict, member("bo")) == 403
    assert signed_in(strict) is None


@pytest.mark.usefixtures("guests")
def test_nobody_can_be_entered_once_there_is_a_real_account(client: Client) -> None:
    people = list(Person.objects.all())
    # Made past the form, so that the demo people are still there to be entered.
    Person.objects.create_user("fay@example.org", "Fay")
    assert [enter(client, person) for person in people] == [404] * len(people)
    assert signed_in(client) is None


@pytest.mark.usefixtures("guests")
def test_a_switched_off_real_account_closes_the_demo_too(client: Client) -> None:
    Person.objects.create_user("fay@example.org", "Fay", is_active=False)
    assert enter(client, member("ada")) == 404


@pytest.mark.usefixtures("guests")
def test_the_first_account_ends_the_visit(client: Client) -> None:
    enter(client, member("ada"))
    make_first_account(email="fay@example.org", name="Fay", password="violin harbour pencil moss")
    assert client.get("/profile/").status_code == 302


def test_a_real_person_cannot_be_entered(client: Client, cast: Cast) -> None:
    assert enter(client, cast.ada) == 404
    boss = Person.objects.create_user("boss@demo.example", "Boss", demo=True)
    assert [enter(client, person) for person in (boss, cast.ada, cast.root)] == [404, 404, 404]
    assert signed_in(client) is None


@pytest.mark.usefixtures("guests")
def test_somebody_who_left_or_never_was_cannot_be_entered(client: Client) -> None:
    di = member("di")
    di.is_active = False
    di.save(update_fields=["is_active"])
    assert enter(client, di) == 404
    assert client.post("/demo/enter/2222222222222222/").status_code == 404
