"""The draft that visitors of the demo find: it fits together, waits for a look, and goes with the demo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from demo.drafting import begin_draft
from demo.filling import HOST
from drafts.desk import desk_of
from drafts.differing import difference
from drafts.models import Change, Draft, Keeper, Review
from drafts.opening import open_draft, start_from_file
from drafts.publishing import drop
from ladders.changes import Weight, suggested
from people.accounts import remove_demo
from people.models import Person
from tests.demo.conftest import TODAY
from tests.factories import PersonFactory, default_file

pytestmark = pytest.mark.usefixtures("kept_demo")


def one(address: str) -> Person:
    return Person.objects.get(email=f"{address}@{HOST}")


def test_is_lins_and_fits_together() -> None:
    draft = Draft.objects.get()

    found = difference(draft, desk_of(draft))
    assert found is not None
    assert (draft.opened_by, draft.guest, draft.revision) == (one("lin"), one("lin"), 7)
    assert suggested(found.changes) == Weight.MAJOR
    assert len(list(found.changes)) == 6


def test_waits_for_cy() -> None:
    review = Review.objects.visible_to(one("cy")).waiting().get()

    assert review.asked_by == one("lin")
    assert Draft.objects.publishable_by(one("cy")).get() == review.draft
    assert not Draft.objects.publishable_by(one("lin")).exists()
    assert Keeper.objects.get().person == one("kaito")


def test_was_written_in_the_days_before() -> None:
    days = [timezone.localdate(change.at) for change in Change.objects.order_by("number")]

    assert (days[-1], days == sorted(days), days[0] < days[-1]) == (TODAY - timedelta(days=1), True, True)
    draft = Draft.objects.get()
    assert draft.opened_at < Change.objects.earliest("number").at


def test_a_ladder_that_has_a_draft_is_left_alone() -> None:
    draft = Draft.objects.get()

    begin_draft(draft.ladder, TODAY)

    assert (Draft.objects.count(), Change.objects.count()) == (1, 6)


def test_what_visitors_open_goes_with_the_demo() -> None:
    drop(Draft.objects.get(), by=one("lin"))
    open_draft(Draft.objects.get().ladder, by=one("lin"))
    start_from_file(default_file(), by=one("lin"))

    remove_demo()

    assert Draft.objects.count() == 0


def test_what_others_open_stays() -> None:
    drop(Draft.objects.get(), by=one("lin"))
    kept = open_draft(Draft.objects.get().ladder, by=PersonFactory.create())

    remove_demo()

    assert Draft.objects.get() == kept
