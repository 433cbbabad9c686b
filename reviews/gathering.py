"""The facts about everybody whom a round is for: a fixed number of queries, however many people they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assessments.models import Appraisal
from ladders.models import Path, Version
from ladders.published import chart_of
from people.models import Person, ReportingLine
from people.policy import Ability, subjects
from reviews.models import Round
from reviews.seating import Facts, Left, List, Seat, below, seat


@dataclass(frozen=True)
class Plan:
    """Whom a round is for, whether it is kept already or only looked at (ids are primary keys).

    `named`: person → the assessor appointed for somebody without a manager. `own_reports` narrows to those who report
    to whoever plans it.
    """

    group: str
    own_reports: bool = False
    head: int | None = None
    ladder: int | None = None
    version: int | None = None
    people: frozenset[int] = frozenset()
    named: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Gathered:
    """Who is in it and who is not, in order of name; `people` has everybody by primary key, assessors included."""

    seats: tuple[Seat, ...]
    left: tuple[tuple[Person, Left], ...]
    people: Mapping[int, Person]


def plan_of(round_: Round) -> Plan:
    """The plan that a round was kept with."""
    rows = list(round_.people.all())
    return Plan(
        group=round_.group,
        own_reports=round_.own_reports,
        head=round_.head_id,
        ladder=round_.ladder_id,
        version=round_.version_id,
        people=frozenset(row.person_id for row in rows if row.chosen),
        named={row.person_id: row.assessor_id for row in rows if row.assessor_id},
    )


def gather(plan: Plan, by: Person, today: date) -> Gathered:
    """Who would get a review if `by` opened the round today."""
    wanted = _wanted(plan, today)
    lines = ReportingLine.objects.in_force(today).filter(person__in=wanted, manager__is_active=True)
    managers = dict(lines.values_list("person_id", "manager_id"))
    asked = wanted | set(managers.values()) | set(plan.named.values())
    people = Person.objects.get_queryset().in_bulk(asked)
    allowed = _allowed(plan, by, wanted, managers)
    reviewed = set(Appraisal.objects.open().filter(person__in=wanted).values_list("person_id", flat=True))
    places = {pk: (ladder, stage) for pk, ladder, stage in _places(wanted)}
    lists = _lists(plan, {ladder for ladder, _stage in places.values()}, today)
    seats, left = [], []
    for person in sorted((people[pk] for pk in wanted if pk in people), key=lambda one: (one.name, one.pk)):
        ladder, stage = places.get(person.pk, (None, ""))
        named = people.get(plan.named.get(person.pk, 0))
        facts = Facts(
            person=person.pk,
            here=person.is_active,
            oneself=person == by,
            allowed=person.pk in allowed,
            reviewed=person.pk in reviewed,
            ladder=ladder,
            stage=stage,
            manager=managers.get(person.pk),
            named=named.pk if named and named.is_active else None,
        )
        found = seat(facts, lists)
        if isinstance(found, Seat):
            seats.append(found)
        else:
            left.append((person, found))
    return Gathered(tuple(seats), tuple(left), people)


def _wanted(plan: Plan, today: date) -> set[int]:
    if plan.group == Round.Group.LADDER:
        return set(Path.objects.filter(ladder=plan.ladder).values_list("person_id", flat=True))
    if plan.group == Round.Group.LINE:
        lines = ReportingLine.objects.in_force(today).values_list("person_id", "manager_id")
        return below(plan.head, lines) if plan.head else set()
    return set(plan.people)


def _allowed(plan: Plan, by: Person, wanted: set[int], managers: Mapping[int, int]) -> set[int]:
    """Those of whom `by` may open a review at all; in a round for the own reports only those who are."""
    may = set(subjects(by, Ability.OPEN_REVIEW).filter(pk__in=wanted).values_list("pk", flat=True))
    return {pk for pk in may if managers.get(pk) == by.pk} if plan.own_reports else may


def _places(wanted: set[int]) -> list[tuple[int, int, str]]:
    return list(Path.objects.filter(person__in=wanted).values_list("person_id", "ladder_id", "stage"))


def _lists(plan: Plan, ladders: set[int], today: date) -> dict[int, List]:
    """What is rated on each ladder: the named version, else the one in force today."""
    if plan.version:
        named = Version.objects.published().get(pk=plan.version)
        return {named.ladder_id: _list(named.pk)}
    if plan.ladder:
        ladders = ladders & {plan.ladder}
    latest: dict[int, int] = {}
    for ladder, pk in (
        Version.objects.in_force(today).filter(ladder__in=ladders, library=False).values_list("ladder_id", "pk")
    ):
        latest.setdefault(ladder, pk)
    return {ladder: _list(pk) for ladder, pk in latest.items()}


def _list(version: int) -> List:
    return List(version, {stage.slug: stage.next for stage in chart_of(version).stages})
