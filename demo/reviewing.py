"""The demo's reviews by two: one in which both still rate, one to be agreed, one that is agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from assessments.agreeing import fingerprint, pairs_of, say_yes
from assessments.models import Agreement, Appraisal, Assessment, Rating, Share
from assessments.sheet import sheet_of
from demo.filling import HOST, moment
from ladders.chart import Chart
from ladders.models import Version
from people.models import Person
from people.notices import tell

ASSESSOR = "bo"


@dataclass(frozen=True, slots=True)
class Said:
    """What the two said about a skill: steps above or below the level last agreed, and their words."""

    person: int = 0
    assessor: int = 0
    her: str = ""
    his: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One review: when it opened, which skills the two see differently, and how far it is.

    `opened`, `revealed` and `agreed` are days ago; 0: not yet. `rated` is how many skills the assessor has answered
    where nothing is revealed.
    """

    target: str
    opened: int
    revealed: int
    agreed: int
    said: Mapping[str, Said]
    settled: Mapping[str, tuple[int, str, str, str, int]]  # steps, words, sign, owner, due in days
    rated: int = 0


REVIEWS: Mapping[str, Told] = {
    "oskar": Told("associate-pm", 6, 0, 0, {}, {}, rated=9),
    "minh": Told(
        "product-manager",
        24,
        4,
        0,
        {
            "stakeholders": Said(
                1,
                -1,
                "Sales and support wanted opposite invoice texts. I got both leads into one room with the "
                "complaints, and we shipped one text.",
                "I saw the invoice text. In the billing migration finance heard about the delay from support, "
                "not from Minh.",
            ),
            "data-analysis": Said(
                0,
                -2,
                "I read the funnel every Monday and wrote down what changed and why.",
                "The Monday notes are there. I have not seen a decision that came out of them yet.",
            ),
            "user-research": Said(
                0,
                1,
                "Five interviews on receipts.",
                "The interview study changed what we built; that is more than it says.",
            ),
            "delivery": Said(
                1, 0, "Two releases without me in the room.", "Both went out; the second slipped by a week."
            ),
            "communication": Said(
                0, -1, "", "The quarterly note is clear. Talks to a larger room are still to come."
            ),
        },
        {
            "user-research": (
                1,
                "The study counts for more than Minh said.",
                "A study that another team builds on",
                "person",
                60,
            )
        },
    ),
    "joao": Told(
        "group-pm",
        44,
        26,
        20,
        {
            "people-management": Said(
                1, -1, "I lead the two contractors day by day.", "Two contractors for a quarter; no career talk yet."
            ),
            "product-strategy": Said(0, -1, "The billing bet is mine.", "The bet is good; the second year is open."),
        },
        {
            "people-management": (
                0,
                "Leading by day counts; the long view is to come.",
                "A first career talk with each of the two, written down",
                "person",
                75,
            ),
            "product-strategy": (
                0,
                "",
                "A plan for the second year that finance has agreed to",
                "assessor",
                40,
            ),
        },
    ),
}


def fill_reviews(chart: Chart, today: date) -> None:
    """The reviews of Bo's reports in the weeks before `today`; leaves an organisation alone that has some."""
    assessor = Person.objects.made_up().filter(email=f"{ASSESSOR}@{HOST}").first()
    if assessor is None or Appraisal.objects.visible_to(assessor).exists():
        return
    for address, told in REVIEWS.items():
        person = Person.objects.made_up().get(email=f"{address}@{HOST}")
        review = begin(person, assessor, chart, told, today)
        rate(review, person, told, today)
        rate(review, assessor, told, today)
        if told.revealed:
            settle(review, told, chart, today)
        if told.agreed:
            for one in (person, assessor):
                say_yes(review, by=one, seen=fingerprint(review), at=moment(day(today, told.agreed), time(15, 5)))


def day(today: date, ago: int) -> date:
    return today - timedelta(days=ago)


def begin(person: Person, assessor: Person, chart: Chart, told: Told, today: date) -> Appraisal:
    version = Version.objects.published().get(pid=chart.version)
    stage = Assessment.objects.visible_to(person).about(person).submitted().latest_first()[0].stage
    review = Appraisal.begin(
        person,
        assessor=assessor,
        by=assessor,
        version=version,
        stage=stage,
        target=told.target,
        due_on=day(today, told.opened - 21),
    )
    review.opened_at = moment(day(today, told.opened), time(9, 30))
    review.save(update_fields=["opened_at"])
    tell([person], "review_opened", by=assessor, subject=assessor, url=f"/reviews/{review.pid}/")
    for item in person.evidence.order_by("-happened_on")[:6]:
        Share._default_manager.get_or_create(evidence=item, reader=assessor)
    return review


def rate(review: Appraisal, rater: Person, told: Told, today: date) -> None:
    """The part of one of the two; submitted, but for the assessor of a review that is open still."""
    mine = rater.pk == review.person_id
    sheet = sheet_of(review.start_part(rater))
    levels, begun = known_levels(review.person), moment(day(today, max(told.opened - 2, 0)), time(11, 10))
    sheet.assessment.started_at = begun
    sheet.assessment.save(update_fields=["started_at"])
    asked = sheet.questions if mine or told.revealed else sheet.questions[: told.rated]
    for question in asked:
        said = told.said.get(question.skill.slug, Said())
        level = min(max(levels.get(question.skill.pk, 2) + (said.person if mine else said.assessor), 0), 5)
        Rating._default_manager.create(
            assessment=sheet.assessment,
            skill_id=question.skill.pk,
            level=level,
            situation=said.her if mine else said.his,
            rated_at=begun,
        )
    if mine or told.revealed:
        days = told.revealed + (2 if mine else 0) if told.revealed else told.opened - 3
        sheet.assessment.submit(at=moment(day(today, days), time(16, 20)))


def known_levels(person: Person) -> dict[int, int]:
    """Skill pk → the level last agreed."""
    done = Assessment.objects.filter(person=person, kind=Assessment.Kind.AGREED, appraisal=None).submitted()
    latest = done.latest_first().first()
    levels = (latest.levels or {}) if latest else {}
    return {int(skill): level for skill, level in levels.items() if level is not None}


def settle(review: Appraisal, told: Told, chart: Chart, today: date) -> None:
    """What the two noted; in a review that is agreed, everything else they differed on as well."""
    review.refresh_from_db()
    assessor = review.assessor
    if assessor is None:
        return
    for slug, (steps, words, sign, owner, due) in told.settled.items():
        pair = next(pair for pair in pairs_of(review) if pair.skill == chart.skill[slug].pk)
        level = max(pair.person or 0, pair.assessor or 0) - 1 + steps
        Agreement.settle(
            review,
            pair.skill,
            by=assessor,
            seen=0,
            level=min(max(level, 0), 5),
            words=words,
            sign=sign,
            owner=owner,
            due_on=today + timedelta(days=due),
        )
    for pair in pairs_of(review) if told.agreed else ():
        if pair.is_open:
            Agreement.settle(review, pair.skill, by=assessor, seen=0, level=pair.assessor)
    Agreement._default_manager.filter(appraisal=review).update(
        at=moment(day(today, told.agreed + 1 if told.agreed else 1), time(14, 40))
    )
