"""Sessions: a new key at sign-in, nothing left after sign-out, and a switch that works at once."""

from __future__ import annotations

from functools import cache
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.test import Client

from people.models import Person
from tests.cast import Cast

PASSWORD = "violin harbour pencil moss"

# What somebody could put into ?next= to lead a person away after signing in.
ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%0a/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example\\@testserver/",
    " https://evil.example",
    "\x00https://evil.example",
    "https://evil.example/\x00",
    "ftp://testserver/",
    "＼＼evil.example",
    "//evil。example",
]


@cache
def hashed() -> str:
    """The hash of the password; making one takes a while, as it should."""
    return make_password(PASSWORD)


@pytest.fixture
def ada(cast: Cast) -> Person:
    cast.ada.password = hashed()
    cast.ada.save(update_fields=["password"])
    return cast.ada


def host_after(path: str, location: str) -> str:
    """Where a browser goes from a page of ours: it takes backslashes for slashes and drops tabs and line breaks."""
    read = location.replace("\\", "/").translate({ord(mark): None for mark in "\t\r\n"}).strip()
    return urljoin(f"http://testserver{path}", read).partition("/")[2].split("/")[1]


def key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def sign_in(client: Client, **more: str) -> str:
    """Signs Ada in through the form; gives where it leads."""
    response = client.post("/account/login/", {"login": "ada@example.org", "password": PASSWORD, **more})
    assert response.status_code == 302
    return response.headers["Location"]


def test_signing_in_leads_home(client: Client, ada: Person) -> None:
    assert sign_in(client) == "/"
    assert client.get("/profile/").status_code == 200


def test_a_session_from_before_is_not_taken_over(client: Client, ada: Person) -> None:
    """Whoever planted a session in somebody's browser does not get in with it."""
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    planted = key(client)
    sign_in(client)
    assert key(client) != planted
    assert not Session.objects.filter(pk=planted).exists()


def test_a_session_key_that_nobody_gave_out_is_refused(client: Client, ada: Person) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
    sign_in(client)
    assert key(client) != "a" * 32


def test_signing_out_ends_the_old_cookie(client: Client, ada: Person) -> None:
    sign_in(client)
    old = key(client)
    client.post("/account/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get("/profile/").status_code == 302


def test_an_account_that_is_switched_off_is_out_at_once(client: Client, ada: Person) -> None:
    sign_in(client)
    ada.is_active = False
    ada.save(update_fields=["is_active"])
    assert client.get("/profile/").headers["Location"] == "/welcome/?next=/profile/"
    assert client.post("/profile/", {"name": "Ada", "seen": "1"}).headers["Location"] == "/welcome/?next=/profile/"


def test_a_new_password_ends_the_other_sessions(client: Client, ada: Person) -> None:
    sign_in(client)
    elsewhere = Client()
    sign_in(elsewhere)
    new = "paper lantern orbit fig"
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert client.get("/profile/").status_code == 200
    assert elsewhere.get("/profile/").status_code == 302


def test_the_cookie_is_out_of_reach_of_scripts(client: Client, ada: Person) -> None:
    sign_in(client)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


def test_the_way_on_is_kept(client: Client, ada: Person) -> None:
    assert client.get("/profile/").headers["Location"] == "/welcome/?next=/profile/"
    assert client.get("/welcome/?next=/profile/").headers["Location"] == "/account/login/?next=%2Fprofile%2F"
    assert sign_in(client, next="/profile/") == "/profile/"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_is_led_elsewhere(client: Client, ada: Person, target: str) -> None:
    assert host_after("/account/login/", sign_in(client, next=target)) == "testserver"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_nobody_who_is_signed_in_is_led_elsewhere(client: Client, cast: Cast, target: str) -> None:
    client.force_login(cast.ada)
    for path in ("/account/login/", "/account/signup/", "/account/logout/", "/account/reauthenticate/"):
        response = client.get(path, {"next": target})
        assert host_after(path, response.headers.get("Location", "")) == "testserver"
    response = client.post("/account/logout/", {"next": target})
    assert host_after("/account/logout/", response.headers["Location"]) == "testserver"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_the_first_page_passes_nothing_on_that_leads_elsewhere(client: Client, cast: Cast, target: str) -> None:
    """It hands `next` to the sign-in page, which does not follow it; the redirect itself stays here."""
    response = client.get("/welcome/", {"next": target})
    assert response.headers["Location"].startswith("/account/login/?next=")
