"""A person's own reads in plain SQL: each says the same as the words it stands for, and nothing once one has left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from assessments.models import Assessment, Evidence, Standing
from assessments.quarters import Quarters
from ladders.chart import Chart
from ladders.standing import Basis, Held
from people.models import Person
from reviews.ending import end_review
from reviews.models import KeptPart
from safeguards.ids import new_pid
from tests.assessments.litany import agreed, draft, noted, rated
from tests.assessments.pages import main
from tests.cast import Cast
from tests.reviews.pairs import client_of, opened, revealed, submitted

TODAY = date(2024, 6, 4)
QUARTERS = Quarters.until(TODAY)
LATE = datetime(2024, 5, 2, 23, 30, tzinfo=UTC)  # another day in other parts of the world


def held(person: Person, ladder: Chart) -> dict[str, dict[Basis, Held]]:
    slugs = {skill.pk: skill.slug for skill in ladder.skills}
    found: dict[str, dict[Basis, Held]] = {}
    for row in Standing.objects.visible_to(person).about(person):
        found.setdefault(slugs[row.skill_id], {})[Basis(row.basis)] = Held(row.level, row.as_of)
    return found


def by_quarter(person: Person) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[date]] = {}
    for item in Evidence.objects.visible_to(person).about(person).recent(QUARTERS):
        for skill in item.skills.all():
            found.setdefault(skill.pk, []).append(item.happened_on)
    return {skill: QUARTERS.counts(days) for skill, days in found.items()}


def for_skill(person: Person, skill: int) -> list[tuple[date, str]]:
    items = Evidence.objects.visible_to(person).about(person).for_skill(skill).latest_first()
    return [(item.happened_on, item.title) for item in items]


def course(person: Person) -> list[tuple[datetime | None, dict[str, int | None] | None]]:
    own = Assessment.objects.visible_to(person, Assessment.Kind.SELF).about(person).counting().latest_first()
    return [(done.submitted_at, done.levels) for done in own]


def nothing(cast: Cast, ladder: Chart) -> None:
    """The world of somebody who has just come."""


def a_little(cast: Cast, ladder: Chart) -> None:
    rated(cast.ada, {"delivery": 2, "vision": None, "design": 0}, at=LATE)
    noted(cast.ada, ladder, ["delivery"], TODAY)
    noted(cast.ada, ladder, [], TODAY)


def a_lot(cast: Cast, ladder: Chart) -> None:
    """Several people, several words on each skill, two check-ins in one moment, a draft, days on every edge."""
    for person in (cast.ada, cast.di, cast.gone):
        for days in (2, 0, 1, 1):
            rated(person, {"delivery": days, "vision": None if days else 4}, at=LATE + timedelta(days=days))
        agreed(person, {"delivery": 5, "design": 1}, cast.bo, at=LATE)
        draft(person)
        for start in (*QUARTERS.starts, TODAY):
            for days in (-1, 0, 1):
                noted(person, ladder, ["delivery", "vision"], start + timedelta(days=days))
    agreed(cast.di, {"delivery": 3}, cast.ada, at=LATE)


@pytest.mark.parametrize("world", [nothing, a_little, a_lot])
def test_own_is_what_the_words_say(cast: Cast, ladder: Chart, world: Callable[[Cast, Chart], None]) -> None:
    world(cast, ladder)
    for person in (cast.ada, cast.bo, cast.di, cast.hal, cast.gone):
        assert Standing.own(person, ladder) == held(person, ladder)
        assert Evidence.own_by_quarter(person, QUARTERS) == by_quarter(person)
        for skill in ("delivery", "vision", "design"):
            assert Evidence.own_for_skill(person, ladder.skill[skill].pk) == for_skill(person, ladder.skill[skill].pk)
        assert Assessment.own_course(person) == course(person)
        assert Assessment.own_course(person, most=2) == course(person)[:2]


def test_there_is_something_to_say(cast: Cast, ladder: Chart) -> None:
    a_lot(cast, ladder)
    delivery = ladder.skill["delivery"].pk
    assert Standing.own(cast.ada, ladder)["delivery"] == {
        Basis.SELF: Held(1, date(2024, 5, 3)),
        Basis.AGREED: Held(5, date(2024, 5, 2)),
    }
    assert Evidence.own_by_quarter(cast.ada, QUARTERS)[delivery] == (3, 3, 3, 3)
    assert [moment for moment, _levels in Assessment.own_course(cast.ada)] == [
        LATE + timedelta(days=days) for days in (2, 1, 1, 0)
    ]


def test_a_skill_of_another_ladder_is_left_out(ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 2, "vision": 3})
    assert set(Standing.own(ada, replace(ladder, skills=(ladder.skill["vision"],)))) == {"vision"}


def test_who_has_left_gets_nothing(cast: Cast, ladder: Chart) -> None:
    a_lot(cast, ladder)
    mine = Assessment.objects.get(person=cast.gone, submitted_at=None)
    assert (
        Standing.own(cast.gone, ladder),
        Evidence.own_by_quarter(cast.gone, QUARTERS),
        Evidence.own_for_skill(cast.gone, ladder.skill["delivery"].pk),
        Assessment.own_course(cast.gone),
        Assessment.own(cast.gone, mine.pid),
    ) == ({}, {}, [], [], None)


def reviewed(cast: Cast, ladder: Chart) -> None:
    """The same, and reviews in every state: both rate, one is in, revealed, called off, handed over."""
    a_lot(cast, ladder)
    opened(cast.ada, cast.bo).start_part(cast.ada)
    submitted(opened(cast.di, cast.bo), cast.bo)
    revealed(cast.eve, cast.xena)
    off = opened(cast.eve, cast.xena)
    for person in (cast.eve, cast.xena):
        off.start_part(person)
    off.end(by=cast.hal, reason="Leave.")
    handed = opened(cast.eve, cast.xena)
    handed.start_part(cast.xena)
    handed.hand_to(cast.cy)
    handed.start_part(cast.cy)


def test_while_a_review_is_open_own_is_what_the_words_say(cast: Cast, ladder: Chart) -> None:
    reviewed(cast, ladder)
    for person in (cast.ada, cast.bo, cast.di, cast.eve, cast.xena, cast.cy, cast.gone):
        assert Standing.own(person, ladder) == held(person, ladder)
        assert Assessment.own_course(person) == course(person)


@pytest.mark.parametrize("world", [a_lot, reviewed])
def test_one_of_ones_own_is_what_the_words_say(
    cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, world: Callable[[Cast, Chart], None]
) -> None:
    """What one writes; and what one wrote and may not write now: in a review that is over, or hidden by one."""
    world(cast, ladder)
    pids = [*Assessment.objects.values_list("pid", flat=True), new_pid(), ""]
    for person in (cast.ada, cast.bo, cast.cy, cast.di, cast.eve, cast.xena, cast.hal, cast.gone):
        words = Assessment.objects.visible_to(person).writable_by(person)
        for pid in pids:
            found, said = Assessment.own(person, pid), words.filter(pid=pid).first()
            hidden = Assessment.objects.hidden_from(person).filter(pid=pid).exists()
            if found and (hidden or found.is_stopped or (found.appraisal and found.appraisal.revealed_at)):
                assert (said, person in (found.person, found.assessor)) == (None, True)
                continue
            assert found == said
            if found and said:
                assert [getattr(found, field.attname) for field in Assessment._meta.concrete_fields] == [
                    getattr(said, field.attname) for field in Assessment._meta.concrete_fields
                ]
    pid = Assessment.objects.get(person=cast.ada, submitted_at=None, appraisal=None).pid
    with django_assert_num_queries(1):
        own = Assessment.own(cast.ada, pid)
        assert own is not None
        assert own.person == cast.ada


def test_with_a_lock_it_is_the_same(cast: Cast, ladder: Chart) -> None:
    a_lot(cast, ladder)
    pid = Assessment.objects.get(person=cast.ada, submitted_at=None).pid
    with transaction.atomic():
        assert Assessment.own(cast.ada, pid, lock=True) == Assessment.own(cast.ada, pid)
        assert Assessment.own(cast.di, pid, lock=True) is None


def test_a_part_of_a_review_that_was_called_off_stays_readable_and_does_not_count(cast: Cast, ladder: Chart) -> None:
    rated(cast.ada, {"delivery": 2}, at=LATE)
    review = opened(cast.ada, cast.bo)
    part = submitted(review, cast.ada)
    review.end(by=cast.hal, reason="Leave.")

    assert Assessment.objects.visible_to(cast.ada).filter(pk=part.pk).exists()
    assert [moment for moment, _levels in Assessment.own_course(cast.ada)] == [LATE]
    assert Assessment.own_course(cast.ada) == course(cast.ada)
    assert Standing.own(cast.ada, ladder)["delivery"] == {Basis.SELF: Held(2, date(2024, 5, 2))}
    assert [row.pk for row in Assessment.objects.to_rebuild([cast.ada.pk])] != []
    assert part not in Assessment.objects.to_rebuild([cast.ada.pk])


def test_it_counts_once_the_person_makes_it_a_check_in(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    part = submitted(review, cast.ada)
    end_review(review, by=cast.hal, reason="Leave.")
    assert Assessment.own_course(cast.ada) == []

    KeptPart.objects.get(writer=cast.ada).to_check_in()

    assert [moment for moment, _levels in Assessment.own_course(cast.ada)] == [part.submitted_at]
    assert Standing.own(cast.ada, ladder)["delivery"][Basis.SELF].level == 3


def test_the_list_of_check_ins_says_that_it_does_not_count(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    submitted(review, cast.ada)
    review.end(by=cast.hal, reason="Leave.")
    text = main(client_of(cast.ada).get("/assess/")).text
    assert "of a review that was called off; it does not count" in text
