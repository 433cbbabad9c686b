"""Where a person stands against one stage, and how it went over time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.outlook import LOOKS_BACK, Outlook, outlook, snapshots
from assessments.quarters import Quarters
from ladders.chart import Chart
from ladders.reading import place_of
from people.models import Person
from tests.assessments.litany import agreed, every, noted, place, rated
from tests.cast import Cast

TODAY = date(2024, 6, 4)


def look(person: Person, stage: str) -> Outlook:
    found = place_of(person)
    assert found is not None
    return outlook(person, found, found.chart.stage[stage], Quarters.until(TODAY))


def course(person: Person, ladder: Chart) -> list[tuple[date, dict[str, int]]]:
    return [(day, dict(levels)) for day, levels in snapshots(person, {s.pk: s.slug for s in ladder.skills})]


def month(number: int) -> datetime:
    return datetime(2023, number, 5, 9, tzinfo=UTC)


def test_brings_together_standing_evidence_and_course(
    ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    rated(ada, every(ladder, 3), at=month(5))
    noted(ada, ladder, ["delivery"], date(2024, 5, 1))
    noted(ada, ladder, ["delivery"], date(2023, 6, 4))
    with django_assert_num_queries(4):  # place, evidence, standing, check-ins
        found = look(ada, "senior-pm")
    rows = {row.skill.slug: row for row in found.gap.rows}
    assert (found.gap.expected, found.gap.met, found.verdict.met, found.empty) == (22, 11, False, False)
    assert (rows["delivery"].evidence, rows["delivery"].came, rows["delivery"].as_of) == (
        (0, 0, 0, 1),
        3,
        date(2023, 5, 5),
    )
    assert found.trend.met == (11,)


def test_nothing_rated(ada: Person) -> None:
    found = look(ada, "senior-pm")
    assert (found.empty, found.trend.days, found.gap.unknown) == (True, (), 22)


def test_the_present_stage_is_not_compared_with_itself(ada: Person) -> None:
    assert {row.came for row in look(ada, "product-manager").gap.rows} == {None}


def test_from_a_stage_that_is_gone_nothing_is_compared(ada: Person) -> None:
    place(ada, "product-wizard", "senior-pm")
    assert {row.came for row in look(ada, "senior-pm").gap.rows} == {None}


def test_what_a_later_check_in_did_not_ask_stays_and_what_it_cannot_say_goes(ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 2, "vision": 1}, at=month(1))
    rated(ada, {"delivery": 3}, at=month(2))
    rated(ada, {"delivery": None, "vision": 4}, at=month(3))
    assert course(ada, ladder) == [
        (date(2023, 1, 5), {"delivery": 2, "vision": 1}),
        (date(2023, 2, 5), {"delivery": 3, "vision": 1}),
        (date(2023, 3, 5), {"vision": 4}),
    ]


def test_shows_the_last_ones_with_all_that_was_said_before(ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 2), at=month(1))
    for number in range(2, LOOKS_BACK + 3):
        rated(ada, {"delivery": 3}, at=month(number))
    found = course(ada, ladder)
    assert [day.month for day, _ in found] == list(range(3, LOOKS_BACK + 3))
    assert {tuple(sorted(levels.items())) for _, levels in found} == {
        tuple(sorted((every(ladder, 2) | {"delivery": 3}).items()))
    }


def test_only_ones_own_word_is_a_course(ada: Person, ladder: Chart, cast: Cast) -> None:
    rated(ada, {"delivery": 2}, at=month(1))
    agreed(ada, {"delivery": 4}, cast.bo, at=month(2))
    rated(cast.di, {"delivery": 5}, at=month(3))
    assert course(ada, ladder) == [(date(2023, 1, 5), {"delivery": 2})]


def test_the_last_point_of_the_course_is_where_one_stands(ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 2), at=month(1))
    for number in range(2, 10):
        rated(ada, {"delivery": 4, "vision": number % 5}, at=month(number))
    found = look(ada, "senior-pm")
    assert (found.trend.met[-1], found.trend.rated[-1]) == (found.gap.met, found.gap.coverage.rated)


@pytest.mark.parametrize("stage", ["product-associate", "cpo"])
def test_any_stage(ada: Person, ladder: Chart, stage: str) -> None:
    rated(ada, every(ladder, 5), at=month(1))
    assert look(ada, stage).verdict.met is True
