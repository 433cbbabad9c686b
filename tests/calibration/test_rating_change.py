"""A change keeps the rating as it was given, beside what is seen differently and why."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from assessments.models import Appraisal, Rating
from calibration.models import Entry, RatingChange, Session
from calibration.models.session import Closed
from ladders.chart import Chart
from people.models import Person
from safeguards.revisions import Stale
from tests.calibration.scenes import NAMES, entry_of, hold, source, told
from tests.cast import Cast


@pytest.fixture
def session(cast: Cast, ladder: Chart) -> Session:
    return hold(cast, ladder)


@pytest.fixture
def entry(cast: Cast, session: Session) -> Entry:
    return entry_of(session, cast.ada)


@pytest.fixture
def delivery(ladder: Chart) -> int:
    return ladder.skill["delivery"].pk


def make(entry: Entry, skill: int, by: Person, *, after: int | None = 4, seen: int = 0) -> RatingChange:
    return RatingChange.make(entry, skill, after=after, reason="Reason.", by=by, seen=seen)


def test_keeps_both_levels_and_the_reason(cast: Cast, entry: Entry, delivery: int) -> None:
    frozen = (dict(entry.assessment.levels or {}), entry.assessment.digest)
    given = list(Rating._default_manager.filter(assessment=entry.assessment).order_by("pk").values())
    change = make(entry, delivery, cast.bo)
    assert (change.before, change.after, change.reason, change.by) == (3, 4, "Reason.", cast.bo)
    entry.assessment.refresh_from_db()
    assert (entry.assessment.levels, entry.assessment.digest) == frozen
    assert list(Rating._default_manager.filter(assessment=entry.assessment).order_by("pk").values()) == given


def test_tells_the_person(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    words = "Bo Lindqvist sees a rating of you differently after a calibration, and says why."
    assert told(cast.ada, "rating_changed") == [words]


def test_a_second_change_goes_on_from_the_first(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    make(entry, delivery, cast.bo, after=None, seen=1)
    rows = RatingChange.objects.visible_to(cast.ada).oldest_first().values_list("before", "after")
    assert list(rows) == [(3, 4), (4, None)]


def test_two_tabs_that_saw_the_same_cannot_both_go_through(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    with pytest.raises(Stale):
        make(entry, delivery, cast.bo, after=2)
    assert RatingChange.objects.count() == 1


def test_the_level_that_holds_is_no_change(cast: Cast, entry: Entry, delivery: int) -> None:
    with pytest.raises(ValidationError, match="holds already"):
        make(entry, delivery, cast.bo, after=3)


def test_a_closed_session_takes_no_change(cast: Cast, session: Session, entry: Entry, delivery: int) -> None:
    session.close(by=cast.hal)
    with pytest.raises(Closed):
        make(entry, delivery, cast.bo)


def test_closing_twice_is_refused(cast: Cast, session: Session) -> None:
    session.close(by=cast.hal)
    with pytest.raises(Closed):
        session.close(by=cast.hal)


def test_nobody_changes_a_rating_of_somebody_elses(cast: Cast, entry: Entry, delivery: int) -> None:
    """Not the person, not the facilitator, not another manager in the session, not the manager's manager."""
    for by in (cast.ada, cast.hal, cast.xena, cast.cy):
        with pytest.raises(Stale):
            make(entry, delivery, by)


def test_a_manager_who_is_not_theirs_any_more_changes_nothing(cast: Cast, entry: Entry, delivery: int) -> None:
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    with pytest.raises(Stale):
        make(entry, delivery, cast.bo)


def test_a_manager_who_is_switched_off_changes_nothing(cast: Cast, entry: Entry, delivery: int) -> None:
    Person.objects.filter(pk=cast.bo.pk).update(is_active=False)
    with pytest.raises(Stale):
        make(entry, delivery, Person.objects.get(pk=cast.bo.pk))


def test_a_skill_that_was_not_rated_is_not_changed(cast: Cast, entry: Entry, ladder: Chart) -> None:
    with pytest.raises(Stale):
        make(entry, ladder.skill["business"].pk, cast.bo)


def test_exactly_the_two_it_concerns_see_it(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    seen = [name for name in NAMES if RatingChange.objects.visible_to(getattr(cast, name)).exists()]
    assert seen == ["ada", "bo"]


def test_a_new_manager_does_not_see_it_and_the_one_before_no_longer(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    seen = [name for name in NAMES if RatingChange.objects.visible_to(getattr(cast, name)).exists()]
    assert seen == ["ada"]


def test_it_is_hidden_from_both_while_another_review_is_open(cast: Cast, entry: Entry, delivery: int) -> None:
    make(entry, delivery, cast.bo)
    Appraisal.begin(cast.ada, assessor=cast.bo, by=cast.bo, version=source().version, stage="product-manager")
    assert not RatingChange.objects.visible_to(cast.ada).exists()
    assert not RatingChange.objects.visible_to(cast.bo).exists()


def test_the_day_is_kept(cast: Cast, entry: Entry, delivery: int) -> None:
    assert make(entry, delivery, cast.bo).at.date() >= date(2020, 1, 1)
