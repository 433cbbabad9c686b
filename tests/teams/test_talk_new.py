"""Noting that the two talked."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from people.models import Notice
from teams.models import Talk
from tests.assessments.litany import NUL, ago, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.teams.conftest import client_of
from tests.teams.scenes import talk


def url_of(cast: Cast) -> str:
    return f"/team/{cast.ada.pid}/talk/"


def filled(client: Client, cast: Cast) -> dict[str, list[str]]:
    return sent(client.get(url_of(cast))) | {"kind": ["path"], "about": ["The way to senior"]}


def test_the_manager_notes_one(as_bo: Client, cast: Cast) -> None:
    assertRedirects(as_bo.post(url_of(cast), filled(as_bo, cast)), f"/team/{cast.ada.pid}/")
    (made,) = Talk.objects.all()
    assert (made.person, made.manager, made.by) == (cast.ada, cast.bo, cast.bo)
    assert (made.day, made.kind, made.about) == (timezone.localdate(), "path", "The way to senior")
    assert [(told.person, told.by, told.kind, told.url) for told in Notice.objects.all()] == [
        (cast.ada, cast.bo, "talk_noted", "/my-manager/")
    ]


def test_so_does_the_person(as_ada: Client, cast: Cast) -> None:
    assertRedirects(as_ada.post(url_of(cast), filled(as_ada, cast)), "/my-manager/")
    assert [(made.manager, made.by) for made in Talk.objects.all()] == [(cast.bo, cast.ada)]
    assert [(told.person, told.url) for told in Notice.objects.all()] == [(cast.bo, f"/team/{cast.ada.pid}/")]


def test_sent_twice_it_is_noted_once(as_bo: Client, cast: Cast) -> None:
    form = filled(as_bo, cast)
    for _time in range(2):
        as_bo.post(url_of(cast), form)
    assert Talk.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("day", f"{ago(-1):%Y-%m-%d}"), ("day", "1969-12-31"), ("kind", "x"), ("about", ""), ("about", NUL)],
)
def test_says_what_to_fix_and_keeps_the_rest(as_bo: Client, cast: Cast, field: str, value: str) -> None:
    form = filled(as_bo, cast) | {field: [value]}
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, set(errors(response)), Talk.objects.count()) == (422, {field}, 0)
    assert sent(response) | {field: []} == form | {field: []}


def test_shows_the_talks_so_far(as_bo: Client, cast: Cast) -> None:
    talk(cast.ada, cast.bo, ago(3), "Finding an aim")
    assert "Finding an aim" in main(as_bo.get(url_of(cast))).text


def test_somebody_without_a_manager_has_nobody_to_note_it_with(cast: Cast) -> None:
    assert client_of(cast.hal).get(f"/team/{cast.hal.pid}/talk/").status_code == 404


def test_when_the_manager_changed_meanwhile_nothing_is_written_and_the_words_are_kept(
    as_bo: Client, cast: Cast
) -> None:
    form = filled(as_bo, cast)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, Talk.objects.count()) == (404, 0)
    assert "The way to senior" in [box.text for box in main(response).all("textarea")]


def test_to_others_it_is_not_there(cast: Cast) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(cast))


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(cast))
