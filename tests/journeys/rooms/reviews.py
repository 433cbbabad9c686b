"""The pages about reviews, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from assessments.models import Agreement, Appraisal, Assessment, Share
from assessments.reopening import ask
from ladders.chart import Chart
from ladders.models import Version
from people.models import Person
from tests.factories import EvidenceFactory, PathFactory, PersonFactory

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = set()
START = date(2026, 1, 5)
NAMES = ("Wilhelmina Featherstonehaugh-Cholmondeley von und zu Hohenlohe-Langenburg", "ليلى حدّاد", "Zoë 🦉")
LONG = "Aufsichtsratsvorsitzendenstellvertretung, and a sentence that goes on for longer than a line of the page. "
LEVELS = ((4, 1), (3, 2), (None, 2), (3, 3), (0, 5), (2, 2))  # what the person and the assessor say, in turn


def live(person: Person, chart: Chart) -> None:
    """The person rates others: a review to be agreed and asked for again, one that is open, one to be opened."""
    version = Version.objects.get(pid=chart.version)
    for name in NAMES:
        report = PersonFactory.create(name=name)
        report.report_to(person, since=START)
        PathFactory(person=report)
    first, second = reports(person)[:2]
    for report in (first, second):
        review = Appraisal.begin(
            report, assessor=person, by=person, version=version, stage="product-manager", target="senior-pm"
        )
        mine, theirs = part(review, person, chart, 1), part(review, report, chart, 0)
        if report == first:
            for one in (theirs, mine):
                one.submit()
    agree(first, person, chart)


def reports(person: Person) -> list[Person]:
    """Those of NAMES, in that order."""
    return [Person.objects.get(name=name) for name in NAMES]


def part(review: Appraisal, rater: Person, chart: Chart, side: int) -> Assessment:
    made = review.start_part(rater)
    for place, skill in enumerate(chart.skills):
        made.ratings.create(skill_id=skill.pk, level=LEVELS[place % len(LEVELS)][side], situation=LONG * 2)
    return made


def agree(report: Person, person: Person, chart: Chart) -> None:
    """Words on two skills, something to bring about, evidence that is shared, and a wish to open it again."""
    review = Appraisal.objects.get(person=report)
    shown = EvidenceFactory.create(person=report, title=LONG[:200], skills=[skill.slug for skill in chart.skills])
    Share.objects.create(evidence=shown, reader=person)
    for skill in chart.skills[:2]:
        Agreement.settle(
            review,
            skill.pk,
            by=report,
            seen=0,
            level=3,
            words=LONG * 3,
            sign=LONG,
            owner="assessor",
            due_on=date(2030, 1, 1),
        )
    ask(review, by=report, reason=LONG * 3)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    first, _second, third = reports(person)
    review = {"review": Appraisal.objects.get(person=first).pid}
    return {
        "appraisal_list": {},
        "appraisal_new": {"person": third.pid},
        "appraisal_show": review,
        "appraisal_compare": review,
        "agreement_edit": {**review, "skill": chart.skills[0].pid},
        "consent_give": review,
        "reopening_ask": review,
        "reopening_answer": review,
    }
