"""Taking a proposal back."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Proposal
from drafts.proposing import answer
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.drafts.voices import proposed


@pytest.fixture
def proposal(draft: Draft, cast: Cast) -> Proposal:
    return proposed(cast.ada, draft.ladder)


def url_of(proposal: Proposal) -> str:
    return f"/proposals/{proposal.pid}/withdraw/"


def form(client: Client, proposal: Proposal) -> dict[str, object]:
    return dict(sent(client.get(f"/proposals/{proposal.pid}/")))


def test_it_is_gone_and_a_double_click_is_one(as_ada: Client, proposal: Proposal) -> None:
    data = form(as_ada, proposal)

    for _click in range(2):
        assertRedirects(as_ada.post(url_of(proposal), data), "/proposals/")

    assert Proposal.objects.count() == 0


def test_an_answer_stays(as_ada: Client, proposal: Proposal, cast: Cast) -> None:
    data = form(as_ada, proposal)
    answer(proposal, by=cast.lin, accepted=False, words="No.")

    assert as_ada.post(url_of(proposal), data).status_code == 409
    assert Proposal.objects.get() == proposal


def test_only_its_maker_takes_it_back(as_lin: Client, proposal: Proposal, cast: Cast) -> None:
    assert as_lin.post(url_of(proposal), form(as_lin, proposal)).status_code == 404
    assert client_of(cast.di).post(url_of(proposal)).status_code == 404


def test_signed_out(proposal: Proposal) -> None:
    leads_to_welcome(url_of(proposal))
