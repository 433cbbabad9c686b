"""Reporting lines are dated facts: what the verb writes, ends, takes back and refuses."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from people.models import Act, Moved, Person, ReportingLine
from safeguards.revisions import Stale
from tests.cast import CHANGED, JOINED, Cast
from tests.people.conftest import day

Lines = list[tuple[str, date, date | None]]


def lines(person: Person) -> Lines:
    rows = person.lines.order_by("since").values_list("manager__name", "since", "until")
    return [(name.split()[0], since, until) for name, since, until in rows]


def test_ends_the_present_line_and_begins_the_next(cast: Cast) -> None:
    moved = cast.ada.report_to(cast.cy, since=day(3), by=cast.hal)
    assert lines(cast.ada) == [("Xena", JOINED, CHANGED), ("Bo", CHANGED, day(3)), ("Cy", day(3), None)]
    assert moved == Moved(ended=cast.bo, dropped=(), stays=False)


def test_remembers_who_wrote_it_down_and_when(cast: Cast) -> None:
    cast.ada.report_to(cast.cy, since=day(3), by=cast.hal)
    line = cast.ada.lines.get(until=None)
    act = cast.ada.acts.latest("pk")
    assert (line.by, line.at is not None) == (cast.hal, True)
    assert (act.kind, act.manager, act.since, act.by) == (Act.Kind.LINE, cast.cy, day(3), cast.hal)


def test_a_line_that_begins_tomorrow_gives_nothing_today(cast: Cast) -> None:
    cast.ada.report_to(cast.cy, since=day(1))
    assert list(Person.objects.managing(cast.ada)) == [cast.bo]
    assert list(Person.objects.managing(cast.ada, day(1))) == [cast.cy]


def test_a_planned_line_is_taken_back_by_an_earlier_one(cast: Cast) -> None:
    """And the line of today ends where the new one begins, so that two never hold on one day."""
    cast.ada.report_to(cast.cy, since=day(10))
    moved = cast.ada.report_to(cast.xena, since=day(5), by=cast.hal)
    assert lines(cast.ada) == [("Xena", JOINED, CHANGED), ("Bo", CHANGED, day(5)), ("Xena", day(5), None)]
    assert moved == Moved(ended=cast.bo, dropped=(cast.cy,), stays=False)
    acts = cast.ada.acts.order_by("pk").values_list("manager__name", "since")
    assert list(acts)[-2:] == [(cast.cy.name, day(10)), (cast.xena.name, day(5))]


def test_the_same_manager_again_takes_the_plan_back(cast: Cast) -> None:
    cast.ada.report_to(cast.cy, since=day(10))
    moved = cast.ada.report_to(cast.bo, since=day(0))
    assert lines(cast.ada) == [("Xena", JOINED, CHANGED), ("Bo", CHANGED, None)]
    assert moved == Moved(ended=None, dropped=(cast.cy,), stays=True)


def test_a_slip_of_today_can_be_put_right_today(cast: Cast) -> None:
    cast.ada.report_to(cast.eve, since=day(0))
    moved = cast.ada.report_to(cast.cy, since=day(0))
    assert lines(cast.ada) == [("Xena", JOINED, CHANGED), ("Bo", CHANGED, day(0)), ("Cy", day(0), None)]
    assert moved == Moved(ended=cast.eve, dropped=(), stays=False)


def test_nobody_from_a_day_on(cast: Cast) -> None:
    moved = cast.ada.report_to(None, since=day(2))
    assert lines(cast.ada)[-1] == ("Bo", CHANGED, day(2))
    assert moved == Moved(ended=cast.bo, dropped=(), stays=False)


@pytest.mark.parametrize("manager", ["bo", None])
def test_a_change_that_changes_nothing_is_refused(cast: Cast, manager: str | None) -> None:
    person, boss = (cast.ada, cast.bo) if manager else (cast.hal, None)
    with pytest.raises(ValidationError, match="like that already"):
        person.report_to(boss, since=day(0))
    assert not Act.objects.filter(person=person, since=day(0)).exists()


def test_what_began_before_is_not_rewritten(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="began after that day"):
        cast.ada.report_to(cast.cy, since=date(2020, 6, 1))
    assert lines(cast.ada) == [("Xena", JOINED, CHANGED), ("Bo", CHANGED, None)]


def test_nobody_manages_themselves(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="Nobody reports to themselves"):
        cast.ada.report_to(cast.ada, since=day(0))


def test_the_database_refuses_a_line_to_oneself(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportingLine.objects.create(person=cast.hal, manager=cast.hal, since=day(0))


def test_no_loop_through_people_in_between(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="loop"):
        cast.cy.report_to(cast.ada, since=day(0))


def test_no_loop_that_a_planned_line_would_close(cast: Cast) -> None:
    cast.cy.report_to(cast.xena, since=day(20))
    with pytest.raises(ValidationError, match="loop"):
        cast.xena.report_to(cast.ada, since=day(0))


def test_a_manager_who_is_switched_off_is_refused(cast: Cast) -> None:
    with pytest.raises(ValidationError, match="Gone Petrov is switched off"):
        cast.ada.report_to(cast.gone, since=day(0))


def test_whoever_saw_an_older_line_is_stopped(cast: Cast) -> None:
    cast.ada.refresh_from_db()
    seen = cast.ada.line_revision
    cast.ada.report_to(cast.cy, since=day(1), seen=seen)
    with pytest.raises(Stale):
        cast.ada.report_to(cast.xena, since=day(1), seen=seen)
    assert lines(cast.ada)[-1] == ("Cy", day(1), None)


def test_a_refused_change_counts_as_none(cast: Cast) -> None:
    cast.ada.refresh_from_db()
    seen = cast.ada.line_revision
    with pytest.raises(ValidationError):
        cast.ada.report_to(cast.ada, since=day(1), seen=seen)
    cast.ada.report_to(cast.cy, since=day(1), seen=seen)
