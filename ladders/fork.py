"""Where a ladder divides: the branches side by side, and what each asks for that the others do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ladders.chart import Chart, Expectation, Skill, Stage, Track
from ladders.rows import is_must

MOST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A skill and what a stage expects of it."""

    skill: Skill
    expected: Expectation


@dataclass(frozen=True, slots=True)
class Branch:
    """One way on from a fork: its first stage and its line (None: none), and where it leads from there.

    `musts` are its must-haves in the ladder's order. `more` are at most five skills of which it requires more than
    every other branch, those with the greatest difference first.
    """

    stage: Stage
    track: Track | None
    musts: tuple[Asked, ...]
    more: tuple[Asked, ...]
    leads_on: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """A stage that leads on to two or more, in the ladder's order."""

    stage: Stage
    branches: tuple[Branch, ...]


def forks(chart: Chart) -> tuple[Fork, ...]:
    """Every fork of a ladder, in its order."""
    return tuple(Fork(stage, tuple(_branches(chart, stage))) for stage in chart.stages if len(stage.next) > 1)


def _branches(chart: Chart, fork: Stage) -> Iterator[Branch]:
    tracks = {track.slug: track for track in chart.tracks}
    for slug in fork.next:
        stage = chart.stage[slug]
        expects = chart.expects.get(slug, {})
        asked = [Asked(skill, expects[skill.slug]) for skill in chart.skills if skill.slug in expects]
        yield Branch(
            stage=stage,
            track=tracks.get(stage.track),
            musts=tuple(one for one in asked if is_must(one.skill, one.expected)),
            more=_more(chart, asked, [other for other in fork.next if other != slug]),
            leads_on=tuple(chart.stage[onward] for onward in stage.next),
        )


def _more(chart: Chart, asked: list[Asked], others: list[str]) -> tuple[Asked, ...]:
    def lead(one: Asked) -> int:
        beside = [_required(chart, chart.expects.get(other, {}).get(one.skill.slug)) for other in others]
        return _required(chart, one.expected) - max(beside)

    ahead = [one for one in asked if lead(one) > 0]
    return tuple(sorted(ahead, key=lead, reverse=True)[:MOST])


def rising(chart: Chart, start: Stage, goal: Stage) -> tuple[Asked, ...]:
    """The skills of which `goal` requires more than `start`, in the ladder's order."""
    before, after = chart.expects.get(start.slug, {}), chart.expects.get(goal.slug, {})
    return tuple(
        Asked(skill, after[skill.slug])
        for skill in chart.skills
        if skill.slug in after and _required(chart, after[skill.slug]) > _required(chart, before.get(skill.slug))
    )


def _required(chart: Chart, expected: Expectation | None) -> int:
    """The level required. A text ladder has no levels to compare, so there it is 1 for any expectation."""
    if expected is None or not expected.required:
        return 0
    return 1 if chart.is_text else expected.level
