"""One skill against one stage: what is needed, what is there, and what it adds to the figures.

All arithmetic is in whole numbers: `earned` and `lift` count in parts of 1/unit, where the unit is the least common
multiple of the required levels, so that every share of a level is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import lcm

from ladders.chart import Chart, Expectation, Skill
from ladders.needs import Needs, Points
from ladders.rungs import level_titles, rungs, wording, worth
from ladders.standing import NO_EVIDENCE, Basis, Evidence, Ratings, Standing, counted


class State(StrEnum):
    """How a skill stands against the stage.

    MET, BEYOND: the level expected, or more. GROW: less than is required. UNKNOWN: required and not rated.
    WELCOME: welcome and not there, or not rated; it blocks nothing. EXTRA: the stage expects nothing.
    """

    MET = "met"
    BEYOND = "beyond"
    GROW = "grow"
    UNKNOWN = "unknown"
    WELCOME = "welcome"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next level that the ladder describes: its number, what it is called, its words."""

    level: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One skill. Levels are numbers of the scale (depths on a text ladder); None: not rated, nothing expected.

    `came` is the level expected at the stage the person comes from; `new` and `less` compare with it.
    `earned` is weight × credit and `lift` weight × credit for one level more, in parts of 1/unit; both are 0 where
    nothing is required or nobody has rated. `lift_percent` is None below the coverage a percentage needs.
    `evidence` counts by quarter, oldest first. `points` are those of the level now, on a scale that has points.
    """

    skill: Skill
    state: State
    need: int | None
    now: int | None
    required: bool
    must: bool
    weight: int
    basis: Basis | None
    as_of: date | None
    by_self: int | None
    by_manager: int | None
    unit: int
    earned: int
    lift: int
    lift_percent: int | None
    evidence: tuple[int, ...]
    ahead: Ahead | None
    came: int | None
    new: bool
    less: bool
    points: int

    @property
    def gap(self) -> int | None:
        """Levels still to grow, 0 when there; None where nothing is expected or nobody has rated."""
        return None if self.need is None or self.now is None else max(self.need - self.now, 0)

    @property
    def met(self) -> bool:
        """The expected level is reached (also one that is only welcome)."""
        return self.state in (State.MET, State.BEYOND)

    @property
    def welcome(self) -> bool:
        """A level is named but not required."""
        return self.need is not None and not self.required

    @property
    def fresh(self) -> bool:
        """There is evidence from the last twelve months."""
        return sum(self.evidence) > 0

    @property
    def credit(self) -> Fraction | None:
        """min(now, need) / need, as far as a level is required and rated."""
        if self.need is None or self.now is None or not self.required:
            return None
        return Fraction(min(self.now, self.need), self.need)

    @property
    def weighted_credit(self) -> Fraction:
        """weight × credit: what this row adds to the upper half of the weighted figure."""
        return Fraction(self.earned, self.unit)


def percent(part: int, whole: int) -> int:
    """`part` of `whole` in per cent, rounded half up; `part` 0 or more, `whole` above 0."""
    return (200 * part + whole) // (2 * whole)


def is_must(skill: Skill, expected: Expectation) -> bool:
    """A required level that nothing else makes up for: marked so at the stage, or a core skill of the ladder."""
    return expected.required and (expected.must or skill.core)


def state_of(expected: Expectation | None, now: int | None) -> State:
    """How level `now` (None: not rated) stands against what is expected (None: nothing)."""
    if expected is None:
        return State.EXTRA
    if now is not None and now >= expected.level:
        return State.MET if now == expected.level else State.BEYOND
    if not expected.required:
        return State.WELCOME
    return State.UNKNOWN if now is None else State.GROW


@dataclass(frozen=True, slots=True)
class Measure:
    """What all rows of a stage are measured with: the unit and the weights of the required skills."""

    unit: int
    weight: int
    rated: int

    @property
    def enough(self) -> bool:
        """Enough is rated to say a percentage: 60 % of the weight or more."""
        return self.rated > 0 and 100 * self.rated >= 60 * self.weight


def measure(chart: Chart, stage: str, standing: Standing) -> Measure:
    """The unit, the weight of all required skills of `stage` (slug), and of those that are rated."""
    asked = chart.asked
    required = {s: e for s, e in chart.expects.get(stage, {}).items() if e.required and s in asked}
    return Measure(
        unit=lcm(*{expected.level for expected in required.values()}),
        weight=sum(expected.weight for expected in required.values()),
        rated=sum(expected.weight for slug, expected in required.items() if standing.get(slug)),
    )


class Rows:
    """Builds the rows of one stage; holds what they share."""

    def __init__(
        self, chart: Chart, stage: str, standing: Standing, evidence: Evidence, came_from: str | None
    ) -> None:
        self.chart, self.stage, self.came_from = chart, stage, came_from
        self.standing, self.evidence = standing, evidence
        self.expects = chart.expects.get(stage, {})
        self.before = chart.expects.get(chart.stage[came_from].slug, {}) if came_from else {}
        self.measure = measure(chart, stage, standing)
        self.titles = level_titles(chart, stage)
        self.rungs = {} if chart.scale else rungs(chart, stage)
        self.worth = {s.number: worth(chart, s.number) for s in chart.scale if s.points is not None}

    def of(self, needs: Needs) -> tuple[Row, ...]:
        """The rows of the stage in the ladder's order.

        A skill has one when it is expected here, was expected at the stage before or is rated; with a rule of
        points every skill has one, because each can bring points.
        """
        asked, every = self.chart.asked, isinstance(needs, Points)
        return tuple(
            self.row(skill)
            for skill in self.chart.skills
            if (slug := skill.slug) in asked
            and (every or slug in self.expects or slug in self.before or self.standing.get(slug))
        )

    def row(self, skill: Skill) -> Row:
        """The row of one skill."""
        ratings: Ratings = self.standing.get(skill.slug, {})
        basis = counted(ratings)
        held = ratings[basis] if basis else None
        now = held.level if held else None
        expected, before = self.expects.get(skill.slug), self.before.get(skill.slug)
        state = state_of(expected, now)
        earned, lift = self.shares(expected, now)
        by_self, by_manager = ratings.get(Basis.SELF), ratings.get(Basis.MANAGER)
        whole = self.measure.unit * self.measure.rated
        return Row(
            skill=skill,
            state=state,
            need=expected.level if expected else None,
            now=now,
            required=expected is not None and expected.required,
            must=expected is not None and is_must(skill, expected),
            weight=expected.weight if expected else 0,
            basis=basis,
            as_of=held.as_of if held else None,
            by_self=by_self.level if by_self else None,
            by_manager=by_manager.level if by_manager else None,
            unit=self.measure.unit,
            earned=earned,
            lift=lift,
            lift_percent=percent(lift, whole) if self.measure.enough else None,
            evidence=self.evidence.get(skill.slug, NO_EVIDENCE),
            ahead=self.ahead(skill, now, expected.level) if expected and now is not None else None,
            came=before.level if before else None,
            new=bool(self.came_from and expected and not before),
            less=before is not None and (expected is None or expected.level < before.level),
            points=self.points(now),
        )

    def shares(self, expected: Expectation | None, now: int | None) -> tuple[int, int]:
        """`Row.earned` and `Row.lift`: weight × min(now, need) / need, and what one level more would add."""
        if expected is None or now is None or not expected.required:
            return 0, 0
        part = expected.weight * (self.measure.unit // expected.level)
        return part * min(now, expected.level), part if now < expected.level else 0

    def ahead(self, skill: Skill, now: int, need: int) -> Ahead | None:
        """The next level the ladder describes for the skill, up to what is needed; else the very next level."""
        if now >= need:
            return None
        if self.chart.scale:
            found = next((level for level in range(now + 1, need + 1) if level in skill.levels), None)
        else:
            found = next(
                (n for n in range(now + 1, need + 1) if n in self.rungs and self.rungs[n].slug in skill.at),
                None,
            )
        if found is None:
            found = need if self.stage in skill.at else now + 1
        return self.described(skill, found)

    def described(self, skill: Skill, level: int) -> Ahead:
        anchor = skill.levels.get(level) if self.chart.scale else None
        name = anchor.name if anchor and anchor.name else self.titles.get(level, "")
        stage = self.rungs[level].slug if level in self.rungs else self.stage
        return Ahead(level, name, wording(self.chart, skill, level, stage))

    def points(self, now: int | None) -> int:
        if now is None or not self.worth:
            return 0
        return self.worth[now] if now in self.worth else worth(self.chart, now)
