"""From what was agreed to a snapshot: which quarters are due, what is counted, and that nothing else is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Appraisal, Assessment
from ladders.models import Path
from organisation.counting import Line
from organisation.models import Snapshot
from organisation.taking import due, facts_of, take
from people.models import Person, ReportingLine
from tests.factories import load_default_ladder
from tests.organisation.sheets import freeze
from tests.safeguards.side_by_side import at_once

TODAY = date(2024, 8, 20)
QUARTER = date(2024, 4, 1)
JOINED = datetime(2024, 2, 1, 9, tzinfo=UTC)
AGREED = datetime(2024, 5, 2, 9, tzinfo=UTC)


def staff(many: int, *, joined: datetime = JOINED) -> list[Person]:
    """People at one stage of the default ladder: the first is the top, the next two lead half of the others each."""
    people = Person.objects.bulk_create(
        Person(email=f"p{number}@example.org", name=f"Person {number}", title=title(number), joined_at=joined)
        for number in range(many)
    )
    ReportingLine.objects.bulk_create(
        ReportingLine(person=person, manager=people[0 if number < 3 else 1 + number % 2], since=date(2024, 1, 1))
        for number, person in enumerate(people)
        if number
    )
    ladder = load_default_ladder().ladder
    Path.objects.bulk_create(Path(person=person, ladder=ladder, stage="product-manager") for person in people)
    return people


def title(number: int) -> str:
    return ("Head", "Director, Billing", "Director, Search")[number] if number < 3 else "Product Manager"


def agree(people: list[Person], met: int, *, at: datetime = AGREED) -> None:
    """An agreed result of each of them on one skill; the first `met` of them meet what is expected."""
    version = load_default_ladder()
    skill = version.ladder.library.skills.get(slug="delivery").pk
    Assessment.objects.bulk_create(
        Assessment(
            person=person,
            kind="agreed",
            ladder=version.ladder,
            version=version,
            stage="product-manager",
            form="full",
            submitted_at=at,
            levels={str(skill): 4 if number < met else 0},
        )
        for number, person in enumerate(people)
    )


def run() -> list[tuple[date, int, int]]:
    return list(take(TODAY))


def delivery(snapshot: Snapshot) -> Line:
    found: Line = next(line for line in snapshot.sheet["skills"] if line["until"])
    return found


@pytest.mark.django_db
def test_an_ended_quarter_is_taken_once() -> None:
    agree(staff(40), 22)
    assert run() == [(date(2024, 1, 1), 1, 2), (QUARTER, 2, 2)]
    assert run() == []
    assert delivery(Snapshot.objects.get(quarter=QUARTER))["told"] == {
        "whole": {"met": 20, "below": 20},
        "cuts": {
            "ladder": [["Product management", {"met": 20, "below": 20}]],
            "phase": [["Early career", None], ["Mid-career", {"met": 20, "below": 20}], ["Leadership", None]],
            "line": [["Director, Billing", {"met": 10, "below": 10}], ["Director, Search", {"met": 10, "below": 10}]],
        },
    }


@pytest.mark.django_db
def test_quarters_that_were_missed_are_taken_with_the_next_run() -> None:
    staff(3, joined=JOINED - timedelta(days=3_000))
    freeze(many=1, last=date(2023, 7, 1))
    assert due(TODAY) == [date(2023, 10, 1), date(2024, 1, 1), QUARTER]


@pytest.mark.django_db
def test_the_first_run_looks_back_three_years_at_most_and_never_before_somebody_was_here() -> None:
    assert due(TODAY) == []
    staff(3, joined=JOINED - timedelta(days=3_000))
    assert (len(due(TODAY)), due(TODAY)[-1]) == (12, QUARTER)
    Person.objects.update(joined_at=JOINED)
    assert due(TODAY) == [date(2024, 1, 1), QUARTER]


@pytest.mark.django_db
def test_only_what_was_agreed_goes_in() -> None:
    """What people and managers said alone does not, nor what somebody who left had agreed."""
    people = staff(30)
    agree(people, 15)
    Assessment.objects.filter(person__in=people[:4]).update(kind="self")
    Assessment.objects.filter(person__in=people[4:8]).update(kind="manager")
    people[8].is_active = False
    people[8].save()
    assert {result.person for result in facts_of(QUARTER).results} == {person.pk for person in people[9:]}


@pytest.mark.django_db
def test_how_far_reviews_are_at_the_end_of_the_quarter() -> None:
    people, version = staff(7), load_default_ladder()
    inside, later = AGREED, datetime(2024, 7, 3, tzinfo=UTC)
    agree(people[:1], 1)
    agree(people[6:], 1, at=later)
    for person, more in (
        (people[1], {"revealed_at": inside}),
        (people[2], {}),
        (people[3], {"ended_at": inside}),
        (people[4], {"revealed_at": later, "agreed_at": later}),
    ):
        Appraisal.objects.create(
            person=person, assessor=people[0] if person != people[0] else None, ladder=version.ladder,
            version=version, stage="product-manager", form="full", opened_at=AGREED, **more,
        )  # fmt: skip
    states = [one.state for one in facts_of(QUARTER).progress]
    assert sorted(states) == sorted(["agreed", "to_agree", "rating", "none", "rating", "none", "none"])


@pytest.mark.django_db
def test_a_snapshot_names_nobody_who_is_counted() -> None:
    people = staff(40)
    agree(people, 22)
    run()
    words = str(Snapshot.objects.get(quarter=QUARTER).sheet)
    assert [person.name for person in people if f"{person.name}'" in words or str(person.pid) in words] == []


@pytest.mark.django_db
def test_asks_as_often_for_three_hundred_people_as_for_thirty() -> None:
    counts = []
    for many in (30, 300):
        ReportingLine.objects.all().delete()
        Person.objects.all().delete()
        Snapshot.objects.all().delete()
        agree(staff(many), many // 2)
        facts_of(QUARTER)  # reads the ladder version
        with CaptureQueriesContext(connection) as asked:
            facts_of(QUARTER)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 9


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_the_same_moment_take_each_quarter_once() -> None:
    agree(staff(40), 22)
    at_once(lambda _number: run(), count=3)
    assert list(Snapshot.objects.order_by("quarter").values_list("quarter", flat=True)) == [date(2024, 1, 1), QUARTER]
