"""What every address owes everybody, and short words for what the tests build again and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.test import Client
from django.utils import timezone

from assessments.models import Assessment, Evidence
from assessments.sheet import Sheet, sheet_of
from ladders.chart import Chart
from ladders.importing import take_in
from ladders.models import Path, Version
from ladders.questions import Form
from people.models import Person
from safeguards.ids import new_pid
from tests.factories import AssessmentFactory, EvidenceFactory
from tests.ladders.files import DEFAULT, ladder

SUBMITTED = datetime(2024, 3, 8, 9, tzinfo=UTC)
NUL = "a\x00b"
NAMES = ("Zoë 🦉 launched", "أطلقت نور التقرير", "שיחה עם לקוח")


def short(value: object) -> str:
    """What a case is called in the list of tests."""
    return ascii(value)[:24]


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def leads_to_welcome(url: str) -> None:
    """To nobody in particular the address is only the way to the first page."""
    for method in ("get", "post"):
        response = getattr(Client(), method)(url)
        assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={quote(url)}")


def is_not_there(stranger: Person, url: str, *, post: bool = True) -> None:
    """To a stranger the address answers word for word like one with an id that nobody has."""
    client, missing = Client(), url.replace(url.split("/")[2], new_pid())
    client.force_login(stranger)
    for method in (client.get, client.post) if post else (client.get,):
        answer, nothing = method(url), method(missing)
        assert (answer.status_code, nothing.status_code) == (404, 404)
        assert answer.content == nothing.content


def draft(
    person: Person, *, form: Form = Form.FULL, stage: str = "product-manager", target: str = "senior-pm"
) -> Sheet:
    """An open check-in on the default ladder."""
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    return sheet_of(Assessment.start(person, version=version, stage=stage, target=target, form=form))


def answer(sheet: Sheet, levels: Mapping[str, int | None]) -> Sheet:
    """The sheet after these answers (skill slug → level)."""
    for slug, level in levels.items():
        sheet.assessment.ratings.create(skill_id=sheet.chart.skill[slug].pk, level=level)
    return sheet_of(sheet.assessment)


def answer_all(sheet: Sheet, level: int | None = 3, **other: int | None) -> Sheet:
    """The sheet with every question answered at `level`, but for those in `other` (underscores for hyphens)."""
    said = {question.skill.slug: level for question in sheet.questions}
    return answer(sheet, said | {slug.replace("_", "-"): level for slug, level in other.items()})


def rated(person: Person, levels: Mapping[str, int | None], at: datetime = SUBMITTED, **more: Any) -> Assessment:
    """A submitted assessment on the first version of the default ladder."""
    version = Version.objects.select_related("ladder__library").get(ladder__slug="product-management", number=1)
    return AssessmentFactory.create(person=person, version=version, levels=levels, submitted=at, **more)


def agreed(person: Person, levels: Mapping[str, int | None], by: Person, at: datetime = SUBMITTED) -> Assessment:
    return rated(person, levels, at, kind=Assessment.Kind.AGREED, assessor=by)


def noted(person: Person, chart: Chart, slugs: Iterable[str], day: date, **more: Any) -> Evidence:
    """An item of evidence for some skills of a chart."""
    made = EvidenceFactory.create(person=person, happened_on=day, **more)
    made.skills.set([chart.skill[slug].pk for slug in slugs])
    return made


def every(chart: Chart, level: int) -> dict[str, int]:
    """One level for every skill."""
    return {skill.slug: level for skill in chart.skills}


def new_version(**changes: str) -> Version:
    """The default ladder once more as version 1.1, with texts of the file replaced (keyword values: "old → new")."""
    text = DEFAULT.read_text().replace('version: "1.0"', 'version: "1.1"')
    for change in changes.values():
        old, new = change.split(" → ")
        assert old in text
        text = text.replace(old, new)
    return take_in(ladder(text), by=None).version


def place(person: Person, stage: str, aim: str = "") -> None:
    """Changes the stage and the aim on the person's ladder."""
    Path.objects.filter(person=person).update(stage=stage, aim=aim)
