"""How an invented person grows into a stage: which level they hold of a skill on any day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demo.dice import between, choose, throw
from demo.figures import Figure
from demo.stories import LEVELS, STORIES
from ladders.chart import Chart
from ladders.rungs import top

YEARS = 3  # how far back the demo remembers
USUAL_STAY = timedelta(days=900)  # how long a stage takes; what the next stage asks is learned on the way


@dataclass(frozen=True, slots=True)
class Course:
    """A person on a ladder, seen from `today`; the same `seed` gives the same course."""

    chart: Chart
    figure: Figure
    today: date
    seed: str

    def throw(self, *words: object) -> float:
        return throw(self.seed, self.figure.number, *words)

    def between(self, low: int, high: int, *words: object) -> int:
        return between(low, high, self.seed, self.figure.number, *words)

    @property
    def top(self) -> int:
        return top(self.chart)

    def stages(self, day: date) -> tuple[str, str]:
        """The stage on a day and the one aimed for then (slugs; the second may be empty)."""
        steps, place = self.figure.steps, self.figure.stage_on(day)
        return steps[place][0], steps[place + 1][0] if place + 1 < len(steps) else self.figure.aim

    def need(self, stage: str, skill: str) -> int:
        """The level a stage expects of a skill (slugs), 0 if none."""
        expected = self.chart.expects.get(stage, {}).get(skill)
        return expected.level if expected else 0

    def level(self, skill: str, day: date) -> int:
        """The level somebody has grown to: what the stage asks, less at first, more as the next one comes near."""
        if self.figure.by_hand:
            return self.figure.by_hand[skill].agreed or 0
        steps, place = self.figure.steps, self.figure.stage_on(day)
        stage, target = self.stages(day)
        since = steps[place][1]
        until = steps[place + 1][1] if place + 1 < len(steps) else since + USUAL_STAY
        share = min(1.0, max(0.0, (day - since) / (until - since)))
        here, there = self.need(stage, skill), self.need(target or stage, skill)
        pace = self.throw(skill, stage, "pace")
        grown = here + (there > here and share > pace + 0.15) - (pace > 0.85 and share < 0.4)
        return max(0, min(self.top, grown + (self.throw(skill, "gift") > 0.92)))

    def story(self, skill: str, level: int, *words: object) -> tuple[str, str] | None:
        """The strength and the words of something that shows a skill at about a level; None if nothing is known."""
        told = STORIES.get(skill)
        if told is None:
            return None
        near = [item for item, shows in zip(told, LEVELS, strict=True) if shows in (max(level, 1), level - 1)]
        strength, text = choose(near, self.seed, self.figure.number, skill, *words)
        return strength, text.format(product=self.figure.product)
