"""Putting a draft aside: asked for first, and nothing is lost."""

from __future__ import annotations

from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Change, Draft, Piece
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/drop/"


def test_asks_first(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft)))

    assert shown.one("h1").text == "Put this draft aside?"
    assert Draft.objects.open().get() == draft


def test_closes_it_and_keeps_everything(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(draft=draft, key="senior-pm"), "title", "Another")
    pieces = Piece.objects.count()
    form = sent(as_lin.get(url_of(draft)))

    assertRedirects(as_lin.post(url_of(draft), form), "/drafts/")
    assertRedirects(as_lin.post(url_of(draft), form), "/drafts/")  # a double click

    closed = Draft.objects.get()
    assert (closed.closed_by, closed.closed_at is None, closed.version) == (cast.lin, False, None)
    assert (Piece.objects.count(), Change.objects.count()) == (pieces, 1)


def test_a_closed_one_is_closed(as_lin: Client, draft: Draft) -> None:
    form = sent(as_lin.get(url_of(draft)))
    as_lin.post(url_of(draft), form)

    assert as_lin.get(url_of(draft)).status_code == 409
    assert as_lin.post(url_of(draft), form | {"once": "u" * 22}).status_code == 409


def test_a_publisher_may_not(as_cy: Client, draft: Draft) -> None:
    assert [as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code] == [403, 403]


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
