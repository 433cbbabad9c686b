"""Up to three stages side by side: what each needs of every skill, and what is there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ladders.chart import Chart, Expectation, Skill, Stage
from ladders.rows import State, is_must, state_of
from ladders.standing import Basis, Standing, counted

MOST = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What one stage expects of a skill, and how the level now stands against it."""

    need: int
    required: bool
    must: bool
    state: State


@dataclass(frozen=True, slots=True)
class Compared:
    """A skill: the level now (None: not rated) and one cell for each stage (None: nothing expected)."""

    skill: Skill
    now: int | None
    basis: Basis | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """The required skills of one stage: how many, met, not rated; and the must-haves among them."""

    stage: Stage
    expected: int
    met: int
    unknown: int
    musts: int
    musts_met: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows in the ladder's order for every skill that one of the stages expects; one total for each stage."""

    rows: tuple[Compared, ...]
    totals: tuple[Total, ...]


def compare(chart: Chart, stages: Sequence[str], held: Standing) -> Comparison:
    """The stages (slugs, one to three) side by side. ValueError: none or more. KeyError: no such stage."""
    if not 1 <= len(stages) <= MOST:
        raise ValueError(f"One to {MOST} stages can be compared, not {len(stages)}.")
    goals = [chart.stage[slug] for slug in stages]
    columns = [chart.expects.get(goal.slug, {}) for goal in goals]
    rows = tuple(
        _row(skill, [column.get(skill.slug) for column in columns], held)
        for skill in chart.skills
        if skill.slug in chart.asked and any(skill.slug in column for column in columns)
    )
    totals = tuple(_total(goal, [row.cells[i] for row in rows]) for i, goal in enumerate(goals))
    return Comparison(rows, totals)


def _row(skill: Skill, expected: Sequence[Expectation | None], held: Standing) -> Compared:
    ratings = held.get(skill.slug, {})
    basis = counted(ratings)
    now = ratings[basis].level if basis else None
    cells = tuple(
        None if e is None else Cell(e.level, e.required, is_must(skill, e), state_of(e, now)) for e in expected
    )
    return Compared(skill, now, basis, cells)


def _total(stage: Stage, cells: Sequence[Cell | None]) -> Total:
    required = [cell for cell in cells if cell and cell.required]
    met = [cell for cell in required if cell.state in (State.MET, State.BEYOND)]
    return Total(
        stage=stage,
        expected=len(required),
        met=len(met),
        unknown=sum(cell.state is State.UNKNOWN for cell in required),
        musts=sum(cell.must for cell in required),
        musts_met=sum(cell.must for cell in met),
    )
