"""The pages about rounds, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from assessments.models import Appraisal
from ladders.chart import Chart
from ladders.models import Version
from people.models import Duty, Person
from reviews.ending import end_review
from reviews.models import KeptPart, Round
from reviews.opening import open_round
from tests.factories import PathFactory, PersonFactory

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = {"round_open"}
LONG = "Mid-year reviews of the Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilung and everybody around it"


def live(person: Person, chart: Chart) -> None:
    """The person is of the people team and rates three others; one review changed state early, one has a part in."""
    person.give(Duty.Kind.PEOPLE)
    today = timezone.localdate()
    names = ("Zoë 🦉 Extraordinarily-Longname van der Waal-Featherstonehaugh", "ليلى منصور", "Li")
    people = [PersonFactory.create(name=name) for name in names]
    for one in people:
        PathFactory.create(person=one)
        one.report_to(person, since=today - timedelta(days=30))
    window = {"form": "full", "opens_on": today, "closes_on": today + timedelta(days=21), "remind_days": [7, 2]}
    made = Round.objects.create(title=LONG[:120], note="Talk about it soon.", by=person, group="chosen", **window)
    made.name_people([*people, PersonFactory.create(name=LONG)], {})
    open_round(made, by=person)
    review = Appraisal.objects.get(person=people[0])
    rate(review, person)
    end_review(review, by=person, reason="Another team.")


def rate(review: Appraisal, rater: Person) -> None:
    part = review.start_part(rater)
    version = Version.objects.published().get(pk=part.version_id)
    for asked in version.skills.select_related("edition__skill")[:4]:
        part.ratings.create(skill=asked.edition.skill, level=2, situation=LONG)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    made = Round.objects.running().get(by=person)
    review = Appraisal.objects.open().filter(assessor=person, round_place__round=made)[0]
    return {
        "round_list": {},
        "round_new": {},
        "round_show": {"round": made.pid},
        "round_edit": {"round": made.pid},
        "round_add": {"round": made.pid},
        "round_close": {"round": made.pid},
        "handover_new": {"appraisal": review.pid},
        "appraisal_end": {"appraisal": review.pid},
        "handover_show": {"part": KeptPart._default_manager.get(writer=person).pid},
    }
