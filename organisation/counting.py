"""From people's answers to a sheet: what one snapshot tells, and nothing else.

Every answer is told at most once. A result waits, with the others on the same skill, until `WAIT` people have one;
then all of them are told together, or hidden together for good. When that is follows from who has a result, not from
what it says. Until the next time the sheet repeats what was told before. So two snapshots say something about
different answers, or the same about the same ones, and their difference says nothing about anybody: one person who
joins, leaves, moves or is rated anew is never the only thing that changed between two numbers.

How far reviews are is asked anew each quarter: each of its answers can follow on each other one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from organisation.disclosure import Atoms, Cell, Labels, Question, tell
from organisation.quarters import after, end_of, quarter_of

CUTS = ("ladder", "phase", "line")
WAIT = 20  # people with a new result on a skill
LOOKS_BACK = 4  # quarters; an older result is told no more

REVIEWS = Question(("agreed", "not"), {"not": ("under_way", "none"), "under_way": ("to_agree", "rating")})
LEVELS = Question(("met", "below"), {"below": ("one", "more")})


@dataclass(frozen=True, slots=True)
class Result:
    """What was agreed with somebody on a day: skill (key) → `met`, `one` below or `more` than one below."""

    person: int
    day: date
    labels: Labels
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody's review is at the end of the quarter: `agreed` in it, `to_agree`, `rating` or `none`."""

    labels: Labels
    state: str


@dataclass(frozen=True, slots=True)
class Named:
    """A skill: its key through all snapshots, and what it is called in this one."""

    key: str
    title: str
    category: str


class Cells(TypedDict):
    whole: Cell
    cuts: dict[str, list[tuple[str, Cell]]]


class Line(TypedDict):
    """What is told about a skill: of results from `since` to `until` (days; "" before the first time). One that is no
    longer `listed` stands on no ladder; the line keeps what was told, or it could be told again.
    """

    skill: str
    title: str
    category: str
    listed: bool
    since: str
    until: str
    told: Cells


class Sheet(TypedDict):
    """What one snapshot tells: `groups` of each cut in their order, how far reviews are, and each skill."""

    groups: dict[str, list[str]]
    reviews: Cells
    skills: list[Line]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a sheet is made of; `groups` as in CUTS."""

    quarter: date
    groups: tuple[tuple[str, ...], ...]
    skills: Sequence[Named]
    results: Sequence[Result]
    progress: Iterable[Progress]


def sheet_of(facts: Facts, before: Sheet | None) -> Sheet:
    """The sheet of a quarter; `before` is that of the snapshot before, None for the first one."""
    known = {line["skill"]: line for line in before["skills"]} if before else {}
    named = {skill.key for skill in facts.skills}
    states: defaultdict[Labels, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in facts.progress:
        states[one.labels][one.state] += 1
    by_skill: defaultdict[str, list[Result]] = defaultdict(list)
    for result in facts.results:
        for key in result.answers:
            by_skill[key].append(result)
    lines = [line_of(skill, facts, by_skill[skill.key], known.get(skill.key)) for skill in facts.skills]
    gone: list[Line] = [{**line, "listed": False} for key, line in known.items() if key not in named]
    return {
        "groups": {cut: list(groups) for cut, groups in zip(CUTS, facts.groups, strict=True)},
        "reviews": cells(REVIEWS, states, facts.groups),
        "skills": lines + gone,
    }


def cells(question: Question, atoms: Atoms, groups: Sequence[Sequence[str]]) -> Cells:
    told = tell(question, atoms, groups)
    shown = zip(CUTS, groups, told.groups, strict=True)
    return {"whole": told.whole, "cuts": {cut: list(zip(names, row, strict=True)) for cut, names, row in shown}}


def line_of(skill: Named, facts: Facts, results: Iterable[Result], before: Line | None) -> Line:
    """What is told of a skill now: the results that waited, if they are enough, else what was told before."""
    since, end = looks_back_to(facts.quarter, before), end_of(facts.quarter)
    waiting = pool(one for one in results if since <= one.day <= end)
    line: Line = {
        "skill": skill.key,
        "title": skill.title,
        "category": skill.category,
        "listed": True,
        "since": before["since"] if before else "",
        "until": before["until"] if before else "",
        "told": before["told"] if before else cells(LEVELS, {}, facts.groups),
    }
    if len(waiting) >= WAIT:
        line["since"], line["until"] = since.isoformat(), end.isoformat()
        line["told"] = cells(LEVELS, atoms_of(skill.key, waiting), facts.groups)
    return line


def looks_back_to(quarter: date, before: Line | None) -> date:
    """The first day of results that were not told yet: the day after those that were, or as far as one looks back."""
    oldest = after(quarter, 1 - LOOKS_BACK)
    if before is None or not before["until"]:
        return oldest
    return max(after(quarter_of(date.fromisoformat(before["until"]))), oldest)


def pool(results: Iterable[Result]) -> list[Result]:
    """The latest result of each person."""
    latest: dict[int, Result] = {}
    for result in sorted(results, key=lambda one: one.day):
        latest[result.person] = result
    return list(latest.values())


def atoms_of(skill: str, results: Iterable[Result]) -> Atoms:
    found: defaultdict[Labels, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for result in results:
        found[result.labels][result.answers[skill]] += 1
    return found
