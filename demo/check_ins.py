"""The check-ins of an invented person: every half-year, plausibly rising, with a talk in June."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from demo.course import YEARS, Course
from demo.figures import Answer, CheckIn
from ladders.questions import Form, questions

ROUNDS = (6, 12)  # the months in which everyone checks in
TALKS = 6  # the month in which people talk about it with their manager
TALKED_BY = 26  # days after a round begins until the last talk
BY_HAND = 5


def rounds(today: date) -> list[date]:
    """The first days of the rounds of the last three years that are over, oldest first."""
    days = [date(today.year - back, month, 2) for back in range(YEARS, -1, -1) for month in ROUNDS]
    first = today - timedelta(days=365 * YEARS)
    return [day for day in days if first < day <= today - timedelta(days=TALKED_BY)]


@dataclass
class Teller:
    """Tells a course check-in by check-in. `held`: what was last said, `agreed`: what was last agreed (by slug)."""

    course: Course
    held: dict[str, int] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)
    last_talk: date | None = None

    def own(self, day: date, turn: int) -> CheckIn:
        """The person's own check-in. `turn` counts from the end: -1 is the latest."""
        stage, target = self.course.stages(day)
        quick = day.month != TALKS and not self.course.figure.by_hand and self.course.throw(day, "quick") < 0.35
        form = Form.QUICK if quick else Form.FULL
        asked = [question.skill.slug for question in questions(self.course.chart, stage, target or None, form)]
        answers = tuple(self.answer(skill, day, turn) for skill in asked)
        return CheckIn("self", self.course.figure.number, day, stage, target, form.value, answers)

    def answer(self, skill: str, day: date, turn: int) -> Answer:
        """What the person says of a skill."""
        before = self.held.get(skill)
        level: int | None
        if self.course.figure.by_hand:
            level = self.course.figure.by_hand[skill].said[turn]
        elif self.course.throw(skill, day, "cannot say") < 0.03:
            level = None
        else:
            level = max(self.course.level(skill, day), before or 0)
        if level is None:
            return Answer(skill, None)
        self.held[skill] = level
        raised = skill in self.agreed and level > self.agreed[skill]
        shown = (
            self.course.story(skill, level, day) if raised and self.course.throw(skill, day, "shown") < 0.8 else None
        )
        return Answer(
            skill,
            level,
            same=level == before and self.course.throw(skill, day, "same") < 0.6,
            energy=self.energy(skill),
            situation=f"{shown[1]}." if shown else "",
            no_situation=raised and shown is None,
        )

    def energy(self, skill: str) -> str:
        fall = self.course.throw(skill, "energy")
        return "gives" if fall < 0.2 else "drains" if fall < 0.32 else "neutral" if fall < 0.8 else ""

    def talk(self, own: CheckIn, manager: int) -> Iterator[CheckIn]:
        """The manager's view some days later, and what the two agree on."""
        seen = own.on + timedelta(days=self.course.between(2, 5, own.on, "seen"))
        met = own.on + timedelta(days=self.course.between(6, 9, own.on, "met"))
        theirs = tuple(Answer(said.skill, self.managers_level(said, own.on)) for said in own.answers)
        yield CheckIn("manager", manager, seen, own.stage, own.target, own.form, theirs)
        both = tuple(self.settled(mine, other, own.on) for mine, other in zip(own.answers, theirs, strict=True))
        self.agreed.update({answer.skill: answer.level for answer in both if answer.level is not None})
        yield CheckIn("agreed", manager, met, own.stage, own.target, own.form, both)

    def managers_level(self, said: Answer, day: date) -> int | None:
        if self.course.figure.by_hand:
            return self.course.figure.by_hand[said.skill].manager if day == self.last_talk else said.level
        fall = self.course.throw(said.skill, day, "manager")
        if said.level is None or fall < 0.02:
            return None
        return max(0, min(self.course.top, said.level - (fall < 0.2) + (fall > 0.94)))

    def settled(self, mine: Answer, theirs: Answer, day: date) -> Answer:
        if self.course.figure.by_hand:
            level = self.course.figure.by_hand[mine.skill].agreed if day == self.last_talk else mine.level
            return Answer(mine.skill, level)
        theirs_counts = mine.level is None or self.course.throw(mine.skill, day, "settled") < 0.6
        first, second = (theirs, mine) if theirs_counts else (mine, theirs)
        return Answer(mine.skill, second.level if first.level is None else first.level)

    def days(self) -> list[date]:
        """When the person checked in, oldest first."""
        start = self.course.figure.steps[0][1] + timedelta(days=30)
        days = [
            first + timedelta(days=self.course.between(0, 12, first))
            for first in rounds(self.course.today)
            if first > start
        ]
        return days[-BY_HAND:] if self.course.figure.by_hand else days

    def check_ins(self) -> Iterator[CheckIn]:
        days = self.days()
        self.last_talk = max((day for day in days if day.month == TALKS), default=None)
        talks = bool(self.course.figure.by_hand) or self.course.throw("talks") < 0.6
        for turn, day in enumerate(days):
            own = self.own(day, turn - len(days))
            yield own
            manager = self.course.figure.manager_on(day)
            if talks and manager is not None and day.month == TALKS:
                yield from self.talk(own, manager)
        if self.course.figure.habit == "draft":
            yield self.draft()

    def draft(self) -> CheckIn:
        """A check-in begun three days ago and left half-way."""
        day = self.course.today - timedelta(days=3)
        stage, target = self.course.stages(day)
        asked = questions(self.course.chart, stage, target or None, Form.FULL)
        answers = tuple(self.answer(question.skill.slug, day, -1) for question in asked[: len(asked) // 2])
        return CheckIn("self", self.course.figure.number, day, stage, target, "full", answers, submitted=False)
