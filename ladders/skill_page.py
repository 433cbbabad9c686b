"""What the page of one skill shows: every level in words, and who expects which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ladders.chart import Chart, Descriptor, Expectation, Level, Skill, Stage
from ladders.rows import is_must


@dataclass(frozen=True, slots=True)
class SkillLevel:
    """A level of a skill, or on a text ladder a stage (`level` is None).

    `words` are those of the ladder for the skill, None where it has none. `stages` expect exactly this.
    """

    level: Level | None
    name: str
    words: Descriptor | None
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """A stage and what it expects of the skill (None: nothing)."""

    stage: Stage
    expected: Expectation | None
    must: bool


def skill_levels(chart: Chart, skill: Skill) -> tuple[SkillLevel, ...]:
    """A skill at every level of the scale, or on a text ladder at every stage that describes it, lowest first."""
    return tuple(_by_stage(chart, skill) if chart.is_text else _by_level(chart, skill))


def stage_texts(chart: Chart, skill: Skill) -> tuple[SkillLevel, ...]:
    """What a ladder with a scale says about a skill at single stages as well."""
    return () if chart.is_text else tuple(_by_stage(chart, skill))


def _by_stage(chart: Chart, skill: Skill) -> Iterator[SkillLevel]:
    for stage in chart.stages:
        if stage.slug in skill.at:
            words = skill.at[stage.slug]
            yield SkillLevel(None, words.name or stage.title, words, (stage,))


def _by_level(chart: Chart, skill: Skill) -> Iterator[SkillLevel]:
    found = holders(chart, skill)
    for level in sorted(chart.scale, key=lambda level: level.number):
        words = skill.levels.get(level.number)
        stages = tuple(one.stage for one in found if one.expected and one.expected.level == level.number)
        name = words.name if words and words.name else level.name
        yield SkillLevel(level, name, words if words and words.plain else None, stages)


def holders(chart: Chart, skill: Skill) -> tuple[Holder, ...]:
    """Every stage in the ladder's order, with what it expects of a skill."""
    return tuple(_holder(chart, skill, stage) for stage in chart.stages)


def _holder(chart: Chart, skill: Skill, stage: Stage) -> Holder:
    expected = chart.expects.get(stage.slug, {}).get(skill.slug)
    return Holder(stage, expected, expected is not None and is_must(skill, expected))


def neighbours(chart: Chart, skill: Skill) -> tuple[Skill | None, Skill | None]:
    """The skills before and after one, in the order of the ladder's table."""
    order = [one for _, group in chart.grouped() for one in group]
    place = next(number for number, one in enumerate(order) if one.slug == skill.slug)
    return order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None
