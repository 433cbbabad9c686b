"""One proposal: its maker and the keepers of the ladder read it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft, Piece, Proposal
from drafts.proposing import accept
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.voices import proposed


@pytest.fixture
def proposal(draft: Draft, cast: Cast) -> Proposal:
    return proposed(cast.ada, draft.ladder)


def url_of(proposal: Proposal) -> str:
    return f"/proposals/{proposal.pid}/"


def text_of(draft: Draft) -> object:
    return Piece.objects.get(draft=draft, kind="stages", key="product-manager").read("text")


def test_shows_reason_words_and_what_the_draft_says(as_lin: Client, draft: Draft, proposal: Proposal) -> None:
    said = page(as_lin.get(url_of(proposal))).text

    for words in ("We have several.", "Leads one product.", str(text_of(draft)), "Ada Okafor"):
        assert words in said


@pytest.mark.parametrize(
    ("kind", "path", "said"),
    [
        ("stages", "", []),
        ("stages", "text", ["What it is for"]),
        ("stages", "does", ["What people do"]),
        ("skills", "text", ["What it is"]),
        ("skills", "levels/3/text", ["Level 3"]),
        ("skills", "at/senior-pm/text", ["Its text at one stage"]),
    ],
)
def test_says_which_text_it_is_about(
    as_ada: Client, draft: Draft, cast: Cast, kind: str, path: str, said: list[str]
) -> None:
    key = "product-manager" if kind == "stages" else "delivery"
    proposal = proposed(cast.ada, draft.ladder, kind=kind, key=key, path=path)

    shown = page(as_ada.get(url_of(proposal)))
    assert [line.text for line in shown.all("p") if line.attrs.get("class") == "lede"] == said


def test_leads_on_to_the_draft_it_was_taken_into(
    as_lin: Client, draft: Draft, proposal: Proposal, cast: Cast
) -> None:
    accept(proposal, by=cast.lin, words="", seen=None)

    found = page(as_lin.get(url_of(proposal))).one("aside").all("a")
    assert [link.attrs["href"] for link in found] == [f"/drafts/{draft.pid}/"]


def test_its_maker_and_who_publishes_read_it_without_the_form(
    as_ada: Client, as_cy: Client, as_lin: Client, proposal: Proposal
) -> None:
    forms = [len(page(client.get(url_of(proposal))).all("textarea")) for client in (as_ada, as_cy, as_lin)]
    assert forms == [0, 0, 1]


def test_to_colleagues_it_is_not_there(proposal: Proposal, cast: Cast) -> None:
    for person in (cast.di, cast.bo, cast.hal, cast.root):
        is_not_there(person, url_of(proposal), post=False)


def test_signed_out(proposal: Proposal) -> None:
    leads_to_welcome(url_of(proposal))


def test_queries(as_lin: Client, proposal: Proposal, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(6):
        as_lin.get(url_of(proposal))
