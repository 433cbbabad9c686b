"""Saying that a promise was kept."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from people.models import Notice
from safeguards.revisions import Stale
from teams.models import Parted, Promise
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.teams.scenes import promise


@pytest.fixture
def made(cast: Cast) -> Promise:
    return promise(cast.ada, cast.bo)


def url_of(made: Promise) -> str:
    return f"/promises/{made.pid}/keep/"


def test_asks_first(as_bo: Client, made: Promise) -> None:
    page = main(as_bo.get(url_of(made)))
    assert (page.one("blockquote").text, page.one("button").text) == ("Introduce you to finance", "Yes, it was kept")
    made.refresh_from_db()
    assert made.is_open


def test_either_of_the_two_says_it(as_bo: Client, as_ada: Client, cast: Cast, made: Promise) -> None:
    assertRedirects(as_ada.post(url_of(made), sent(as_ada.get(url_of(made)))), "/my-manager/")
    made.refresh_from_db()
    assert (made.is_open, made.closed_by) == (False, cast.ada)
    assert [(told.person, told.kind) for told in Notice.objects.all()] == [(cast.bo, "promise_kept")]


def test_said_by_both_it_is_kept_once(as_bo: Client, as_ada: Client, cast: Cast, made: Promise) -> None:
    forms = {client: sent(client.get(url_of(made))) for client in (as_ada, as_bo)}
    assertRedirects(as_ada.post(url_of(made), forms[as_ada]), "/my-manager/")
    made.refresh_from_db()
    first = made.kept_at
    second = as_bo.post(url_of(made), forms[as_bo])
    assertRedirects(second, f"/team/{cast.ada.pid}/", fetch_redirect_response=False)
    made.refresh_from_db()
    assert (made.closed_by, made.kept_at, Notice.objects.count()) == (cast.ada, first, 1)
    assert "It was kept already." in main(as_bo.get(second.headers["Location"])).text


def test_what_was_dropped_is_not_kept_any_more(as_bo: Client, cast: Cast, made: Promise) -> None:
    form = sent(as_bo.get(url_of(made)))
    made.drop(by=cast.ada, reason="Not needed")
    assert as_bo.post(url_of(made), form).status_code == 409
    made.refresh_from_db()
    assert (made.kept_at, made.reason) == (None, "Not needed")


def test_the_verb_guards_the_line_itself(cast: Cast, made: Promise) -> None:
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    with pytest.raises(Parted):
        made.keep(by=cast.bo)
    made.refresh_from_db()
    assert made.is_open


def test_kept_after_it_was_dropped_is_stale(cast: Cast, made: Promise) -> None:
    made.drop(by=cast.bo, reason="Not needed")
    with pytest.raises(Stale):
        made.keep(by=cast.bo)


def test_when_the_manager_changed_meanwhile_nothing_is_written(as_bo: Client, cast: Cast, made: Promise) -> None:
    form = sent(as_bo.get(url_of(made)))
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert as_bo.post(url_of(made), form).status_code == 404
    made.refresh_from_db()
    assert made.is_open


def test_to_others_it_is_not_there(cast: Cast, made: Promise) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(made))


def test_signed_out(made: Promise) -> None:
    leads_to_welcome(url_of(made))
