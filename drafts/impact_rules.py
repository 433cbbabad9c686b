"""What a new version means for people by where they are, as far as the two versions tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ladders.chart import Chart, Expectation


@dataclass(frozen=True, slots=True)
class Band:
    """Levels of a skill (primary key) from `low` up to but not including `high` (None: no end)."""

    skill: int
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Crossings:
    """The levels at which an expectation is met now and no longer then (`lost`), or only then (`gained`)."""

    lost: tuple[Band, ...]
    gained: tuple[Band, ...]


def crossings(before: Chart, after: Chart, stage: str) -> Crossings:
    """What becomes of expectations of a stage (id) that both versions have; required ones only.

    Nothing on a ladder of texts: its levels are places on the way, which move with every stage.
    """
    if before.is_text or after.is_text or stage not in before.stage or stage not in after.stage:
        return Crossings((), ())
    old, new = _required(before, stage), _required(after, stage)
    return Crossings(
        lost=tuple(Band(skill, old[skill], level) for skill, level in new.items() if old.get(skill, level) < level),
        gained=tuple(_gained(old, new)),
    )


def _gained(old: dict[int, int], new: dict[int, int]) -> Iterator[Band]:
    for skill, level in new.items():
        if skill not in old:
            yield Band(skill, level, None)
        elif old[skill] > level:
            yield Band(skill, level, old[skill])


def _required(chart: Chart, stage: str) -> dict[int, int]:
    """Skill (primary key) → level, of what a stage requires and people are asked about."""
    expects: dict[str, Expectation] = dict(chart.expects.get(stage, {}))
    return {
        chart.skill[slug].pk: wanted.level
        for slug, wanted in expects.items()
        if wanted.required and slug in chart.asked
    }
