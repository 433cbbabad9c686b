"""Organisations by rule: who is there, where they stand and what was agreed, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from organisation.counting import Facts, Named, Progress, Result
from organisation.disclosure import Labels
from organisation.quarters import after, end_of

FIRST = date(2022, 1, 1)
SNAPSHOTS = 12
SKILLS = (Named("a", "Skill a", ""), Named("b", "Skill b", ""))
SIZES = (4, 9, 10, 11, 15, 18, 19, 20, 21, 22, 24, 25, 28, 30, 33, 36, 40, 45)
SHAPES = (
    (1, 1, 1),
    (1, 1, 3),
    (1, 2, 1),
    (1, 2, 2),
    (1, 3, 1),
    (1, 3, 2),
    (2, 1, 1),
    (2, 1, 2),
)  # ladders, phases, lines
LARGE = 250  # every how many organisations one is large, with more of everything
CHANCES = (0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0)


@dataclass
class Member:
    number: int
    labels: Labels
    last: Result | None = None


@dataclass
class Organisation:
    """One quarter after the other: people join, leave, move, and some of them are rated."""

    seed: int
    dice: Random = field(init=False)
    groups: tuple[tuple[str, ...], ...] = field(init=False)
    members: list[Member] = field(init=False, default_factory=list)
    results: list[Result] = field(init=False, default_factory=list)
    joined: int = 0

    def __post_init__(self) -> None:
        self.dice = Random(self.seed)
        large = self.seed % LARGE == LARGE - 1
        ladders, phases, lines = (2, 3, 5) if large else self.dice.choice(SHAPES)
        self.groups = (
            tuple(f"ladder {n}" for n in range(ladders)),
            tuple(f"ladder {n} phase {m}" for n in range(ladders) for m in range(phases)),
            tuple(f"line {n}" for n in range(lines)),
        )
        self.chance = {skill.key: self.dice.choice(CHANCES) for skill in SKILLS}
        self.rated = self.dice.choice((0.2, 0.5, 0.9, 1.0))
        for _ in range(240 if large else self.dice.choice(SIZES)):
            self.join()

    def place(self) -> Labels:
        ladder = self.dice.choice(self.groups[0])
        phase = self.dice.choice([one for one in self.groups[1] if one.startswith(ladder)])
        # Lines are of very different sizes, and somebody is above all of them.
        line = self.dice.choices((*self.groups[2], ""), [3 ** (1 + n % 3) for n in range(len(self.groups[2]))] + [1])[
            0
        ]
        return (ladder, phase, line)

    def join(self) -> None:
        self.joined += 1
        self.members.append(Member(self.joined, self.place()))

    def change(self) -> None:
        """What happens to people in a quarter; often it is one of them only."""
        for _ in range(self.dice.choice((0, 1, 1, 2, 6))):
            self.join()
        for _ in range(self.dice.choice((0, 1, 1, 3))):
            if self.members:
                self.members.pop(self.dice.randrange(len(self.members)))
        for _ in range(self.dice.choice((0, 1, 2))):
            if self.members:
                self.dice.choice(self.members).labels = self.place()

    def rate(self, quarter: date) -> None:
        days = (end_of(quarter) - quarter).days
        share = self.dice.choice((0.05, self.rated, self.rated))
        for member in self.members:
            if self.dice.random() < share:
                answers = {
                    skill: self.answer(chance) for skill, chance in self.chance.items() if self.dice.random() < 0.95
                }
                day = quarter + timedelta(days=self.dice.randint(0, days))
                member.last = Result(member.number, day, member.labels, answers)
                self.results.append(member.last)

    def answer(self, chance: float) -> str:
        return "met" if self.dice.random() < chance else self.dice.choice(("one", "one", "more"))

    def quarters(self) -> Iterator[Facts]:
        """The facts of twelve quarters, one after the other."""
        for number in range(SNAPSHOTS):
            quarter = after(FIRST, number)
            if number:
                self.change()
            self.rate(quarter)
            weights = self.dice.choice(((8, 1, 1, 1), (3, 3, 3, 3), (1, 0, 0, 9), (20, 8, 8, 2)))
            states = self.dice.choices(("agreed", "to_agree", "rating", "none"), weights, k=len(self.members))
            yield Facts(
                quarter=quarter,
                groups=self.groups,
                skills=SKILLS,
                results=list(self.results),
                progress=[Progress(m.labels, state) for m, state in zip(self.members, states, strict=True)],
            )
