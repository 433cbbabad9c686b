"""What the page of one stage shows: its expectations in words, and where people come from."""

from __future__ import annotations

from dataclasses import dataclass

from ladders.chart import Category, Chart, Descriptor, Expectation, Skill, Stage
from ladders.rows import is_must
from ladders.rungs import described, level_title, wording


@dataclass(frozen=True, slots=True)
class Wording:
    """An expectation of a stage: the skill, the level and its name, and what it looks like in words."""

    skill: Skill
    expected: Expectation
    must: bool
    level_name: str
    text: str
    more: Descriptor | None


def wordings(chart: Chart, stage: Stage) -> list[tuple[Category | None, list[Wording]]]:
    """The expectations of a stage by category, in the ladder's order."""
    expects = chart.expects.get(stage.slug, {})
    skills = tuple(skill for skill in chart.skills if skill.slug in expects)
    return [
        (category, [wording_of(chart, stage, skill, expects[skill.slug]) for skill in group])
        for category, group in chart.grouped(skills)
    ]


def wording_of(chart: Chart, stage: Stage, skill: Skill, expected: Expectation) -> Wording:
    return Wording(
        skill=skill,
        expected=expected,
        must=is_must(skill, expected),
        level_name=level_title(chart, expected.level, stage.slug),
        text=wording(chart, skill, expected.level, stage.slug),
        more=described(chart, skill, expected.level, stage.slug),
    )


def arrivals(chart: Chart, stage: Stage) -> list[Stage]:
    """The stages that lead on to this one."""
    return [other for other in chart.stages if stage.slug in other.next]
