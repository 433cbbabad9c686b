"""The page about one report, as their manager sees it; the person is shown the very same page about themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.blind import veil_of
from assessments.cells import Rails
from assessments.figures import table_foot, table_head, table_rows
from assessments.gap_page import headline, items, listed, marks, said, strength
from assessments.models import Appraisal, Evidence
from assessments.outlook import Outlook
from assessments.quarters import Quarters
from ladders.chart import Chart, Stage
from ladders.gaps import gap, sections
from ladders.pictures.rail import rail_key
from ladders.pictures.readiness import scalebar
from ladders.rows import Row, State
from ladders.standing import Basis, Held
from ladders.translations import read_chart
from ladders.trend import Trend
from ladders.verdict import verdict
from people.models import Person
from teams.notes import notes_of
from teams.team import Place, aims_of, levels, named, places, shared_with

NO_COURSE = Trend((), 0, (), (), ())


class AgreedRails(Rails):
    """The rails without what only the person can do."""

    def next(self, row: Row) -> str:
        """Under a skill that is to grow: what the next level looks like. Where nothing is agreed that is all."""
        if row.state is State.UNKNOWN:
            unknown = escape(_("Nothing agreed yet. It counts as unknown, not as a gap."))
            return f'<div class="next"><p>{unknown}</p></div>'
        if row.state is not State.GROW or row.ahead is None:
            return ""
        name = self.words["level"] % {"level": row.ahead.level} if self.chart.scale else row.ahead.name
        return f'<div class="next"><p>{escape(name)}: {escape(row.ahead.text)}</p></div>'


@dataclass(frozen=True, slots=True)
class Goal:
    """A stage to compare with, and whether it is the one shown."""

    stage: Stage
    here: bool
    now: bool


def report_context(manager: Person, person: Person, chosen: str = "") -> dict[str, Any]:
    """All that the page shows of `person` to `manager`; `chosen` is the public id of a stage to compare with.

    An id that is not among the stages to choose from leads to the first of them.
    """
    evidence, veil = shared_with(manager, person), veil_of(person)
    place = places(manager, [person], timezone.localdate()).get(person.pk)
    chart = read_chart(place.version) if place and place.version else None
    context = {
        "person": person,
        "manager": manager,
        "chart": chart,
        "notes": notes_of(manager, person, manager, chart),
        "review": review_of(person, manager),
        "veil": veil,
        "raters": raters(veil) if veil else (),
        "shared": evidence_lines(evidence, chart),
    }
    if place is None or chart is None or veil:
        return context
    return context | standing(manager, person, place, chart, evidence, chosen)


def standing(
    manager: Person, person: Person, place: Place, chart: Chart, evidence: list[Evidence], chosen: str
) -> dict[str, Any]:
    """Where the person stands, by what was agreed and nothing else."""
    slugs = {skill.pk: skill.slug for skill in chart.skills}
    held = named(levels(manager, [person]).get(person.pk, {}), slugs)
    goals = goals_of(manager, person, place, chart, chosen)
    target = next((goal.stage for goal in goals if goal.now), None)
    if target is None or not held:
        return {"goals": goals}
    found = outlook(chart, place.stage, target, held, shown_by_quarter(evidence, slugs))
    rails = AgreedRails(chart, found)
    return {
        "goals": goals,
        "target": target,
        "outlook": found,
        "headline": headline(found),
        "bar": scalebar(found.gap.met, found.gap.grow, found.gap.unknown),
        "said": said(chart, found),
        "marks": listed(marks(found)),
        "key": rail_key(welcome=any(row.welcome for row in found.gap.rows), ghosts=False),
        "groups": rails.groups(),
        "strengths": items(strength(chart, row, target) for row in found.gap.strengths),
        "head": table_head(found),
        "table": table_rows(found),
        "foot": table_foot(found),
    }


def outlook(
    chart: Chart, stage: str, target: Stage, held: Mapping[str, Held], evidence: Mapping[str, tuple[int, ...]]
) -> Outlook:
    """The gap on agreed levels alone (skill slug → level), with the evidence that was shared."""
    agreed = {slug: {Basis.AGREED: level} for slug, level in held.items()}
    came = stage if stage in chart.stage and stage != target.slug else None
    found = gap(chart, target.slug, agreed, evidence, came_from=came)
    quarters = Quarters.until(timezone.localdate())
    return Outlook(found, verdict(chart, found), sections(chart, found), NO_COURSE, quarters)


def goals_of(manager: Person, person: Person, place: Place, chart: Chart, chosen: str) -> list[Goal]:
    """What to compare with: the stage that the last review aimed for, the next ones, and the stage the person is at.

    An aim that was part of no review is the person's own.
    """
    here = chart.stage.get(place.stage)
    if here is None:
        return []
    ahead = [*aims_of(manager, person), *here.next, here.slug]
    stages = [chart.stage[slug] for slug in dict.fromkeys(ahead) if slug in chart.stage]
    now = next((stage for stage in stages if stage.pid == chosen), stages[0])
    return [Goal(stage, stage is here, stage is now) for stage in stages]


def shown_by_quarter(evidence: list[Evidence], slugs: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """How many shared items show each skill, in each of the last four quarters."""
    quarters = Quarters.until(timezone.localdate())
    days: dict[str, list[Any]] = {}
    for item in evidence:
        for skill in item.skills.all():
            if skill.pk in slugs:
                days.setdefault(slugs[skill.pk], []).append(item.happened_on)
    return {slug: quarters.counts(found) for slug, found in days.items()}


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared item and the titles of the skills it shows."""

    item: Evidence
    skills: str


def evidence_lines(evidence: list[Evidence], chart: Chart | None) -> list[Shared]:
    titles = {skill.pk: skill.title for skill in chart.skills} if chart else {}
    return [
        Shared(item, ", ".join(titles[skill.pk] for skill in item.skills.all() if skill.pk in titles))
        for item in evidence
    ]


def raters(review: Appraisal) -> tuple[tuple[Person | None, bool], ...]:
    """The two who rate in an open review, and whether each has submitted."""
    done = {kind for kind, part in review.parts().items() if part.submitted_at}
    return ((review.person, "self" in done), (review.assessor, "manager" in done))


def chart_of(viewer: Person, person: Person) -> Chart | None:
    """The ladder that somebody is on, as far as the viewer reads it."""
    place = places(viewer, [person], timezone.localdate()).get(person.pk)
    return read_chart(place.version) if place and place.version else None


def review_of(person: Person, manager: Person) -> Appraisal | None:
    """The latest review that is not done: being rated, or to be agreed; only if the manager is its assessor."""
    mine = Appraisal.objects.visible_to(manager).about(person).filter(assessor=manager, ended_at=None, agreed_at=None)
    return mine.select_related("assessor").latest_first().first()
