"""People by skills: the level now against what each person's own stage expects. Nothing is ranked, nothing is summed
over skills but how many expectations are met.

What a viewer may not see is not a number here: of people whose review is open, and of people with whom nothing is
agreed, there is a line without cells, and they are in none of the counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ladders.chart import Category, Chart, Expectation, Skill
from ladders.rows import State, state_of
from ladders.standing import Held

OLD = timedelta(days=365)


class Sight(StrEnum):
    """What a viewer sees of a person: levels; or why there are none to see."""

    OPEN = "open"
    VEILED = "veiled"  # a review is open
    PRIVATE = "private"  # nothing is agreed that this viewer reads
    NOWHERE = "nowhere"  # at a stage that this version of the ladder does not have


class Mark(StrEnum):
    """How a cell looks. NONE: nothing is expected, or it is welcome and not there."""

    MET = "met"
    BEYOND = "beyond"
    GROW = "grow"
    FAR = "far"  # two levels to grow, or more
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the viewer knows them: `stage` is a slug, `held` skill slug → the level agreed and its day."""

    key: str
    name: str
    stage: str
    held: Mapping[str, Held]
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One skill of one person. `now` None: not rated; `need` None: not expected; `required` False: only welcome."""

    now: int | None
    need: int | None
    required: bool
    mark: Mark
    old: bool

    @property
    def counts(self) -> bool:
        """Whether the stage requires it."""
        return self.required and self.need is not None

    @property
    def met(self) -> bool:
        return self.counts and self.mark in (Mark.MET, Mark.BEYOND)


@dataclass(frozen=True, slots=True)
class Line:
    """A person with a cell for each column (none unless `sight` is OPEN): `met` of `needed` expectations.

    `newest` is the day of the latest level.
    """

    key: str
    name: str
    stage: str
    sight: Sight
    cells: tuple[Cell, ...] = ()
    met: int = 0
    needed: int = 0
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A skill: how many of the people who need it meet it. `only` is the one who does where several need it."""

    skill: Skill
    category: Category | None
    meets: int
    needs: int
    only: str = ""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Lines in the order of the people, columns in the order of the ladder, by category."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def open(self) -> tuple[Line, ...]:
        """The lines with levels to see."""
        return tuple(line for line in self.lines if line.sight is Sight.OPEN)

    @property
    def grouped(self) -> tuple[tuple[Category | None, tuple[Column, ...]], ...]:
        """The columns under their categories."""
        groups: dict[str, list[Column]] = {}
        for column in self.columns:
            groups.setdefault(column.category.slug if column.category else "", []).append(column)
        return tuple((columns[0].category, tuple(columns)) for columns in groups.values())


def sight_of(chart: Chart, person: Known) -> Sight:
    """Whether there is something to see of a person, and if not, why. A review that is open comes first."""
    if person.veiled:
        return Sight.VEILED
    if person.stage not in chart.stage:
        return Sight.NOWHERE
    return Sight.OPEN if any(slug in chart.asked for slug in person.held) else Sight.PRIVATE


def cell(expected: Expectation | None, held: Held | None, today: date) -> Cell:
    """One skill of one person: what the stage expects of it (None: nothing) and the level agreed (None: none)."""
    now = held.level if held else None
    need = expected.level if expected else None
    required = expected is not None and expected.required
    state = state_of(expected, now)
    marks = {
        State.MET: Mark.MET,
        State.BEYOND: Mark.BEYOND,
        State.GROW: Mark.FAR if (need or 0) - (now or 0) > 1 else Mark.GROW,
        State.UNKNOWN: Mark.UNKNOWN,
    }
    return Cell(now, need, required, marks.get(state, Mark.NONE), held is not None and today - held.as_of > OLD)


def heatmap(chart: Chart, people: Sequence[Known], today: date) -> Heatmap:
    """The map of some people on one ladder, as of `today`.

    A skill has a column when somebody's stage names it, or somebody whose levels are open holds a level.
    """
    seen = [(person, sight_of(chart, person)) for person in people]
    stages = {person.stage for person, sight in seen if sight is not Sight.NOWHERE}
    named = {slug for stage in stages for slug in chart.expects.get(stage, {})}
    named |= {slug for person, sight in seen if sight is Sight.OPEN for slug in person.held}
    grouped = chart.grouped(tuple(skill for skill in chart.skills if skill.slug in named & chart.asked))
    skills = [(skill, category) for category, found in grouped for skill in found]
    only = [skill for skill, _category in skills]
    lines = tuple(_line(chart, person, sight, only, today) for person, sight in seen)
    columns = tuple(
        _column(skill, category, [(line.name, line.cells[place]) for line in lines if line.cells])
        for place, (skill, category) in enumerate(skills)
    )
    return Heatmap(columns, lines)


def _line(chart: Chart, person: Known, sight: Sight, skills: Iterable[Skill], today: date) -> Line:
    title = chart.stage[person.stage].title if person.stage in chart.stage else ""
    if sight is not Sight.OPEN:
        return Line(person.key, person.name, title, sight)
    expects = chart.expects.get(person.stage, {})
    cells = tuple(cell(expects.get(skill.slug), person.held.get(skill.slug), today) for skill in skills)
    return Line(
        key=person.key,
        name=person.name,
        stage=title,
        sight=sight,
        cells=cells,
        met=sum(one.met for one in cells),
        needed=sum(one.counts for one in cells),
        newest=max(held.as_of for slug, held in person.held.items() if slug in chart.asked),
    )


def _column(skill: Skill, category: Category | None, cells: Sequence[tuple[str, Cell]]) -> Column:
    needing = [(name, one) for name, one in cells if one.counts]
    meeting = [name for name, one in needing if one.met]
    only = meeting[0] if len(meeting) == 1 and len(needing) > 1 else ""
    return Column(skill, category, len(meeting), len(needing), only)


@dataclass(frozen=True, slots=True)
class Coaching:
    """A skill that some grow into (`learners`) and others offer to help with (`helpers`): names, in their order."""

    skill: Skill
    helpers: tuple[str, ...]
    learners: tuple[str, ...]


def coaching(found: Heatmap, offers: Mapping[str, frozenset[str]]) -> tuple[Coaching, ...]:
    """Who could coach whom. `offers`: a person's key → the skills (slugs) that they are glad to help others with.

    Only people whose levels are open: somebody helps with a skill if they offered it and reach what a learner's stage
    expects. Somebody learns what they are below, never what nobody rated.
    """
    pairs = []
    for place, column in enumerate(found.columns):
        cells = [(line, line.cells[place]) for line in found.open]
        able = [(line, one) for line, one in cells if column.skill.slug in offers.get(line.key, frozenset())]
        growing = [(line, one) for line, one in cells if one.mark in (Mark.GROW, Mark.FAR)]
        helpers = tuple(line.name for line, one in able if any(helps(one, other) for _line, other in growing))
        learners = tuple(line.name for line, one in growing if any(helps(other, one) for _line, other in able))
        if helpers:
            pairs.append(Coaching(column.skill, helpers, learners))
    return tuple(pairs)


def helps(helper: Cell, learner: Cell) -> bool:
    """Whether one level can show the other the way: it reaches what the learner needs, which the learner does not."""
    return helper.now is not None and learner.need is not None and helper.now >= learner.need


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands out: skills that at most half of those who need them meet (`thin`), skills that one person alone
    meets (`only`), and how many levels are older than a year or not rated, and how many people are not in the map.
    """

    thin: tuple[Column, ...]
    only: tuple[Column, ...]
    old: int
    unknown: int
    veiled: int
    private: int


def findings(found: Heatmap, most: int = 4) -> Findings:
    """What stands out in a map; at most `most` thin skills, those that the most people miss first."""
    thin = [column for column in found.columns if column.needs > 1 and 2 * column.meets <= column.needs]
    thin = [column for column in thin if not column.only]
    cells = [one for line in found.lines for one in line.cells]
    sights = [line.sight for line in found.lines]
    return Findings(
        thin=tuple(sorted(thin, key=lambda column: column.meets - column.needs)[:most]),
        only=tuple(column for column in found.columns if column.only),
        old=sum(one.old for one in cells),
        unknown=sum(one.mark is Mark.UNKNOWN for one in cells),
        veiled=sights.count(Sight.VEILED),
        private=sights.count(Sight.PRIVATE),
    )
