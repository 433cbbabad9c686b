"""The pages about calibration, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from assessments.models import Appraisal, Assessment
from calibration.models import Chair, Entry, PracticeAnswer, RatingChange, Session
from calibration.spread import spread
from ladders.chart import Chart
from ladders.models import Version
from people.models import Duty, Person
from tests.factories import PersonFactory
from tests.journeys.rooms.reviews import LONG, reports

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = set()
WORLDS = (
    {1: [3, 3], 2: [2, 4], 3: [1]},
    {1: [2, 2, 3], 2: [3, 3, 3], 3: [3, 4, 5]},
    {manager: [1, 2, 3, 3, 4] * 3 for manager in range(4)},
    {1: [3, 3]},
)


def live(person: Person, chart: Chart) -> None:
    """A session that the person facilitates, with their own rating of somebody and two changes of it."""
    person.give(Duty.Kind.PEOPLE)
    told = {str(skill.pk): spread(WORLDS[place % 4], 6).as_json() for place, skill in enumerate(chart.skills)}
    session = Session.objects.create(
        title=LONG[:120],
        facilitator=person,
        version=Version.objects.get(pid=chart.version),
        since=date(2026, 1, 1),
        told=told,
    )
    for steps, name in (
        (1, ""),
        (-2, "Ottoline Featherstonehaugh-Cholmondeley von und zu Hohenlohe-Langenburg"),
        (None, "שרה 🌿"),
    ):
        manager = PersonFactory.create(name=name) if name else person
        Chair.objects.create(session=session, manager=manager, steps=steps)
    rated = rating_of(person)
    entry = Entry.objects.create(session=session, assessment=rated)
    for number in range(2):
        RatingChange.make(
            entry, chart.skills[0].pk, after=5 * number, reason=f"{LONG * 4}\n{LONG}", by=person, seen=number
        )
    PracticeAnswer.keep(person, "two-roadmaps", {"prioritisation": 5, "stakeholders": 3, "business": 0})


def rating_of(person: Person) -> Assessment:
    """The person's own rating of somebody, in a review that is revealed."""
    return Assessment.objects.get(appraisal=Appraisal.objects.get(person=reports(person)[0]), kind="manager")


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    rated, session = rating_of(person), {"session": Session.objects.get().pid}
    return {
        "session_list": {},
        "session_new": {},
        "session_show": session,
        "session_close": session,
        "calibration_change": {**session, "rating": rated.pid, "skill": chart.skills[0].pid},
        "calibration_changes": {"review": Appraisal.objects.get(person=reports(person)[0]).pid},
        "practice_list": {},
        "practice_case": {"case": "two-roadmaps"},
        "practice_forget": {},
    }
