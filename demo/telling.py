"""Tells what happened to an invented person: check-ins that plausibly rise, talks in June, evidence in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from demo.dice import between, choose, throw
from demo.figures import Answer, CheckIn, Figure, Proof, Told
from demo.stories import LEVELS, STORIES
from ladders.chart import Chart
from ladders.questions import Form, questions
from ladders.rungs import top

ROUNDS = (6, 12)  # the months in which everyone checks in; in June people talk about it with their manager
TALKS = 6
YEARS = 3
USUAL_STAY = timedelta(days=900)  # how long a stage takes; what the next stage asks is learned on the way
TALKED_BY = 26  # days after a round begins until the last talk


def rounds(today: date) -> list[date]:
    """The first days of the rounds of the last three years that are over, oldest first."""
    days = [date(today.year - back, month, 2) for back in range(YEARS, -1, -1) for month in ROUNDS]
    first = today - timedelta(days=365 * YEARS)
    return [day for day in days if first < day <= today - timedelta(days=TALKED_BY)]


def need(chart: Chart, stage: str, skill: str) -> int:
    expected = chart.expects.get(stage, {}).get(skill)
    return expected.level if expected else 0


def story(figure: Figure, skill: str, level: int, *words: object) -> tuple[str, str] | None:
    """The strength and the words of something that shows a skill at about a level; None for a skill without any."""
    told = STORIES.get(skill)
    if told is None:
        return None
    near = [item for item, shows in zip(told, LEVELS, strict=True) if shows in (max(level, 1), level - 1)]
    strength, text = choose(near or told, figure.number, skill, *words)
    return strength, text.format(product=figure.product)


@dataclass
class Teller:
    """One person's course. `held` is what they last said of themselves, `agreed` what was last agreed."""

    chart: Chart
    figure: Figure
    today: date
    seed: str
    held: dict[str, int] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)

    def throw(self, *words: object) -> float:
        return throw(self.seed, self.figure.number, *words)

    def between(self, low: int, high: int, *words: object) -> int:
        return between(low, high, self.seed, self.figure.number, *words)

    def stages(self, day: date) -> tuple[str, str]:
        """The stage on a day and the one aimed for then."""
        steps, place = self.figure.steps, self.figure.stage_on(day)
        return steps[place][0], steps[place + 1][0] if place + 1 < len(steps) else self.figure.aim

    def level(self, skill: str, day: date) -> int:
        """The level somebody has grown to: what the stage asks, less at first, more as the next one comes near."""
        steps, place = self.figure.steps, self.figure.stage_on(day)
        stage, target = self.stages(day)
        since = steps[place][1]
        until = steps[place + 1][1] if place + 1 < len(steps) else since + USUAL_STAY
        share = min(1.0, max(0.0, (day - since) / (until - since)))
        here, there = need(self.chart, stage, skill), need(self.chart, target or stage, skill)
        pace = self.throw(skill, stage, "pace")
        grown = here + (there > here and share > pace + 0.15) - (pace > 0.85 and share < 0.4)
        return max(0, min(top(self.chart), grown + (self.throw(skill, "gift") > 0.92)))

    def own(self, day: date, turn: int, turns: int) -> CheckIn:
        """The person's own check-in, number `turn` of `turns`."""
        stage, target = self.stages(day)
        quick = day.month not in (TALKS, TALKS + 1) and not self.figure.by_hand and self.throw(day, "quick") < 0.35
        form = Form.QUICK if quick else Form.FULL
        asked = [question.skill.slug for question in questions(self.chart, stage, target or None, form)]
        answers = tuple(self.answer(skill, day, turn - turns) for skill in asked)
        return CheckIn("self", self.figure.number, day, stage, target, form.value, answers)

    def answer(self, skill: str, day: date, turn: int) -> Answer:
        """What the person says of a skill. `turn` counts from the end: -1 is the latest check-in."""
        by_hand = (self.figure.by_hand or {}).get(skill)
        before = self.held.get(skill)
        if by_hand:
            level = by_hand.said[turn]
        elif self.throw(skill, day, "cannot say") < 0.03:
            level = None
        else:
            level = max(self.level(skill, day), before or 0)
        if level is None:
            return Answer(skill, None)
        self.held[skill] = level
        raised = skill in self.agreed and level > self.agreed[skill]
        shown = story(self.figure, skill, level, day) if raised and self.throw(skill, day, "shown") < 0.8 else None
        return Answer(
            skill,
            level,
            same=level == before and self.throw(skill, day, "same") < 0.6,
            energy=self.energy(skill),
            situation=f"{shown[1]}." if shown else "",
            no_situation=raised and shown is None,
        )

    def energy(self, skill: str) -> str:
        fall = self.throw(skill, "energy")
        return "gives" if fall < 0.2 else "drains" if fall < 0.32 else "neutral" if fall < 0.8 else ""

    def talk(self, own: CheckIn, manager: int) -> Iterator[CheckIn]:
        """The manager's view some days later, and what the two agree on."""
        seen = own.on + timedelta(days=self.between(2, 5, own.on, "seen"))
        met = own.on + timedelta(days=self.between(6, 9, own.on, "met"))
        theirs = tuple(Answer(said.skill, self.managers_level(said, own.on)) for said in own.answers)
        yield CheckIn("manager", manager, seen, own.stage, own.target, own.form, theirs)
        both = tuple(self.settled(mine, other, own.on) for mine, other in zip(own.answers, theirs, strict=True))
        self.agreed.update({answer.skill: answer.level for answer in both if answer.level is not None})
        yield CheckIn("agreed", manager, met, own.stage, own.target, own.form, both)

    def managers_level(self, said: Answer, day: date) -> int | None:
        by_hand = (self.figure.by_hand or {}).get(said.skill)
        if by_hand:
            return by_hand.manager
        fall = self.throw(said.skill, day, "manager")
        if said.level is None or fall < 0.02:
            return None
        return max(0, min(top(self.chart), said.level - (fall < 0.2) + (fall > 0.94)))

    def settled(self, mine: Answer, theirs: Answer, day: date) -> Answer:
        by_hand = (self.figure.by_hand or {}).get(mine.skill)
        if by_hand:
            return Answer(mine.skill, by_hand.agreed)
        theirs_counts = mine.level is None or self.throw(mine.skill, day, "settled") < 0.6
        first, second = (theirs, mine) if theirs_counts else (mine, theirs)
        return Answer(mine.skill, second.level if first.level is None else first.level)

    def check_ins(self) -> Iterator[CheckIn]:
        start = self.figure.steps[0][1] + timedelta(days=30)
        days = [first + timedelta(days=self.between(0, 12, first)) for first in rounds(self.today) if first > start]
        by_hand = self.figure.by_hand or {}
        days = days[-len(next(iter(by_hand.values())).said) :] if by_hand else days
        last_talk = max((day for day in days if day.month == TALKS), default=None)
        talks = bool(by_hand) or self.throw("talks") < 0.6
        for turn, day in enumerate(days):
            own = self.own(day, turn, len(days))
            yield own
            manager = self.figure.manager_on(day)
            if talks and manager is not None and (day == last_talk if by_hand else day.month == TALKS):
                yield from self.talk(own, manager)
        if self.figure.habit == "draft":
            yield self.draft()

    def draft(self) -> CheckIn:
        """A check-in begun three days ago and left half-way."""
        day = self.today - timedelta(days=3)
        stage, target = self.stages(day)
        asked = questions(self.chart, stage, target or None, Form.FULL)
        answers = tuple(self.answer(question.skill.slug, day, -1) for question in asked[: len(asked) // 2])
        return CheckIn("self", self.figure.number, day, stage, target, "full", answers, submitted=False)

    def proofs(self) -> Iterator[Proof]:
        """Evidence spread over the time the person is here, three years at most; no line twice."""
        first = max(self.figure.steps[0][1], self.today - timedelta(days=365 * YEARS))
        days = (self.today - first).days - 2
        wanted = 18 if self.figure.by_hand else self.between(5, 13, "proofs") * days // (365 * YEARS) + 1
        told: set[str] = set()
        for item in range(wanted if days > 0 else 0):
            day = first + timedelta(days=self.between(0, days, item, "day"))
            proof = self.proof(item, day)
            if proof and proof.title not in told:
                told.add(proof.title)
                yield proof

    def proof(self, item: int, day: date) -> Proof | None:
        stage, _target = self.stages(day)
        skills = [skill for skill in self.chart.skills if need(self.chart, stage, skill.slug)]
        if not skills:
            return None
        skill = choose(skills, self.seed, self.figure.number, item, "skill")
        found = story(self.figure, skill.slug, self.level(skill.slug, day), item, day)
        if found is None:
            return None
        strength, title = found
        beside = [s.slug for s in skills if s.category == skill.category and s is not skill]
        also = (choose(beside, self.seed, title),) if beside and self.throw(item, "also") < 0.25 else ()
        where = f"https://example.org/{self.figure.product.lower().replace(' ', '-')}/{skill.slug}-{item + 1}"
        return Proof(title, day, strength, (skill.slug, *also), where if strength == "artefact" else "")


def tell(figure: Figure, chart: Chart, today: date, seed: str) -> Told:
    """Everything that happened to a person until `today`; the same for the same `seed`."""
    if not figure.steps or figure.habit == "idle":
        return Told(figure)
    teller = Teller(chart, figure, today, seed)
    return Told(figure, tuple(teller.check_ins()), tuple(teller.proofs()))
