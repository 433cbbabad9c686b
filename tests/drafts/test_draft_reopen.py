"""A draft that was put aside is taken up again, unless that would take something back."""

from __future__ import annotations

from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.opening import open_draft, start_from_file
from drafts.publishing import drop, publish
from drafts.writing import pen
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.factories import default_file


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/reopen/"


def rename(draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(draft=draft, key="senior-pm"), "title", "Another")


def test_goes_on_where_it_was(as_lin: Client, draft: Draft, cast: Cast) -> None:
    rename(draft, cast)
    drop(draft, by=cast.lin)

    assertRedirects(as_lin.post(url_of(draft)), f"/drafts/{draft.pid}/")

    again = Draft.objects.open().get()
    assert (again, again.revision, again.closed_by) == (draft, 2, None)
    rename(again, cast)


def test_not_while_another_one_is_open(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)
    other = open_draft(draft.ladder, by=cast.lin)

    assert as_lin.post(url_of(draft)).status_code == 409
    assert Draft.objects.open().get() == other


def test_not_after_a_version_was_published(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)
    other = open_draft(draft.ladder, by=cast.lin)
    rename(other, cast)
    publish(other, by=cast.cy, label="1.1")

    assert as_lin.post(url_of(draft)).status_code == 409
    assert not Draft.objects.open().exists()


def test_not_a_published_one(as_lin: Client, draft: Draft, cast: Cast) -> None:
    rename(draft, cast)
    publish(draft, by=cast.cy, label="1.1")

    assert as_lin.post(url_of(draft)).status_code == 409


def test_a_ladder_that_was_never_published(as_lin: Client, cast: Cast) -> None:
    draft = start_from_file(default_file(), by=cast.lin)
    drop(draft, by=cast.lin)

    assert as_lin.post(url_of(draft)).status_code == 302
    assert Draft.objects.open().get() == draft


def test_a_publisher_may_not(as_cy: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)
    assert as_cy.post(url_of(draft)).status_code == 403


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast, as_lin: Client) -> None:
    drop(draft, by=cast.lin)
    assert as_lin.get(url_of(draft)).status_code == 405
    client = Client()
    client.force_login(cast.ada)
    assert client.post(url_of(draft)).status_code == 404


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
