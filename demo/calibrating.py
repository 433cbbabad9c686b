"""The demo's calibration: reviews of three more teams that are agreed, a session on them, and what was changed."""

from __future__ import annotations

from datetime import date, time, timedelta

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Appraisal, Assessment
from calibration.gathering import Source
from calibration.models import Entry, PracticeAnswer, RatingChange, Session
from calibration.opening import open_session
from demo.filling import HOST, moment
from demo.reviewing import Said, Told, begin, rate, settle
from ladders.chart import Chart
from ladders.models import Version
from people.models import Person

OPENED, REVEALED, AGREED, SESSION = 48, 33, 27, 9  # days ago
FACILITATOR = "hal"
# Manager: by how many steps they rate above what was known, in which skills, and whom.
TEAMS = {
    "tomasz": (-1, ("communication", "stakeholders", "vision", "data-analysis"), ("henrike", "yusuf", "ines")),
    "xena": (0, (), ("mercy", "pavel", "anahit", "kwame")),
    "rajeswari": (
        1,
        ("delivery", "product-sense", "communication", "design", "technical", "requirements", "user-research"),
        ("gwen", "hiroko", "desta", "matiu"),
    ),
}
NEXT = {"henrike": "principal-pm", "mercy": "group-pm", "gwen": "group-pm", "hiroko": "principal-pm"}
# Who sees what differently after the session: steps, and why.
CHANGED = (
    ("rajeswari", "desta", "delivery", -1, "Beside the others’ examples, this was one product, not several."),
    ("bo", "minh", "data-analysis", 1, "The Monday notes led to the new receipt limits."),
)  # fmt: skip
PRACTISED = ("bo", "refund-button", {"user-research": 2, "design": 3, "data-analysis": 2, "delivery": 2})


def fill_calibration(chart: Chart, today: date) -> None:
    """Writes all of it as of `today`; leaves an organisation alone in which somebody lacks."""
    wanted = {FACILITATOR, "bo", "minh", *TEAMS, *(name for _by, _skills, names in TEAMS.values() for name in names)}
    found = Person.objects.made_up().filter(email__in=[f"{name}@{HOST}" for name in wanted])
    people = {person.email.partition("@")[0]: person for person in found}
    if wanted - people.keys():
        return
    for manager, (steps, skills, names) in TEAMS.items():
        for name in names:
            review_of(people[name], people[manager], chart, told(name, steps, skills), today)
    session = hold_session(people, chart, today)
    for name, about, slug, steps, why in CHANGED:
        change(session, people[name], people[about], chart.skill[slug].pk, steps, why, today)
    name, case, levels = PRACTISED
    PracticeAnswer.keep(people[name], case, levels)


def told(name: str, steps: int, skills: tuple[str, ...]) -> Told:
    """Both see it alike but for delivery, so that there is something to settle."""
    said = {slug: Said(steps, steps) for slug in skills}
    said["delivery"] = Said(said.get("delivery", Said()).assessor - 1, said.get("delivery", Said()).assessor)
    return Told(NEXT.get(name, ""), OPENED, REVEALED, AGREED, said, {})


def review_of(person: Person, manager: Person, chart: Chart, told: Told, today: date) -> None:
    review = begin(person, manager, chart, told, today)
    rate(review, person, told, today)
    rate(review, manager, told, today)
    settle(review, told, chart, today)
    for one in (person, manager):
        say_yes(review, by=one, seen=fingerprint(review), at=moment(today - timedelta(days=AGREED), time(15, 5)))
    Appraisal.objects.filter(pk=review.pk).update(by=manager)


def hold_session(people: dict[str, Person], chart: Chart, today: date) -> Session:
    """Hal's session with four managers, on all that was revealed in the last two months."""
    version = Version.objects.published().get(pid=chart.version)
    source = Source(version, None, today - timedelta(days=60))
    managers = {people[name].pid for name in ("bo", *TEAMS)}
    session = open_session(source, title="How we rate, this half-year", by=people[FACILITATOR], managers=managers)
    session.opened_at = moment(today - timedelta(days=SESSION), time(13, 30))
    session.save(update_fields=["opened_at"])
    return session


def change(session: Session, by: Person, about: Person, skill: int, steps: int, why: str, today: date) -> None:
    """One change, `steps` above what the manager gave; left out where it would leave the scale."""
    rated = Assessment.objects.filter(entry__session=session, person=about, assessor=by).first()
    given = (rated.levels or {}).get(str(skill)) if rated else None
    if rated is None or given is None or not 0 <= given + steps <= 5:
        return
    entry = Entry.objects.get(assessment=rated)
    made = RatingChange.make(entry, skill, after=given + steps, reason=why, by=by, seen=0)
    made.at = moment(today - timedelta(days=SESSION - 1), time(10, 40))
    made.save(update_fields=["at"])
