"""How many expectations of one stage were met over time, in all and by category."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ladders.chart import Category, Chart, Skill

Levels = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """The skills of one category (None: of none) that the stage requires, and how many were met each time."""

    category: Category | None
    expected: int
    met: tuple[int, ...]
    rated: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """`days` oldest first; `met` and `rated` have one count for each day, out of `expected`."""

    days: tuple[date, ...]
    expected: int
    met: tuple[int, ...]
    rated: tuple[int, ...]
    lines: tuple[Line, ...]


def trend(chart: Chart, stage: str, snapshots: Iterable[tuple[date, Levels]]) -> Trend:
    """The counts for `stage` (slug) at each snapshot: a day and the levels that counted then, by skill slug.

    A skill missing from a snapshot was not rated. KeyError: the ladder has no such stage.
    """
    expects = chart.expects.get(chart.stage[stage].slug, {})
    ordered = sorted(snapshots, key=lambda snapshot: snapshot[0])
    required = tuple(
        skill
        for skill in chart.skills
        if skill.slug in chart.asked and skill.slug in expects and expects[skill.slug].required
    )
    needs = {skill.slug: expects[skill.slug].level for skill in required}
    lines = tuple(
        _line(category, skills, needs, [levels for _, levels in ordered])
        for category, skills in chart.grouped(required)
    )
    return Trend(
        days=tuple(day for day, _ in ordered),
        expected=len(required),
        met=tuple(sum(line.met[i] for line in lines) for i in range(len(ordered))),
        rated=tuple(sum(line.rated[i] for line in lines) for i in range(len(ordered))),
        lines=lines,
    )


def _line(category: Category | None, skills: tuple[Skill, ...], needs: Levels, snapshots: Iterable[Levels]) -> Line:
    counts = [_count(levels, {skill.slug: needs[skill.slug] for skill in skills}) for levels in snapshots]
    return Line(category, len(skills), tuple(met for met, _ in counts), tuple(rated for _, rated in counts))


def _count(levels: Levels, needs: Levels) -> tuple[int, int]:
    """How many of `needs` the levels meet, and how many of them are rated."""
    rated = [slug for slug in needs if slug in levels]
    return sum(levels[slug] >= needs[slug] for slug in rated), len(rated)
