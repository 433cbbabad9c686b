"""Reviews in every state, made as the pages make them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Mapping

from django.test import Client

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Agreement, Appraisal, Assessment
from assessments.sheet import Sheet, sheet_of
from ladders.chart import Chart
from ladders.models import Version
from ladders.questions import Form
from people.models import Person

FAR, NEAR, ONE = "delivery", "vision", "design"  # two steps apart, one step apart, only one can say
HERS: Mapping[str, int | None] = {FAR: 4, NEAR: 3, ONE: None}
HIS: Mapping[str, int | None] = {FAR: 2, NEAR: 2, ONE: 3}


def opened(person: Person, assessor: Person, *, target: str = "senior-pm", form: Form = Form.FULL) -> Appraisal:
    """A review on the first version of the default ladder."""
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    return Appraisal.begin(
        person, assessor=assessor, by=assessor, version=version, stage="product-manager", target=target, form=form
    )


def part_of(
    review: Appraisal, rater: Person, levels: Mapping[str, int | None] = {}, *, base: int = 3, words: str = ""
) -> Sheet:
    """The part of one of the two with every question answered."""
    sheet = sheet_of(review.start_part(rater))
    for question in sheet.questions:
        level = levels.get(question.skill.slug, base)
        sheet.assessment.ratings.create(skill_id=question.skill.pk, level=level, situation=words)
    return sheet_of(sheet.assessment)


def submitted(review: Appraisal, rater: Person, levels: Mapping[str, int | None] = {}, **more: object) -> Assessment:
    part = part_of(review, rater, levels, **more).assessment  # type: ignore[arg-type]  # base and words
    part.submit()
    return part


def revealed(person: Person, assessor: Person, **more: object) -> Appraisal:
    """Both have submitted: they differ at FAR by two, at NEAR by one, and at ONE only the assessor can say."""
    review = opened(person, assessor, **more)  # type: ignore[arg-type]  # target and form
    submitted(review, person, HERS, words="Her words.")
    submitted(review, assessor, HIS, words="His words.")
    return Appraisal.objects.get(pk=review.pk)


def settle(review: Appraisal, chart: Chart, by: Person, levels: Mapping[str, int | str | None]) -> None:
    """Skill slug → the level agreed, or "both" to keep both answers."""
    for slug, level in levels.items():
        skill = chart.skill[slug].pk
        row = Agreement.objects.filter(appraisal=review, skill=skill).first()
        Agreement.settle(
            review,
            skill,
            by=by,
            seen=row.revision if row else 0,
            level=None if level == "both" else level,  # type: ignore[arg-type]  # a number or None
            disagree=level == "both",
        )


def agreed(person: Person, assessor: Person, chart: Chart) -> Appraisal:
    """Settled at 3, 3 and "both kept", and both said yes."""
    review = revealed(person, assessor)
    settle(review, chart, assessor, {FAR: 3, NEAR: 3, ONE: "both"})
    for one in (person, assessor):
        say_yes(review, by=one, seen=fingerprint(review))
    return Appraisal.objects.get(pk=review.pk)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client
