"""The calendar's address: made, shown once, replaced, taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from mentors.desk import desk_of
from mentors.models import Board, Feed
from safeguards.models import Deed
from tests.cast import Cast

ONCE = "t" * 22
URL = "/board/calendar/"


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def address(response: Any) -> str:
    found = re.search(r"http://testserver(/board/calendar/[\w-]+\.ics)", response.content.decode())
    return found[1] if found else ""


def made(client: Client, token: str = ONCE, **said: Any) -> Any:
    return client.post(URL, {"feed": ["due"], "act": "issue", "once": token, **said})


def test_nothing_is_made_by_looking(as_ada: Client) -> None:
    response = as_ada.get(URL)
    assert (response.status_code, Board.objects.count()) == (200, 0)
    assert "so its text leaves the company" in " ".join(response.content.decode().split())


def test_an_address_is_shown_once(as_ada: Client, cast: Cast) -> None:
    response = made(as_ada)
    assert response.status_code == 200
    assert as_ada.get(address(response)).status_code == 200
    settings = desk_of(cast.ada).settings
    assert (settings.feed, settings.feed_names) == (("due",), False)
    token = address(response).split("/")[-1].removesuffix(".ics")
    assert token not in as_ada.get(URL).content.decode()
    assert token not in str(list(Feed.objects.values())) + str(list(Deed.objects.values()))
    assert token not in str(dict(as_ada.session))


def test_sent_twice_there_is_one_address_and_it_works(as_ada: Client) -> None:
    first, second = made(as_ada), made(as_ada)
    assert "shown once already" in second.content.decode()
    assert address(second) == ""
    assert as_ada.get(address(first)).status_code == 200


def test_a_new_one_ends_the_one_before(as_ada: Client) -> None:
    first, second = made(as_ada), made(as_ada, "u" * 22)
    assert [as_ada.get(address(one)).status_code for one in (first, second)] == [404, 200]


def test_what_it_shows_can_change_without_a_new_address(as_ada: Client, cast: Cast) -> None:
    first = made(as_ada)
    form = {"feed": ["review", "due"], "feed_names": "on", "act": "save", "once": "u" * 22}
    assertRedirects(as_ada.post(URL, form), URL)
    assert desk_of(cast.ada).settings.feed == ("review", "due")
    assert desk_of(cast.ada).settings.feed_names
    assert as_ada.get(address(first)).status_code == 200


def test_it_can_be_taken_back(as_ada: Client) -> None:
    first = made(as_ada)
    assertRedirects(as_ada.post(URL, {"act": "revoke", "once": "u" * 22}), URL)
    assert (as_ada.get(address(first)).status_code, Feed.objects.count()) == (404, 0)


@pytest.mark.parametrize("form", [{"feed": []}, {"feed": ["everything"]}, {"feed": ["\x00"]}, {"act": "sell"}])
def test_wrong_input(as_ada: Client, form: dict[str, Any]) -> None:
    assert made(as_ada, **form).status_code == 422
    assert Feed.objects.count() == 0


def test_without_the_token_of_a_form(as_ada: Client) -> None:
    assert as_ada.post(URL, {"feed": ["due"], "act": "issue"}).status_code == 400


def test_the_password_is_asked_for_before(client: Client, cast: Cast) -> None:
    cast.ada.set_password("a long enough password")
    cast.ada.save()
    client.force_login(cast.ada)
    assert client.get(URL).status_code == 200
    response = made(client)
    assert response.headers["Location"].startswith("/account/reauthenticate/")
    assert Feed.objects.count() == 0
    after = client.post(response.headers["Location"], {"password": "a long enough password", "next": URL})
    assert (after.status_code, Feed.objects.count()) == (200, 1)
    assert client.get(address(after)).status_code == 200


def test_taking_it_back_does_not_wait_for_the_password(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    made(client)
    cast.ada.set_password("a long enough password")
    cast.ada.save()
    client.force_login(cast.ada)
    assertRedirects(client.post(URL, {"act": "revoke", "once": "u" * 22}), URL)
    assert Feed.objects.count() == 0


def test_everybody_has_their_own(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    first = made(client)
    client.force_login(cast.bo)
    assert Feed.of(desk_of(cast.bo).board) is None
    client.post(URL, {"act": "revoke", "once": "u" * 22})
    assert client.get(address(first)).status_code == 200


def test_signed_out(client: Client, db: None) -> None:
    assert client.get(URL).headers["Location"].startswith("/welcome/")


def test_queries(as_ada: Client, ines: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(6):
        as_ada.get(URL)
