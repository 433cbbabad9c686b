"""What waits for the two of a review."""

from __future__ import annotations

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Appraisal
from assessments.reopening import answer, ask
from ladders.chart import Chart
from people.models import Person
from people.waiting import waiting_for
from tests.cast import Cast
from tests.reviews.pairs import FAR, NEAR, ONE, agreed, opened, revealed, settle, submitted


def words(person: Person) -> list[str]:
    return [one.words for one in waiting_for(person)]


def test_the_assessor_until_they_have_submitted(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    # The person's own part stands among what they do next.
    assert (words(cast.bo), words(cast.ada)) == (["Your part of the review of Ada Okafor is not in yet."], [])
    submitted(review, cast.bo)
    assert words(cast.bo) == []


def test_nobody_once_it_is_called_off_or_handed_over(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    review.hand_to(cast.cy)
    assert (words(cast.bo), len(words(cast.cy))) == ([], 1)
    Appraisal.objects.update(ended_at=review.opened_at)
    assert words(cast.cy) == []


def test_both_until_they_have_said_yes(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 2, ONE: "both"})
    assert words(cast.ada) == ["Agree with Bo Lindqvist on what you both rated."]
    assert words(cast.bo) == ["Agree with Ada Okafor on what you both rated."]
    say_yes(review, by=cast.bo, seen=fingerprint(review))
    assert (words(cast.bo), len(words(cast.ada))) == ([], 1)


def test_the_other_one_until_the_question_to_rate_again_is_answered(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    answer(ask(review, by=cast.ada, reason="Too early."), by=cast.bo, accept=False)
    assert words(cast.ada) == words(cast.bo) == []
    asked = ask(review, by=cast.bo, reason="The pricing review was left out.")
    (one,) = waiting_for(cast.ada)
    assert one.words == "Bo Lindqvist asks to open a review with you again."
    assert one.url == f"/reviews/{review.pid}/again/answer/"
    # The people team may answer too, and is not waited for.
    assert (words(cast.bo), words(cast.hal), words(cast.di)) == ([], [], [])
    answer(asked, by=cast.ada, accept=False)
    assert words(cast.ada) == []
