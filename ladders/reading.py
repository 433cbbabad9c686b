"""Guarded ways to a ladder: what a viewer may not read does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils import timezone

from ladders.chart import Chart, Skill, Stage, WayIn
from ladders.fork import Fork, forks
from ladders.models import Ladder, Path
from ladders.translations import read_chart
from people.models import Person


def open_chart(viewer: Person, ladder: str, on: date | None = None) -> Chart:
    """The version of a ladder (public id) in force on a day (default today). Raises Http404."""
    found = Ladder.objects.visible_to(viewer, on).filter(pid=ladder).first()
    if found is None:
        raise Http404
    return read_chart(found.current_id)


def open_stage(chart: Chart, stage: str) -> Stage:
    """A stage by its public id. Raises Http404."""
    try:
        return chart.stage_by_pid[stage]
    except KeyError:
        raise Http404 from None


def open_skill(chart: Chart, skill: str) -> Skill:
    """A skill by its public id. Raises Http404."""
    try:
        return chart.skill_by_pid[skill]
    except KeyError:
        raise Http404 from None


def open_way(chart: Chart, way: str) -> WayIn:
    """A way in by its public id. Raises Http404."""
    try:
        return chart.way_in_by_pid[way]
    except KeyError:
        raise Http404 from None


def open_fork(chart: Chart, stage: str) -> Fork:
    """The fork after a stage (public id). Raises Http404, also where the way does not fork there."""
    for fork in forks(chart):
        if fork.stage.pid == stage:
            return fork
    raise Http404


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is on a ladder. `stage` or `aim` is None where this version has no such stage (any more)."""

    path: Path
    chart: Chart
    stage: Stage | None
    aim: Stage | None


def place_of(person: Person, on: date | None = None) -> Place | None:
    """A person's own place on the version in force on a day; None before they have said it."""
    path = Path.own(person, on or timezone.localdate())
    if path is None or path.version_id is None:
        return None
    chart = read_chart(path.version_id)
    return Place(path, chart, chart.stage.get(path.stage), chart.stage.get(path.aim))


def place_on(chart: Chart, person: Person) -> Place | None:
    """A person's own place, if it is on this version of this ladder."""
    place = place_of(person)
    return place if place and place.chart.version == chart.version else None
