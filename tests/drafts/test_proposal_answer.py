"""Answering a proposal: taking it over into the draft, or saying why not."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Change, Draft, Edit, Piece, Proposal
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import page, sent
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.drafts.voices import proposed


@pytest.fixture
def proposal(draft: Draft, cast: Cast) -> Proposal:
    return proposed(cast.ada, draft.ladder)


def url_of(proposal: Proposal) -> str:
    return f"/proposals/{proposal.pid}/answer/"


def page_of(proposal: Proposal) -> str:
    return f"/proposals/{proposal.pid}/"


def form_of(client: Client, proposal: Proposal) -> dict[str, object]:
    """What the form sends without a button."""
    return {**sent(client.get(page_of(proposal))), "accept": ""}


def text_of(draft: Draft) -> object:
    return Piece.objects.get(draft=draft, kind="stages", key="product-manager").read("text")


def test_taken_over_it_is_a_change_of_the_draft(
    as_lin: Client, as_ada: Client, draft: Draft, proposal: Proposal, cast: Cast
) -> None:
    response = as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"accept": "on", "words": "Good point."})

    assertRedirects(response, page_of(proposal))
    assert text_of(draft) == "Leads one product."
    change = Change.objects.get()
    assert (change.by, change.path, change.after) == (cast.lin, "text", "Leads one product.")
    assert (
        "taken over It applies once a version with it is in force. Good point. Lin Mei-Hua"
        in page(as_ada.get(page_of(proposal))).text
    )


def test_taken_over_where_no_draft_is_open_it_opens_one(
    as_lin: Client, draft: Draft, proposal: Proposal, cast: Cast
) -> None:
    drop(draft, by=cast.lin)

    as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"accept": "on"})

    (again,) = Draft.objects.open()
    assert again != draft
    assert text_of(again) == "Leads one product."


def test_a_list_is_taken_over_line_by_line(as_lin: Client, draft: Draft, cast: Cast) -> None:
    proposal = proposed(cast.ada, draft.ladder, path="does", words="Decides\n  with data\nListens")

    as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"accept": "on"})

    piece = Piece.objects.get(draft=draft, kind="stages", key="product-manager")
    assert piece.read("does") == ["Decides\nwith data", "Listens"]


def test_answered_without_taking_it_over(as_lin: Client, draft: Draft, proposal: Proposal) -> None:
    before = text_of(draft)

    as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"words": "Not this year."})

    assert text_of(draft) == before
    answer = Proposal.objects.get().answer
    assert (answer.accepted, answer.words, answer.draft) == (False, "Not this year.", None)


def test_no_without_a_reason_is_no_answer(as_lin: Client, proposal: Proposal) -> None:
    response = as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"words": " "})

    assert response.status_code == 422
    assert "Say why not, in a sentence." in page(response).text
    assert Proposal.objects.get().is_waiting


def test_somebody_who_wrote_there_meanwhile_is_not_overwritten(
    as_lin: Client, draft: Draft, stage: Piece, proposal: Proposal, cast: Cast
) -> None:
    form = form_of(as_lin, proposal)
    write(draft, [Edit(stage.pid, "text", "Root's words.")], seen=1, by=cast.root)

    response = as_lin.post(url_of(proposal), form | {"accept": "on", "words": "Fine."})

    assert response.status_code == 409
    said = page(response).text
    assert "Root Andersen changed this text since you opened the page." in said
    assert "Root's words." in said
    assert sent(response)["words"] == ["Fine."]
    assert text_of(draft) == "Root's words."
    assert Proposal.objects.get().is_waiting


def test_what_is_no_longer_there_cannot_be_taken_over(
    as_lin: Client, draft: Draft, stage: Piece, proposal: Proposal, cast: Cast
) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(stage, True)

    response = as_lin.post(url_of(proposal), form_of(as_lin, proposal) | {"accept": "on"})

    assert response.status_code == 409
    assert Proposal.objects.get().is_waiting


def test_two_keepers_answer_once(as_lin: Client, proposal: Proposal) -> None:
    form = form_of(as_lin, proposal) | {"words": "No."}
    as_lin.post(url_of(proposal), form)

    assert as_lin.post(url_of(proposal), form | {"words": "Yes, why not."}).status_code == 409
    assert Proposal.objects.get().answer.words == "No."


def test_only_keepers_who_edit_answer(as_ada: Client, as_cy: Client, proposal: Proposal) -> None:
    for client in (as_ada, as_cy):
        assert client.post(url_of(proposal), {"words": "Yes", "accept": "on"}).status_code == 403


def test_to_colleagues_it_is_not_there(proposal: Proposal, cast: Cast) -> None:
    for person in (cast.di, cast.bo, cast.hal, cast.root):
        assert client_of(person).post(url_of(proposal), {"words": "No."}).status_code == 404


def test_signed_out(proposal: Proposal) -> None:
    leads_to_welcome(url_of(proposal))
