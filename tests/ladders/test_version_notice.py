"""Putting the news of a version aside."""

from __future__ import annotations

from django.test import Client

from ladders.models import Noticed, Version
from tests.cast import Cast
from tests.ladders.editions import on_ladder, publish
from tests.ladders.pages import NO_ID

ONCE = {"once": "t" * 22}


def url(version: Version) -> str:
    return f"/ladders/{version.ladder.pid}/versions/{version.pid}/notice/"


def test_it_is_remembered_and_leads_home(client: Client, cast: Cast) -> None:
    publish()
    on_ladder(cast.ada, "pm")
    version = publish("title: L\n → title: M\n")
    client.force_login(cast.ada)
    for _ in range(2):  # the second time, the form was sent twice
        response = client.post(url(version), ONCE)
        assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert Noticed._default_manager.values_list("person", "version").get() == (cast.ada.pk, version.pk)


def test_whoever_puts_it_aside_does_so_for_themselves(client: Client, cast: Cast) -> None:
    publish()
    for person in (cast.ada, cast.bo):
        on_ladder(person, "pm")
    version = publish("title: L\n → title: M\n")
    client.force_login(cast.ada)
    client.post(url(version), ONCE)
    client.force_login(cast.bo)
    assert client.get("/").context["news"].release.version == version


def test_a_form_without_its_token_changes_nothing(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    assert client.post(url(version)).status_code == 400
    assert Noticed._default_manager.count() == 0


def test_it_is_for_sending_only(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    assert client.get(url(version)).status_code == 405


def test_what_is_unknown_is_not_there(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    target = f"/ladders/{version.ladder.pid}/versions/{NO_ID}/notice/"
    assert client.post(target, ONCE).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    target = url(publish())
    response = client.post(target, ONCE)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
