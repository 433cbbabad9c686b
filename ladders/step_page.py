"""What the page of a step shows: the skills by how they change, in words, and the steps that a ladder draws."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ladders.chart import Chart, Expectation, Skill, Stage
from ladders.rows import is_must
from ladders.stage_page import level_said
from ladders.step import Between, Change


@dataclass(frozen=True, slots=True)
class StepRow:
    """A skill at both stages: the level as people say it, and the words for it; empty where nothing is expected.

    On a text ladder the stage's title stands for the level.
    """

    skill: Skill
    must: bool
    start: str
    goal: str
    start_text: str
    goal_text: str


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Skills that change in the same way, under their heading; `folded` are those of which little is to be said."""

    title: str
    rows: tuple[StepRow, ...]
    folded: bool = False


def step_groups(chart: Chart, between: Between) -> tuple[StepGroup, ...]:
    """The skills of a step by how they change; groups without skills are left out."""

    def rows(changes: tuple[Change, ...]) -> tuple[StepRow, ...]:
        return tuple(_row(chart, between, change) for change in changes)

    groups = (
        StepGroup(_("More is asked"), rows(between.rises)),
        StepGroup(_("New"), rows(between.new)),
        StepGroup(_("Less needed there"), rows(between.less)),
        StepGroup(_("No longer expected"), rows(between.ended)),
        StepGroup(_("Stays as it is"), rows(between.stays), folded=True),
    )
    return tuple(group for group in groups if group.rows)


def _row(chart: Chart, between: Between, change: Change) -> StepRow:
    def said(expected: Expectation | None, stage: Stage) -> str:
        if expected is None:
            return ""
        return stage.title if chart.is_text else level_said(chart, change.skill, expected, stage)

    return StepRow(
        skill=change.skill,
        must=change.goal is not None and is_must(change.skill, change.goal),
        start=said(change.start, between.start),
        goal=said(change.goal, between.goal),
        start_text=change.start_text,
        goal_text=change.goal_text,
    )


def steps_drawn(chart: Chart) -> tuple[tuple[Stage, Stage], ...]:
    """Every step from a stage to one that it leads on to, in the ladder's order."""
    return tuple((stage, chart.stage[goal]) for stage in chart.stages for goal in stage.next)
