"""Asking for a look at the draft."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Closed, Draft, Review
from drafts.publishing import drop
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, links, main, sent
from tests.cast import Cast
from tests.safeguards.side_by_side import at_once


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/review/ask/"


def test_an_editor_asks(as_lin: Client, draft: Draft, cast: Cast) -> None:
    form = sent(as_lin.get(url_of(draft))) | {"note": "Is the senior stage clear?"}

    assertRedirects(as_lin.post(url_of(draft), form), f"/drafts/{draft.pid}/")
    as_lin.post(url_of(draft), form)  # a double click

    found = Review.objects.get()
    assert (found.asked_by, found.note, found.revision, found.answered_at) == (
        cast.lin,
        "Is the senior stage clear?",
        draft.revision,
        None,
    )


def test_it_stands_above_the_draft(as_lin: Client, as_cy: Client, draft: Draft, cast: Cast) -> None:
    Review.ask(draft, by=cast.lin, note="Is it clear?")
    changes = f"/drafts/{draft.pid}/changes/"

    shown = main(as_cy.get(changes)).one("div", "review")
    assert [one.text for one in shown.all("p")][1] == "Is it clear?"
    assert links(shown) == [(f"/drafts/{draft.pid}/review/", "Answer")]
    assert links(main(as_lin.get(changes)).one("div", "review")) == []


def test_while_one_question_waits_there_is_no_other(as_lin: Client, draft: Draft, cast: Cast) -> None:
    first = Review.ask(draft, by=cast.lin, note="One")

    assert Review.ask(draft, by=cast.root, note="Two") == first
    assert (url_of(draft), "Ask for a review") not in links(main(as_lin.get(f"/drafts/{draft.pid}/changes/")))


def test_after_the_answer_one_can_ask_again(draft: Draft, cast: Cast) -> None:
    Review.ask(draft, by=cast.lin).reply(Review.Answer.CHANGE, by=cast.cy, seen=draft.revision, words="No.")

    Review.ask(draft, by=cast.lin, note="Now?")

    assert [one.note for one in Review.objects.latest_first()] == ["Now?", ""]


@pytest.mark.parametrize("note", ["x" * 4_001, NUL])
def test_what_is_wrong_is_said(as_lin: Client, draft: Draft, note: str) -> None:
    response = as_lin.post(url_of(draft), sent(as_lin.get(url_of(draft))) | {"note": note})

    assert (response.status_code, set(errors(response)), Review.objects.count()) == (422, {"note"}, 0)


def test_not_of_a_closed_draft(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert [as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code] == [409, 409]
    with pytest.raises(Closed):
        Review.ask(draft, by=cast.lin)


def test_a_publisher_does_not_ask(as_cy: Client, draft: Draft) -> None:
    assert [as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code] == [403, 403]


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


@pytest.mark.django_db(transaction=True)
def test_two_at_once_ask_one_question(draft: Draft, cast: Cast) -> None:
    found = at_once(lambda number: Review.ask(draft, by=cast.lin, note=str(number)).pk, count=4)

    assert len(set(found)) == Review.objects.count() == 1
