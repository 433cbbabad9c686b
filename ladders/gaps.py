"""What is left between where a person stands and what a stage expects."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ladders import readiness
from ladders.chart import Category, Chart, Stage
from ladders.needs import Needs
from ladders.readiness import FORMULA_VERSION, Coverage, Freshness, Grounds, Musts, Range
from ladders.rows import Row, Rows, State, percent
from ladders.rungs import middle
from ladders.standing import Evidence, Standing


@dataclass(frozen=True, slots=True)
class Gap:
    """A person against one stage: a row for each skill, in the ladder's order, and the figures over the rows.

    `met`, `grow` and `unknown` add up to `expected`, the number of required skills. `weighted` is in per cent, None
    below 60 % coverage; exactly it is `earned` / (`unit` × `coverage.weight_rated`).
    `moves`: what one level more would change, the most first. `strengths`: more than the stage expects, or a level
    in the upper half where it expects nothing. `less`: less is needed here than at the stage the person comes from.
    """

    stage: Stage
    needs: Needs
    rows: tuple[Row, ...]
    expected: int
    met: int
    grow: int
    unknown: int
    musts: Musts
    coverage: Coverage
    unit: int
    earned: int
    weighted: int | None
    range: Range | None
    freshness: Freshness
    grounds: Grounds
    moves: tuple[Row, ...]
    strengths: tuple[Row, ...]
    less: tuple[Row, ...]
    formula: int = FORMULA_VERSION

    @property
    def share(self) -> Fraction | None:
        """The weighted figure exactly, whatever the coverage; None where nothing is rated."""
        whole = self.unit * self.coverage.weight_rated
        return Fraction(self.earned, whole) if whole else None


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one category (None: of none) and how many of its required skills are met."""

    category: Category | None
    rows: tuple[Row, ...]
    expected: int
    met: int


def gap(chart: Chart, stage: str, held: Standing, evidence: Evidence, *, came_from: str | None = None) -> Gap:
    """The gap to `stage` (slug) for the levels in `held` and the counts of evidence in the last four quarters.

    `came_from` (slug) is the stage to compare the expectations with: what is new, and what needs less.
    KeyError: the ladder has no such stage, or no stage `came_from`.
    """
    goal = chart.stage[stage]
    needs = goal.needs or chart.needs
    build = Rows(chart, stage, held, evidence, came_from)
    by, rows = build.measure, build.of(needs)
    required = tuple(row for row in rows if row.required)
    states = [row.state for row in required]
    earned = sum(row.earned for row in required)
    return Gap(
        stage=goal,
        needs=needs,
        rows=rows,
        expected=len(required),
        met=states.count(State.MET) + states.count(State.BEYOND),
        grow=states.count(State.GROW),
        unknown=states.count(State.UNKNOWN),
        musts=readiness.musts(required),
        coverage=readiness.coverage(required, by),
        unit=by.unit,
        earned=earned,
        weighted=percent(earned, by.unit * by.rated) if by.enough else None,
        range=readiness.spread(required, by),
        freshness=readiness.freshness(required),
        grounds=readiness.grounds(required or rows),
        moves=moves(required),
        strengths=strengths(rows, middle(chart)),
        less=tuple(row for row in rows if row.less),
    )


def moves(required: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows that one level more would change: the greatest lift first, then must-haves, then as they stand."""
    return tuple(sorted((row for row in required if row.lift), key=lambda row: (-row.lift, not row.must)))


def strengths(rows: tuple[Row, ...], upper: int) -> tuple[Row, ...]:
    """The rows above what is expected, or at `upper` and more where nothing is."""
    return tuple(
        row
        for row in rows
        if row.state is State.BEYOND or (row.state is State.EXTRA and row.now is not None and row.now >= upper)
    )


ORDER = (State.GROW, State.UNKNOWN, State.WELCOME, State.MET, State.BEYOND, State.EXTRA)


def sections(chart: Chart, found: Gap) -> tuple[Section, ...]:
    """The rows by category, in reading order.

    Categories with more that is required and not met come first. In each, what is to grow (the greatest gap × weight
    first), then what is not known, then the rest; must-haves before others; else the ladder's order.
    """
    by_slug = {row.skill.slug: row for row in found.rows}
    parts = []
    for category, skills in chart.grouped(tuple(row.skill for row in found.rows)):
        rows = sorted((by_slug[skill.slug] for skill in skills), key=_reading_order)
        required = [row for row in rows if row.required]
        parts.append(Section(category, tuple(rows), len(required), sum(row.met for row in required)))
    return tuple(sorted(parts, key=lambda part: part.met - part.expected))


def _reading_order(row: Row) -> tuple[int, int, bool]:
    done = row.state in (State.MET, State.BEYOND)
    state = State.MET if done else row.state
    to_grow = (row.gap or 0) * row.weight if state is State.GROW else 0
    return ORDER.index(state), -to_grow, not row.must
