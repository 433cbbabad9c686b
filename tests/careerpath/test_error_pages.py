"""The pages for when something is in the way: no database, no session, nothing typed is lost."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings
from pytest_django.asserts import assertContains

from safeguards import views
from tests.cast import Cast

TYPED = {
    "what_happened": "Ran the pricing test with Di.",
    "stage": "aBcDeFgHjKmNpQrS",
    "password1": "violin harbour",
    "seen": "1000",
    "once": "x" * 22,
    "energy": "2",
}


def answer(name: str) -> HttpResponse:
    request = RequestFactory().post("/somewhere/", TYPED)
    cause = () if name in {"server_error", "conflict", "csrf_failure"} else (PermissionDenied(),)
    response: HttpResponse = getattr(views, name)(request, *cause)
    return response


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [
        ("bad_request", 400, "That did not work"),
        ("forbidden", 403, "You may read this, and somebody else may change it"),
        ("csrf_failure", 403, "This page was open too long"),
        ("conflict", 409, "Somebody changed this meanwhile"),
        ("server_error", 500, "Something broke on our side"),
    ],
)
def test_keeps_the_texts_and_nothing_else(name: str, status: int, title: str) -> None:
    response = answer(name)
    assertContains(response, f"<h1>{title}</h1>", status_code=status)
    assertContains(response, "Ran the pricing test with Di.", count=1, status_code=status)
    assertContains(response, "<textarea", count=1, status_code=status)


def fall_silent() -> None:
    raise OperationalError


def test_says_when_the_database_is_away() -> None:
    try:
        fall_silent()
    except OperationalError:
        response = answer("server_error")
    assertContains(response, "The database does not answer", status_code=503)
    assert response.headers["Retry-After"] == "5"


def test_what_is_missing_and_what_is_not_yours_look_the_same(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.get("/nowhere/")
    assertContains(response, "The page does not exist, or it is not yours to see.", status_code=404)
    assert b"Ada" not in response.content


def test_a_form_that_is_too_large_is_refused(client: Client, cast: Cast, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    client.force_login(cast.ada)
    response = client.post("/profile/", {str(number): "text" for number in range(9)})
    assertContains(response, "Something in what was sent cannot be read.", status_code=400)
    assert b"<textarea" not in response.content
