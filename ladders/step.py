"""What changes between two stages: skills, the work itself, what counts as success."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ladders.chart import Chart, Expectation, Skill, Stage, Step
from ladders.rungs import wording


class Kind(StrEnum):
    """How what is asked of a skill changes (see `Between`)."""

    RISES = "rises"
    NEW = "new"
    STAYS = "stays"
    LESS = "less"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Change:
    """One skill at both stages: what is expected (None: nothing) and in which words."""

    skill: Skill
    start: Expectation | None
    goal: Expectation | None
    start_text: str
    goal_text: str

    @property
    def same_text(self) -> bool:
        """Both stages say the same about the skill."""
        return self.start_text == self.goal_text


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines only the first stage has, lines only the second has, and those of both."""

    stop: tuple[str, ...]
    start: tuple[str, ...]
    keep: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The step from stage `start` to stage `goal`; every group of skills is in the ladder's order.

    `rises`: more is required, or a welcome level is higher or becomes required. `new`: expected for the first time
    (required or welcome). `stays`: as before. `less`: a lower level, or a required one becomes welcome. `ended`:
    nothing is expected any more. `words` is how the keepers of the ladder put the step, if they do.
    """

    start: Stage
    goal: Stage
    rises: tuple[Change, ...]
    new: tuple[Change, ...]
    stays: tuple[Change, ...]
    less: tuple[Change, ...]
    ended: tuple[Change, ...]
    does: Lines
    success: Lines
    words: Step | None


def step(chart: Chart, start: str, goal: str) -> Between:
    """The step between two stages (slugs), neighbours or not. KeyError: the ladder has no such stage."""
    first, second = chart.stage[start], chart.stage[goal]
    groups: dict[Kind, list[Change]] = {kind: [] for kind in Kind}
    for change in _changes(chart, first, second):
        groups[_kind(chart, change)].append(change)
    return Between(
        start=first,
        goal=second,
        rises=tuple(groups[Kind.RISES]),
        new=tuple(groups[Kind.NEW]),
        stays=tuple(groups[Kind.STAYS]),
        less=tuple(groups[Kind.LESS]),
        ended=tuple(groups[Kind.ENDED]),
        does=lines(first.does, second.does),
        success=lines(first.success, second.success),
        words=chart.steps.get((start, goal)),
    )


def lines(first: tuple[str, ...], second: tuple[str, ...]) -> Lines:
    """The lines of two lists, by where they stand; those of both in the order of the second."""
    return Lines(
        stop=tuple(line for line in first if line not in second),
        start=tuple(line for line in second if line not in first),
        keep=tuple(line for line in second if line in first),
    )


def step_lines(chart: Chart, start: str, goal: str) -> tuple[tuple[str, str, str], ...]:
    """Skill slug, level at `start`, level at `goal` for every skill that one of the stages expects.

    `-`: nothing is expected; `(2)`: level 2 is welcome. KeyError: the ladder has no such stage.
    """
    changes = _changes(chart, chart.stage[start], chart.stage[goal])
    return tuple((change.skill.slug, _written(change.start), _written(change.goal)) for change in changes)


def _written(expected: Expectation | None) -> str:
    if expected is None:
        return "-"
    return str(expected.level) if expected.required else f"({expected.level})"


def _changes(chart: Chart, start: Stage, goal: Stage) -> Iterator[Change]:
    before, after = chart.expects.get(start.slug, {}), chart.expects.get(goal.slug, {})
    for skill in chart.skills:
        old, new = before.get(skill.slug), after.get(skill.slug)
        if old or new:
            yield Change(
                skill=skill,
                start=old,
                goal=new,
                start_text=wording(chart, skill, old.level, start.slug) if old else "",
                goal_text=wording(chart, skill, new.level, goal.slug) if new else "",
            )


def _kind(chart: Chart, change: Change) -> Kind:
    """Required levels decide, welcome ones only where neither stage requires the skill.

    On a text ladder the same words at two stages ask for the same.
    """
    if change.start is None:
        return Kind.NEW
    if change.goal is None:
        return Kind.ENDED
    old, new = _asked(change.start), _asked(change.goal)
    if old == new or (chart.is_text and change.same_text):
        return Kind.STAYS
    return Kind.RISES if new > old else Kind.LESS


def _asked(expected: Expectation) -> tuple[int, int]:
    """The level required and the level welcome."""
    return (expected.level, 0) if expected.required else (0, expected.level)
