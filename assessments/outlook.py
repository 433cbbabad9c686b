"""Where a person stands against one stage, with all a page needs to show it: four queries, whatever the size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from assessments.models import Assessment, Evidence, Standing
from assessments.quarters import Quarters
from ladders import standing
from ladders.chart import Chart, Stage
from ladders.gaps import Gap, Section, gap, sections
from ladders.reading import Place
from ladders.trend import Levels, Trend, trend
from ladders.verdict import Verdict, verdict
from people.models import Person

LOOKS_BACK = 6  # check-ins; more lines would say less


@dataclass(frozen=True)
class Outlook:
    """The gap to a stage, whether its rule is met, the rows by category, and how it went over time."""

    gap: Gap
    verdict: Verdict
    sections: tuple[Section, ...]
    trend: Trend
    quarters: Quarters

    @property
    def empty(self) -> bool:
        """Nothing at all is rated yet."""
        return all(row.now is None for row in self.gap.rows)

    @staticmethod
    def held(person: Person, chart: Chart) -> standing.Standing:
        """The person's own standing in the words of a ladder."""
        return Standing.own(person, chart)


def outlook(person: Person, place: Place, target: Stage, quarters: Quarters) -> Outlook:
    """A person's own outlook on a stage of their ladder, as of the end of `quarters`."""
    chart = place.chart
    slugs = {skill.pk: skill.slug for skill in chart.skills}
    counts = Evidence.own_by_quarter(person, quarters)
    evidence = {slugs[skill]: count for skill, count in counts.items() if skill in slugs}
    came_from = place.stage.slug if place.stage and place.stage is not target else None
    found = gap(chart, target.slug, Outlook.held(person, chart), evidence, came_from=came_from)
    return Outlook(
        gap=found,
        verdict=verdict(chart, found),
        sections=sections(chart, found),
        trend=trend(chart, target.slug, snapshots(person, slugs)),
        quarters=quarters,
    )


def snapshots(person: Person, slugs: dict[int, str]) -> list[tuple[date, Levels]]:
    """The levels that counted after each of the last check-ins, oldest first: what a later one did not ask stays.

    Only self-assessments: what was agreed is shown as it is, not as a course over time.
    """
    levels: dict[str, int] = {}
    found: list[tuple[date, Levels]] = []
    # All of them, because what the last ones did not ask was said before; then the last ones are shown.
    for submitted_at, rated in reversed(Assessment.own_course(person)):
        if rated:
            said = {slugs[int(skill)]: level for skill, level in rated.items() if int(skill) in slugs}
            stands = {slug: level for slug, level in levels.items() if slug not in said}
            levels = stands | {slug: level for slug, level in said.items() if level is not None}
            found.append((timezone.localdate(submitted_at), levels))
    return found[-LOOKS_BACK:]
