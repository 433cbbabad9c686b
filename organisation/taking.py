"""Takes the snapshots of quarters that have ended: reads what was agreed and how far reviews are, tells what may be
told, and keeps nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from assessments.models import Appraisal, Assessment
from ladders.chart import Chart
from ladders.models import Ladder, Path
from ladders.published import chart_of
from organisation.counting import LOOKS_BACK, Facts, Progress, Result, sheet_of
from organisation.disclosure import Labels
from organisation.models import Snapshot
from organisation.places import Ladders, answers, heads, team_names
from organisation.quarters import after, between, end_of, quarter_of
from people.models import Person, ReportingLine

MOST = 12  # quarters that the first run looks back


def take(today: date) -> Iterator[tuple[date, int, int]]:
    """Takes what is due, the oldest first; gives the quarter, how many are taken and how many were due, after each.

    A quarter that is there stays as it is, also if two runs meet.
    """
    quarters = due(today)
    for number, quarter in enumerate(quarters, start=1):
        with transaction.atomic():
            before = Snapshot.objects.before(quarter)
            Snapshot.freeze(quarter, sheet_of(facts_of(quarter), before.sheet if before else None))
        yield quarter, number, len(quarters)


def due(today: date) -> list[date]:
    """The quarters that have ended since the last snapshot, or since somebody on a ladder joined."""
    ended = after(quarter_of(today), -1)
    latest = Snapshot.objects.latest_first().values_list("quarter", flat=True).first()
    if latest:
        return list(between(after(latest), ended))
    joined = Path.objects.filter(person__is_active=True).aggregate(at=Min("person__joined_at"))["at"]
    if joined is None:
        return []
    return list(between(max(quarter_of(timezone.localdate(joined)), after(ended, 1 - MOST)), ended))


def begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def facts_of(quarter: date) -> Facts:
    """What is so at the end of a quarter; seven queries, and those for ladder versions not read before."""
    end = end_of(quarter)
    placed = Path.objects.filter(person__is_active=True, person__joined_at__lt=begin(after(quarter)))
    places = {person: (ladder, stage) for person, ladder, stage in placed.values_list("person", "ladder", "stage")}
    ladders = in_use({ladder for ladder, _stage in places.values()}, end)
    teams = teams_on(end)
    groups = (ladders.titles, ladders.phases, tuple(sorted({*teams.values()}, key=str.casefold)))
    labels = {
        person: (ladders.title(ladder), ladders.phase(ladder, ladders.charts[ladder], stage), teams.get(person, ""))
        for person, (ladder, stage) in places.items()
        if ladder in ladders.charts
    }
    return Facts(
        quarter=quarter,
        groups=groups,
        skills=ladders.skills,
        results=list(results(quarter, ladders, teams)),
        progress=list(progress(quarter, labels)),
    )


def in_use(keys: set[int], on: date) -> Ladders:
    """The ladders people are on, as they were in force on a day; one that came into force later as it is now."""
    now = {ladder.pk: ladder.current_id for ladder in Ladder.objects.current().filter(pk__in=keys)}
    then = {ladder.pk: ladder.current_id for ladder in Ladder.objects.current(on).filter(pk__in=keys)}
    charts = {ladder: chart_of(version) for ladder, version in (now | then).items()}
    return Ladders(dict(sorted(charts.items(), key=lambda one: (one[1].title.casefold(), one[1].slug))))


def teams_on(day: date) -> Mapping[int, str]:
    """Person → what their team right below the top is called."""
    found = heads(dict(ReportingLine.objects.in_force(day).values_list("person", "manager")))
    leading = Person.objects.filter(pk__in=set(found.values())).values_list("pk", "name", "title")
    names = team_names({head: (name, title) for head, name, title in leading})
    return {person: names[head] for person, head in found.items()}


def results(quarter: date, ladders: Ladders, teams: Mapping[int, str]) -> Iterator[Result]:
    """What was agreed by the end of the quarter, as far back as one looks."""
    agreed = Assessment.objects.filter(
        kind=Assessment.Kind.AGREED,
        person__is_active=True,
        submitted_at__gte=begin(after(quarter, 1 - LOOKS_BACK)),
        submitted_at__lt=begin(after(quarter)),
    )
    rows = agreed.order_by("submitted_at", "pk").values_list(
        "person", "submitted_at", "ladder", "version", "stage", "levels"
    )
    for person, at, ladder, version, stage, levels in rows.iterator(chunk_size=2_000):
        chart: Chart = chart_of(version)
        labels: Labels = (ladders.title(ladder), ladders.phase(ladder, chart, stage), teams.get(person, ""))
        yield Result(person, timezone.localdate(at), labels, answers(chart, stage, levels or {}))


def progress(quarter: date, labels: Mapping[int, Labels]) -> Iterator[Progress]:
    """How far the review of everybody on a ladder is at the end of the quarter: agreed in it, else the latest one."""
    first, end = begin(quarter), begin(after(quarter))
    agreed = Assessment.objects.filter(kind=Assessment.Kind.AGREED, submitted_at__gte=first, submitted_at__lt=end)
    states = dict.fromkeys(agreed.values_list("person", flat=True), "agreed")
    reviews = Appraisal.objects.filter(opened_at__lt=end).order_by("-opened_at", "-pk")
    for person, revealed, done, ended in reviews.values_list("person", "revealed_at", "agreed_at", "ended_at"):
        if person not in states:
            states[person] = state_of(*(at if at and at < end else None for at in (revealed, done, ended)))
    for person, place in labels.items():
        yield Progress(place, states.get(person, "none"))


def state_of(revealed: datetime | None, agreed: datetime | None, ended: datetime | None) -> str:
    if agreed or ended:
        return "none"  # agreed in an earlier quarter, or called off
    return "to_agree" if revealed else "rating"
