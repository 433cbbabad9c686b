"""The pages of the sign-in parts look like ours."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertTemplateUsed

from tests.cast import Cast

ACCOUNT = "/account/"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("login/", "See where you are. Choose where next."),
        ("signup/", "Accounts are made for you"),
        ("inactive/", "Your account is switched off"),
        ("password/reset/", "Get a new password"),
        ("password/reset/done/", "Look into your mail"),
        ("password/reset/key/1-nonsense/", "This link does not work any more"),
        ("password/reset/key/done/", "Your password is changed"),
        ("confirm-email/", "Look into your mail"),
        ("confirm-email/nonsense/", "This link does not work any more"),
    ],
)
def test_signed_out(client: Client, cast: Cast, path: str, title: str) -> None:
    response = client.get(ACCOUNT + path)
    assertTemplateUsed(response, "gate.html")
    assertContains(response, f"<h1>{title}</h1>")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("logout/", "Sign out?"),
        ("password/change/", "Change your password"),
        ("reauthenticate/", "Is it you?"),
    ],
)
def test_signed_in(client: Client, cast: Cast, path: str, title: str) -> None:
    cast.ada.set_password("violin harbour pencil moss")
    cast.ada.save()
    client.force_login(cast.ada)
    assertContains(client.get(ACCOUNT + path), f"<h1>{title}</h1>")


def test_a_first_password(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assertContains(client.get(ACCOUNT + "password/set/"), "<h1>Choose a password</h1>")


def test_an_open_house(client: Client, cast: Cast, settings: Settings) -> None:
    settings.SIGNUP = "open"
    assertContains(client.get(ACCOUNT + "signup/"), "<h1>Make an account</h1>")


def test_confirming_an_address(client: Client, cast: Cast) -> None:
    address = EmailAddress.objects.create(user=cast.ada, email="new@example.org")
    response = client.get(f"{ACCOUNT}confirm-email/{EmailConfirmationHMAC(address).key}/")
    assertContains(response, "<h1>Is this your address?</h1>")


def test_a_wrong_password_is_said_once(client: Client, cast: Cast) -> None:
    response = client.post(ACCOUNT + "login/", {"login": "ada@example.org", "password": "wrong"})
    assertContains(response, "One thing to fix", count=1)


def test_the_way_out_asks_for_a_post(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    client.get(ACCOUNT + "logout/")
    assert "_auth_user_id" in client.session
    client.post(ACCOUNT + "logout/")
    assert "_auth_user_id" not in client.session
