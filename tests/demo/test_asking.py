"""What visitors of the demo find asked: proposals of Ada, and an anchor test that has results."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from demo.asking import ask_around
from demo.filling import HOST
from drafts.models import AnchorTest, Draft, Proposal, Sorter
from drafts.models.proposal import ProposalAnswer
from drafts.publishing import drop
from drafts.views.anchors import outcome
from people.accounts import remove_demo
from people.models import Person
from tests.demo.conftest import TODAY
from tests.factories import PersonFactory

pytestmark = pytest.mark.usefixtures("kept_demo")


def one(address: str) -> Person:
    return Person.objects.get(email=f"{address}@{HOST}")


def test_one_proposal_waits_and_one_is_answered() -> None:
    waiting = Proposal.objects.visible_to(one("lin")).waiting().get()
    answered = Proposal.objects.visible_to(one("ada")).exclude(pk=waiting.pk).get()

    assert (waiting.by, waiting.title, bool(waiting.words)) == (one("ada"), "Product Manager", True)
    assert timezone.localdate(waiting.at) == TODAY - timedelta(days=3)
    assert (answered.answer.by, answered.answer.accepted) == (one("lin"), False)
    assert answered.at < answered.answer.at < waiting.at


def test_a_proposal_says_what_stood_there() -> None:
    for proposal in Proposal.objects.exclude(path=""):
        assert proposal.before
        assert proposal.before != proposal.words


def test_the_anchor_test_has_results_and_bo_has_not_sorted() -> None:
    test = AnchorTest.objects.visible_to(one("lin")).with_counts().get()

    assert (test.draft, test.asked, test.finished) == (Draft.objects.get(), 4, 3)
    assert [sorter.person for sorter in Sorter.objects.filter(test=test).waiting()] == [one("bo")]
    results = outcome(test)
    assert [(result.text.skill, result.text.level) for result in results if not result.is_clear] == [
        ("stakeholders", 4),
        ("stakeholders", 2),
    ]
    assert timezone.localdate(test.at) == TODAY - timedelta(days=2)


def test_a_ladder_with_proposals_is_left_alone() -> None:
    ladder = Draft.objects.get().ladder

    ask_around(ladder, TODAY)

    assert (Proposal.objects.count(), AnchorTest.objects.count()) == (2, 1)


def test_a_ladder_without_a_draft_is_left_alone() -> None:
    draft = Draft.objects.get()
    drop(draft, by=one("lin"))
    Proposal.objects.all().delete()

    ask_around(draft.ladder, TODAY)

    assert Proposal.objects.count() == 0


def test_goes_with_the_demo() -> None:
    Proposal.propose(
        Draft.objects.get().ladder, by=PersonFactory.create(), kind="stages", key="vp", title="VP", reason="Why"
    )

    remove_demo()

    assert (Proposal.objects.count(), ProposalAnswer._default_manager.count()) == (1, 0)
    assert AnchorTest.objects.count() == 0
