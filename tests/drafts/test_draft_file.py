"""A draft as a file, as it is now."""

from __future__ import annotations

from django.test import Client

from drafts.assembling import assemble
from drafts.models import Draft
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from ladders.exchange import read
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.cast import Cast
from tests.drafts.pieces import piece_of


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/file/"


def test_says_what_the_draft_says(as_lin: Client, as_cy: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "title", "أخرى")
    for client in (as_lin, as_cy):
        answer = client.get(url_of(draft))
        assert answer.headers["Content-Disposition"] == 'attachment; filename="product-management-draft.yaml"'
        assert read(answer.content).ladder == assemble(draft).file
    assert "title: أخرى" in answer.content.decode()


def test_what_does_not_fit_together_is_no_file(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "next", ["nowhere"])
    answer = as_lin.get(url_of(draft))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/drafts/{draft.pid}/check/")


def test_a_closed_draft_can_be_taken_along(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)
    assert as_lin.get(url_of(draft)).status_code == 200


def test_for_its_keepers_only(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)
    leads_to_welcome(url_of(draft))
