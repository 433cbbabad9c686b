"""What a colleague is asked: the chosen skills of the review's frozen list, with its levels in the ladder's words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.models import Appraisal
from feedback.models import Circle
from ladders.chart import Skill
from ladders.questions import Form, Option, Question, questions
from ladders.translations import read_chart


@dataclass(frozen=True, slots=True)
class Level:
    """One answer to choose: its number as text, its name and its words."""

    value: str
    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One skill with its levels, from the lowest up."""

    skill: Skill
    levels: tuple[Level, ...]
    scale: bool

    def level_name(self, number: int | None) -> str:
        """The level in words: "3 Owning"; "" for "cannot say"."""
        if number is None:
            return ""
        name = next((level.name for level in self.levels if level.value == str(number)), "")
        return f"{number} {name}".strip() if self.scale else name


def questions_of(review: Appraisal) -> tuple[Question, ...]:
    """The frozen list of a review."""
    chart = read_chart(review.version_id)
    return questions(chart, review.stage, review.target or None, Form(review.form))


def asked_of(circle: Circle) -> list[Asked]:
    """What the colleagues of a review are asked, in the order of the ladder."""
    chosen = set(circle.skills.values_list("pk", flat=True))
    scale = bool(read_chart(circle.appraisal.version_id).scale)
    return [asked(one, scale) for one in questions_of(circle.appraisal) if one.skill.pk in chosen]


def asked(question: Question, scale: bool) -> Asked:
    return Asked(question.skill, tuple(map(level, question.options)), scale)


def level(option: Option) -> Level:
    texts = (option.text, *(statement.text for statement in option.statements))
    return Level(str(option.level), option.name or _("Not yet"), tuple(text for text in texts if text))
