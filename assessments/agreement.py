"""What two people who rated the same list have to talk about, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

FAR = 2  # steps; from here on two answers are wide apart


class Apart(StrEnum):
    """How far two answers are from each other, in the order of talking about them."""

    FAR = "far"
    NEAR = "near"
    ONE = "one"  # only one of the two could say
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the two wrote down about a skill: a level (None: it cannot be said), or that both answers are kept."""

    level: int | None
    both_kept: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One skill (primary key) rated by both: their levels (None: cannot say), what is expected, what is settled."""

    skill: int
    person: int | None
    assessor: int | None
    expected: int | None = None
    settled: Settled | None = None

    @property
    def apart(self) -> Apart:
        if self.person == self.assessor:
            return Apart.SAME
        if self.steps is None:
            return Apart.ONE
        return Apart.FAR if self.steps >= FAR else Apart.NEAR

    @property
    def steps(self) -> int | None:
        """How many steps lie between the two; None where one of them cannot say."""
        if self.person is None or self.assessor is None:
            return None
        return abs(self.person - self.assessor)

    @property
    def is_open(self) -> bool:
        """Whether the two have something to settle here still."""
        return self.settled is None and self.apart is not Apart.SAME

    @property
    def outcome(self) -> Settled | None:
        """What holds if both say yes now: what is settled, or the level that both gave; None while it is open."""
        if self.settled is None and self.apart is Apart.SAME:
            return Settled(self.person)
        return self.settled


def in_order(pairs: Iterable[Pair]) -> dict[Apart, list[Pair]]:
    """The pairs by how far they are apart: the widest first, and else in the order given."""
    known = list(pairs)
    groups = {apart: [pair for pair in known if pair.apart is apart] for apart in Apart}
    groups[Apart.FAR].sort(key=lambda pair: -(pair.steps or 0))
    return groups


def agreed_levels(pairs: Iterable[Pair]) -> dict[int, int | None]:
    """Skill → the level agreed (None: it cannot be said). Where both answers are kept, nothing is agreed.

    Raises ValueError while a skill is open.
    """
    known = list(pairs)
    if any(pair.is_open for pair in known):
        raise ValueError("A skill is open.")
    found = [(pair.skill, pair.outcome) for pair in known]
    return {skill: outcome.level for skill, outcome in found if outcome and not outcome.both_kept}
