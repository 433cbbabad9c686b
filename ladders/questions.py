"""What a person is asked when they say where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ladders.chart import Chart, Descriptor, Expectation, Skill, Statement
from ladders.rungs import rungs


class Form(StrEnum):
    """FULL asks about every skill that one of the two stages expects, QUICK only about those that change."""

    QUICK = "quick"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer. `name` is empty for a level 0 that the scale does not name.

    `text` and `statements` are as the ladder gives them; either can be empty. Where people tick statements, a text
    without any stands as one statement, so that it can be ticked too.
    """

    level: int
    name: str
    text: str = ""
    statements: tuple[Statement, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A skill, its answers from the lowest level up, and what the two stages expect (None: nothing)."""

    skill: Skill
    options: tuple[Option, ...]
    current: Expectation | None
    target: Expectation | None


def questions(chart: Chart, current: str | None, target: str | None, form: Form) -> tuple[Question, ...]:
    """The questions for a person at stage `current` who aims at `target` (slugs; None: none), in ladder order.

    Where neither stage expects anything, as on a ladder of points, all rated skills are asked. Where nothing
    changes between the two, the quick form asks what the full one does. KeyError: the ladder has no such stage.
    """
    here = chart.expects.get(chart.stage[current].slug, {}) if current else {}
    there = chart.expects.get(chart.stage[target].slug, {}) if target else {}
    asked = [skill for skill in chart.skills if skill.slug in chart.asked]
    wanted = [skill for skill in asked if skill.slug in here or skill.slug in there] or asked
    if form is Form.QUICK:
        changed = [s for s in wanted if _differs(here.get(s.slug), there.get(s.slug))]
        wanted = changed or wanted
    places = _places(chart, current, target)
    return tuple(
        Question(skill, tuple(_options(chart, skill, places)), here.get(skill.slug), there.get(skill.slug))
        for skill in wanted
    )


def level_from_ticks(question: Question, ticked: Collection[str]) -> int:
    """The highest level whose statements are all ticked, and those of all levels below it; 0 if there is none.

    `ticked` holds keys of statements. A level without statements is neither reached nor in the way.
    """
    reached = 0
    for option in question.options:
        if any(statement.key not in ticked for statement in option.statements):
            break
        if option.statements:
            reached = option.level
    return reached


def _differs(here: Expectation | None, there: Expectation | None) -> bool:
    if here is None or there is None:
        return here is not there
    return (here.level, here.required) != (there.level, there.required)


def _places(chart: Chart, current: str | None, target: str | None) -> dict[int, list[str]]:
    """On a text ladder, the stages (slugs) at each depth: on the way to the target, then to the current stage.

    Without either, those on every way. Empty where the ladder has a scale.
    """
    found: dict[int, list[str]] = {}
    if chart.scale:
        return found
    for goal in [slug for slug in (target, current) if slug] or chart.stage:
        for depth, stage in rungs(chart, goal).items():
            if depth <= chart.depth[goal]:
                found.setdefault(depth, []).append(stage.slug)
    return dict(sorted(found.items()))


def _options(chart: Chart, skill: Skill, places: dict[int, list[str]]) -> Iterator[Option]:
    if not any(level.number == 0 for level in chart.scale):
        yield Option(0, "")
    for level in sorted(chart.scale, key=lambda level: level.number):
        anchor = skill.levels.get(level.number, Descriptor())
        name = anchor.name or level.name
        yield _option(chart, level.number, name, anchor, f"level:{level.number}", level.text)
    for depth, stages in places.items():
        slug = next((slug for slug in stages if slug in skill.at), None)
        if slug:
            text = skill.at[slug]
            yield _option(chart, depth, text.name or chart.stage[slug].title, text, f"stage:{slug}")


def _option(chart: Chart, level: int, name: str, words: Descriptor, key: str, general: str = "") -> Option:
    """One answer. `general` stands in where the ladder has no words for the skill itself.

    `key` is that of the statement made of a text without statements.
    """
    statements = words.statements
    if chart.assess == "statements" and words.text and not statements:
        statements = (Statement(key, words.text),)
    text = words.text if words.plain else general
    return Option(level, name, text, statements, words.examples)
