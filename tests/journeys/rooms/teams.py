"""The pages about teams, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from assessments.models import Share, Standing
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person
from teams.models import Challenge, CoachOffer, Promise, Seat, Talk
from teams.quarter import quarter_of
from tests.factories import EvidenceFactory, PathFactory, PersonFactory

# Addresses that are no page of their own: they act or lead on.
ACTS = {"team_csv"}
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze and more words than fit into one line of a narrow page " * 2
SINCE = date(2020, 1, 6)


def live(person: Person, chart: Chart) -> None:
    """A manager above, three reports in every state, one of them with a team, and all that is noted with them."""
    above = PersonFactory.create(name=f"Above {LONG[:90]}")
    if not Person.objects.managing(person).exists():
        person.report_to(above, since=SINCE)
    manager = Person.objects.managing(person).get()
    team = [PersonFactory.create(name=name) for name in (f"Report {LONG[:100]}", "نور", "Zoë")]
    below = PersonFactory.create(name="Below")
    for one in team:
        one.report_to(person, since=SINCE)
    below.report_to(team[0], since=SINCE)
    here = Ladder.objects.get(pid=chart.ladder)
    for one in (*team[:2], below):
        PathFactory(person=one, ladder=here)
    for place, skill in enumerate(chart.skills):
        day = date(2024, 1, 1) if place % 3 else timezone.localdate()
        Standing.objects.create(person=team[0], skill_id=skill.pk, basis="agreed", level=place % 6, as_of=day)
        Standing.objects.create(person=below, skill_id=skill.pk, basis="agreed", level=3, as_of=day)
        CoachOffer.objects.create(person=team[0], skill_id=skill.pk)
    for pair in ((team[0], person), (person, manager)):
        note(*pair, chart)


def note(person: Person, manager: Person, chart: Chart) -> None:
    """A talk, promises in every state, challenges, seat and scope, and an item of shared evidence."""
    today = timezone.localdate()
    Talk.note(person, manager, by=manager, day=date(2024, 5, 2), kind="path", about=LONG)
    for side in ("manager", "person"):
        made = [
            Promise.make(person, manager, by=manager, side=side, words=LONG, due_on=today, skill=chart.skills[0].pk)
            for _number in range(3)
        ]
        made[1].keep(by=person)
        made[2].drop(by=manager, reason=LONG)
    for quarter in (date(2024, 1, 1), quarter_of(today)):
        Challenge.agree(person, manager, by=person, quarter=quarter, words=LONG, seen=0)
    Seat.say(person, manager, by=person, seen=0, role="no", work=LONG, decides=LONG, decided=LONG)
    item = EvidenceFactory.create(person=person, title=LONG[:200], text=LONG, link="https://example.org/a")
    Share.objects.create(evidence=item, reader=manager)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    report = Person.objects.reporting_to(person).order_by("pk")[0]
    promise = Promise.objects.visible_to(person).filter(manager=person).open()[0]
    return {
        "team_show": {},
        "team_part": {"person": report.pid},
        "report_show": {"person": report.pid},
        "talk_new": {"person": report.pid},
        "promise_new": {"person": report.pid},
        "challenge_edit": {"person": report.pid},
        "seat_edit": {"person": report.pid},
        "promise_keep": {"promise": promise.pid},
        "promise_drop": {"promise": promise.pid},
        "my_team_notes": {},
        "as_manager": {},
        "coach_offer_edit": {},
    }
