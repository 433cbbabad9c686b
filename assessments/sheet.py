"""One assessment as a form to fill in: its questions, the answers so far, and what is still to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from assessments.models import Assessment, Rating, Standing
from ladders.chart import Brought, Category, Chart, Expectation, Skill, Stage, WayIn
from ladders.needs import Points
from ladders.questions import Form, Question, questions
from ladders.rungs import level_title, wording
from ladders.translations import read_chart


@dataclass(frozen=True, slots=True)
class Raised:
    """An answer above the level last agreed."""

    question: Question
    answer: Rating
    agreed: int


@dataclass(frozen=True)
class Sheet:
    assessment: Assessment
    chart: Chart
    questions: tuple[Question, ...]

    @cached_property
    def answers(self) -> Mapping[int, Rating]:
        """Skill pk → the answer so far; one query, at first use."""
        return {rating.skill_id: rating for rating in self.assessment.ratings.all()}

    @property
    def in_review(self) -> bool:
        """A part of a review: nothing of earlier times may show, not even that a level rose."""
        return self.assessment.appraisal_id is not None

    @property
    def of_oneself(self) -> bool:
        return self.assessment.kind == Assessment.Kind.SELF

    @property
    def stage(self) -> Stage:
        return self.chart.stage[self.assessment.stage]

    @property
    def way(self) -> WayIn | None:
        """The job the person came from, if they said so and the version has it."""
        return next((way for way in self.chart.ways_in if way.slug == self.assessment.way), None)

    def brought(self, question: Question) -> Brought | None:
        """What people from that job bring along in the skill of a question."""
        found = self.way.brings if self.way else ()
        return next((one for one in found if one.skill == question.skill.slug), None)

    @property
    def target(self) -> Stage | None:
        return self.chart.stage.get(self.assessment.target)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(question for question in self.questions if question.skill.pk not in self.answers)

    @property
    def done(self) -> int:
        return len(self.questions) - len(self.open)

    def question(self, skill_pid: str) -> Question | None:
        return next((question for question in self.questions if question.skill.pid == skill_pid), None)

    def after(self, question: Question) -> Question | None:
        """The next open question after this one, going round; None if every other one is answered."""
        place = self.questions.index(question)
        later = self.questions[place + 1 :] + self.questions[:place]
        return next((other for other in later if other.skill.pk not in self.answers), None)

    def neighbours(self, question: Question) -> tuple[Question | None, Question | None]:
        """The questions before and after this one in the list."""
        place = self.questions.index(question)
        before = self.questions[place - 1] if place else None
        return before, self.questions[place + 1] if place + 1 < len(self.questions) else None

    def groups(self) -> list[tuple[Category | None, list[tuple[Skill, bool]]]]:
        """Skills by category with whether each is answered: the progress rail."""
        grouped = self.chart.grouped(tuple(question.skill for question in self.questions))
        return [(category, [(skill, skill.pk in self.answers) for skill in skills]) for category, skills in grouped]

    def raised(self) -> list[Raised]:
        """The answers above the level last agreed; empty while a question is open, and in a review.

        Before the last answer this would give the old level away.
        """
        if self.open or self.in_review:
            return []
        standing = Standing.objects.visible_to(self.assessment.person).about(self.assessment.person)
        agreed = standing.agreed_levels()
        found = []
        for question in self.questions:
            answer, before = self.answers[question.skill.pk], agreed.get(question.skill.pk)
            if answer.level is not None and before is not None and answer.level > before:
                found.append(Raised(question, answer, before))
        return found

    @cached_property
    def ready(self) -> bool:
        """Everything is answered, and each raised level has its situation or the word that there is none."""
        return not self.open and all(item.answer.situation or item.answer.no_situation for item in self.raised())

    @cached_property
    def last_time(self) -> dict[int, int | None]:
        """Skill pk → the level the person gave it when they last rated it; shown to nobody before submitting.

        Empty in a review.
        """
        if self.in_review:
            return {}
        found: dict[int, int | None] = {}
        for _day, levels in Assessment.own_course(self.assessment.person, most=5):
            for skill, level in levels.items():
                found.setdefault(int(skill), level)
        return found

    def level_last_time(self, skill: Skill) -> int | None:
        """The level given last time; None for "I cannot say" and for a skill that was never asked."""
        return self.last_time.get(skill.pk)


def sheet_of(assessment: Assessment) -> Sheet:
    """The sheet of an assessment; its version is read from the database once in a process."""
    chart = read_chart(assessment.version_id)
    asked = Asked(chart.key, assessment.stage, assessment.target or None, Form(assessment.form), chart)
    return Sheet(assessment, chart, asked_questions(asked))


@dataclass(frozen=True, slots=True)
class Asked:
    """What the questions of a form depend on; `key` is that of the chart."""

    key: str
    stage: str
    target: str | None
    form: Form
    chart: Chart = field(compare=False)


@lru_cache(maxsize=256)
def asked_questions(asked: Asked) -> tuple[Question, ...]:
    """The questions of a form, made once: every answer that saves itself needs them again."""
    return questions(asked.chart, asked.stage, asked.target, asked.form)


def expected(sheet: Sheet, question: Question) -> str:
    """What the two stages expect of a skill, as a sentence: told, and not marked among the answers."""
    said = [
        (stage, wants) for stage, wants in ((sheet.target, question.target), (sheet.stage, question.current)) if stage
    ]
    return " ".join(expectation_sentence(sheet.chart, stage, wants) for stage, wants in said)


def expectation_sentence(chart: Chart, stage: Stage, wants: Expectation | None) -> str:
    if wants is None and isinstance(needs := stage.needs or chart.needs, Points):
        return _("A %(stage)s asks for %(points)d points, from any skills.") % {
            "stage": stage.title,
            "points": needs.points,
        }
    if wants is None:
        return _("For a %(stage)s nothing is expected here.") % {"stage": stage.title}
    name = level_title(chart, wants.level, stage.slug)
    level = f"{wants.level}, {name}" if chart.scale and name else name or str(wants.level)
    if chart.is_text:
        return _("A %(stage)s fits the words for that stage.") % {"stage": stage.title}
    if not wants.required:
        return _("For a %(stage)s level %(level)s is welcome.") % {"stage": stage.title, "level": level}
    return _("A %(stage)s does level %(level)s.") % {"stage": stage.title, "level": level}


@dataclass(frozen=True, slots=True)
class Answer:
    """A frozen answer to read: the level and its words as they stood in the version answered."""

    skill: Skill
    level: str
    text: str
    situation: str
    same: bool
    energy: str


def answers(sheet: Sheet) -> list[Answer]:
    """Every answer of a submitted assessment in the ladder's order, also to skills outside its form."""
    return [
        answer_of(sheet, skill, sheet.answers[skill.pk]) for skill in sheet.chart.skills if skill.pk in sheet.answers
    ]


def answer_of(sheet: Sheet, skill: Skill, rating: Rating) -> Answer:
    goal = sheet.assessment.target or sheet.assessment.stage
    if rating.level is None:
        level, text = _("cannot say"), ""
    else:
        name = level_title(sheet.chart, rating.level, goal)
        level = f"{rating.level} {name}".strip() if sheet.chart.scale else name or _("not yet")
        text = wording(sheet.chart, skill, rating.level, goal)
    energy = rating.get_energy_display() if rating.energy else ""
    return Answer(skill, level, text, rating.situation, rating.same, energy)
