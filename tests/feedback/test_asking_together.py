"""Several people at the same moment around the colleagues of a review: one clear state each time."""

from __future__ import annotations

import pytest

from assessments.models import Appraisal, Ended
from feedback.models import Decided, Feedback, FeedbackAsked, Peer, PeerSummary
from feedback.results import results_for
from ladders.chart import Chart
from tests.cast import Cast
from tests.feedback.pages import form
from tests.feedback.peering import SKILLS, SUMMARY, answers, asked, said, sent, settled
from tests.reviews.pairs import client_of, part_of, submitted
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_colleague_named_in_two_tabs(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    url = f"/reviews/{review.pid}/peers/new/"
    clients = [client_of(cast.di) for _tab in range(4)]
    forms = [form(cast.di, url) | {"who": "Ada Okafor"} for _tab in range(4)]
    found = at_once(lambda number: clients[number].post(url, forms[number]).status_code, count=4)
    assert (sorted(found), Peer.objects.count()) == ([302, 422, 422, 422], 1)


def test_confirmed_or_struck_and_never_both(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = Peer.name(settled(review, ladder), cast.ada)

    def decide(number: int) -> str:
        try:
            Peer.objects.get(pk=row.pk).confirm(by=cast.bo, keep=bool(number), note="Word")
        except Decided:
            return "decided"
        return "kept" if number else "struck"

    found = at_once(decide, count=2)
    assert found.count("decided") == 1
    now = Peer.objects.get()
    assert now.state.value == ("asked" if "kept" in found else "struck")
    assert Peer.objects.visible_to(cast.ada).count() == found.count("kept")


def test_confirmed_while_the_colleague_declines(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    """The manager presses again in the moment when the colleague, asked already, declines."""
    row = asked(settled(review, ladder), cast.ada)

    def act(number: int) -> str:
        mine = Peer.objects.get(pk=row.pk)
        try:
            mine.decline(reason="") if number else mine.confirm(by=cast.bo, keep=True, note="")
        except Decided:
            return "decided"
        return "done"

    assert at_once(act, count=2) == ["decided", "done"]
    assert Peer.objects.get().state is Peer.State.DECLINED


def test_sent_or_declined_and_never_both(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = asked(settled(review, ladder), cast.ada)

    def act(number: int) -> str:
        mine = Peer.objects.get(pk=row.pk)
        try:
            if number:
                mine.decline(reason="")
            else:
                mine.save_answers(answers(ladder, dict.fromkeys(SKILLS, 3), ""), seen=1, writer="w", send=True)
        except Decided:
            return "decided"
        return "done"

    assert sorted(at_once(act, count=2)) == ["decided", "done"]
    now = Peer.objects.get()
    assert (now.sent_at is None) != (now.declined_at is None)
    assert len(said(now)) == (2 if now.sent_at else 0)


def test_an_answer_in_the_moment_of_the_reveal(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    """Either it is in and both read it, or it is refused and nobody does; never half of it."""
    circle = settled(review, ladder)
    row = asked(circle, cast.ada)
    submitted(review, cast.di)
    last = part_of(review, cast.bo).assessment

    def act(number: int) -> str:
        if number == 0:
            last.submit()
            return "revealed"
        try:
            mine = Peer.objects.get(pk=row.pk)
            mine.save_answers(answers(ladder, dict.fromkeys(SKILLS, 3), "Words"), seen=1, writer="w", send=True)
        except Ended:
            return "late"
        return "in"

    found = at_once(act, count=2)
    now, done = Peer.objects.get(), Appraisal.objects.get(pk=review.pk)
    assert (found[0], found[1] == "in") == ("revealed", now.sent_at is not None)
    assert len(said(now)) == (2 if now.sent_at else 0)
    if now.sent_at and done.revealed_at:
        assert now.sent_at <= done.revealed_at or found[1] == "in"
    assert results_for(cast.bo, done, circle).why == ("" if now.sent_at else "nobody")


def test_the_summary_is_computed_once(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, SUMMARY)
    for one, level in ((cast.ada, 3), (cast.eve, 2), (cast.hal, 3)):
        sent(circle, one, ladder, level, f"Words of {level}")
    for one in (cast.di, cast.bo):
        submitted(review, one)
    done = Appraisal.objects.get(pk=review.pk)
    found = at_once(lambda number: results_for((cast.di, cast.bo)[number % 2], done, circle), count=8)
    assert (len(set(found)), PeerSummary.objects.count()) == (1, 1)


def test_a_question_is_answered_or_declined(cast: Cast, ladder: Chart) -> None:
    row = FeedbackAsked.ask(cast.ada, cast.eve, question="How was it?", skill=None)

    def act(number: int) -> str:
        mine = FeedbackAsked.objects.get(pk=row.pk)
        try:
            mine.decline(reason="") if number else Feedback.give(cast.eve, cast.ada, words="Clear.", asked=mine)
        except Decided:
            return "decided"
        return "done"

    assert sorted(at_once(act, count=2)) == ["decided", "done"]
    assert (FeedbackAsked.objects.get().declined_at is None) == Feedback.objects.exists()
