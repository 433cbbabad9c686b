"""Answering, for the draft as it was read."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Keeper, Piece, Review
from drafts.models.keeper import appoint
from drafts.publishing import drop
from drafts.writing import pen
from people.models import Duty
from safeguards.revisions import Stale
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.safeguards.side_by_side import at_once


@pytest.fixture
def review(draft: Draft, cast: Cast) -> Review:
    return Review.ask(draft, by=cast.lin, note="Is it clear?")


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/review/"


def rename(draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(draft=draft, key="senior-pm"), "title", "Another")


def test_a_publisher_answers(as_cy: Client, draft: Draft, review: Review, cast: Cast) -> None:
    form = sent(as_cy.get(url_of(draft))) | {"answer": "change", "words": "Say who decides."}

    assertRedirects(as_cy.post(url_of(draft), form), f"/drafts/{draft.pid}/")

    review.refresh_from_db()
    assert (review.answer, review.words, review.answered_by) == ("change", "Say who decides.", cast.cy)
    assert review.answered_revision == draft.revision


def test_the_answer_stands_above_the_draft(as_lin: Client, draft: Draft, review: Review, cast: Cast) -> None:
    review.reply(Review.Answer.FINE, by=cast.cy, seen=draft.revision, words="Good to read.")
    changes = f"/drafts/{draft.pid}/changes/"

    first = [one.text for one in main(as_lin.get(changes)).one("div", "review").all("p")]
    assert (first[0].endswith("it is fine as it is."), first[1]) == (True, "Good to read.")

    rename(draft, cast)
    later = main(as_lin.get(changes)).one("div", "review").all("p")[0].text
    assert later.endswith("it is fine as it is. 1 edit since then.")


def test_not_for_a_draft_that_changed_while_it_was_read(
    as_cy: Client, draft: Draft, review: Review, cast: Cast
) -> None:
    form = sent(as_cy.get(url_of(draft))) | {"answer": "fine"}
    rename(draft, cast)

    assert as_cy.post(url_of(draft), form).status_code == 409
    review.refresh_from_db()
    assert review.answered_at is None


def test_the_first_answer_counts(draft: Draft, review: Review, cast: Cast) -> None:
    review.reply(Review.Answer.FINE, by=cast.cy, seen=draft.revision)

    with pytest.raises(Stale):
        Review.objects.get().reply(Review.Answer.CHANGE, by=cast.cy, seen=draft.revision)
    assert Review.objects.get().answer == "fine"


def test_nobody_answers_their_own_question(as_lin: Client, draft: Draft, review: Review, cast: Cast) -> None:
    appoint(draft.ladder, cast.lin, Keeper.Kind.PUBLISH, by=cast.cy)

    assert [as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code] == [403, 403]
    with pytest.raises(PermissionDenied):
        review.reply(Review.Answer.FINE, by=cast.lin, seen=draft.revision)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, {"answer"}),
        ({"answer": "maybe"}, {"answer"}),
        ({"answer": "change", "words": "  "}, {"words"}),
        ({"answer": "fine", "words": NUL}, {"words"}),
    ],
)
def test_what_is_wrong_is_said(
    as_cy: Client, draft: Draft, review: Review, said: dict[str, str], wrong: set[str]
) -> None:
    response = as_cy.post(url_of(draft), sent(as_cy.get(url_of(draft))) | said)

    assert (response.status_code, set(errors(response))) == (422, wrong)


def test_without_a_question_there_is_no_answer(as_cy: Client, draft: Draft) -> None:
    assert as_cy.get(url_of(draft)).status_code == 404


def test_not_of_a_closed_draft(as_cy: Client, draft: Draft, review: Review, cast: Cast) -> None:
    drop(draft, by=cast.lin)
    assert [as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code] == [409, 409]


def test_an_editor_does_not_answer(as_lin: Client, draft: Draft, review: Review, cast: Cast) -> None:
    assert [as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code] == [403, 403]


def test_whoever_loses_the_duty_no_longer_answers(as_cy: Client, draft: Draft, review: Review, cast: Cast) -> None:
    form = sent(as_cy.get(url_of(draft))) | {"answer": "fine"}
    Duty.objects.filter(person=cast.cy).delete()

    assert as_cy.post(url_of(draft), form).status_code == 404
    review.refresh_from_db()
    assert review.answered_at is None


def test_for_everybody_else_there_is_nothing(draft: Draft, review: Review, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_counts(draft: Draft, review: Review, cast: Cast) -> None:
    def answered(number: int) -> bool:
        try:
            Review.objects.get().reply(Review.Answer.FINE, by=cast.cy, seen=draft.revision, words=str(number))
        except Stale:
            return False
        return True

    assert sorted(at_once(answered, count=3)) == [False, False, True]
