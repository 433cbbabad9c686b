"""Saying that a promise is not to be kept any more, and why."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from people.models import Notice
from teams.models import Promise
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.teams.scenes import promise


@pytest.fixture
def made(cast: Cast) -> Promise:
    return promise(cast.ada, cast.bo)


def url_of(made: Promise) -> str:
    return f"/promises/{made.pid}/drop/"


def filled(client: Client, made: Promise) -> dict[str, list[str]]:
    return sent(client.get(url_of(made))) | {"reason": ["The budget is gone"]}


def test_it_is_dropped_with_a_reason_that_both_read(as_bo: Client, as_ada: Client, cast: Cast, made: Promise) -> None:
    assertRedirects(as_bo.post(url_of(made), filled(as_bo, made)), f"/team/{cast.ada.pid}/")
    made.refresh_from_db()
    assert (made.is_open, made.kept_at, made.closed_by, made.reason) == (False, None, cast.bo, "The budget is gone")
    assert "The budget is gone" in main(as_ada.get("/my-manager/")).text
    assert [(told.person, told.kind) for told in Notice.objects.all()] == [(cast.ada, "promise_dropped")]


@pytest.mark.parametrize("reason", ["", "  ", NUL, "x" * 2_001])
def test_without_a_reason_it_stays_open(as_bo: Client, made: Promise, reason: str) -> None:
    response = as_bo.post(url_of(made), filled(as_bo, made) | {"reason": [reason]})
    assert (response.status_code, set(errors(response))) == (422, {"reason"})
    made.refresh_from_db()
    assert made.is_open


def test_what_was_kept_meanwhile_stays_kept_and_the_reason_is_shown_to_copy(
    as_bo: Client, cast: Cast, made: Promise
) -> None:
    form = filled(as_bo, made)
    made.keep(by=cast.ada)
    response = as_bo.post(url_of(made), form)
    assert (response.status_code, main(response).one("textarea").text) == (409, "The budget is gone")
    made.refresh_from_db()
    assert (made.dropped_at, made.reason) == (None, "")


def test_sent_twice_it_is_dropped_once(as_bo: Client, made: Promise) -> None:
    form = filled(as_bo, made)
    assert [as_bo.post(url_of(made), form).status_code for _time in range(2)] == [302, 302]
    assert Notice.objects.count() == 1


def test_to_others_it_is_not_there(cast: Cast, made: Promise) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(made))


def test_signed_out(made: Promise) -> None:
    leads_to_welcome(url_of(made))
