"""Practice cases: what they say, and how answers lie beside the panel's. Cases come with Careerpath, in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ladders.chart import Chart

FILE = Path(__file__).parent / "data/cases.yaml"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the panel gave a skill (its id in the ladder), and why."""

    skill: str
    level: int
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case: paragraphs of text, and the panel's answers in the order they are asked. `number` counts from 1."""

    slug: str
    number: int
    title: str
    text: tuple[str, ...]
    panel: tuple[Answer, ...]


@cache
def cases() -> tuple[Case, ...]:
    """All of them, in their order."""
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Case(
            slug=one["id"],
            number=number,
            title=one["title"],
            text=tuple(one["text"]),
            panel=tuple(Answer(skill, said["level"], said["why"]) for skill, said in one["panel"].items()),
        )
        for number, one in enumerate(kept["cases"], 1)
    )


def case_called(slug: str) -> Case | None:
    return next((case for case in cases() if case.slug == slug), None)


def fitting(case: Case, chart: Chart) -> tuple[Answer, ...]:
    """What of a case can be rated on a ladder: skills it has, at levels its scale has and it has words for."""
    numbers = {level.number for level in chart.scale}
    return tuple(
        answer
        for answer in case.panel
        if answer.level in numbers and answer.skill in chart.skill and chart.skill[answer.skill].levels
    )


def apart(answers: Mapping[str, int], panel: Answer, levels: tuple[int, ...]) -> int | None:
    """How many steps somebody's level lies above (or, negative, below) the panel's; None: not answered."""
    given = answers.get(panel.skill)
    if given not in levels or panel.level not in levels:
        return None
    return levels.index(given) - levels.index(panel.level)
