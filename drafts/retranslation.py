"""How well people put the texts of levels back where they come from. Pure.

Source: the retranslation step of behaviourally anchored scales (Smith and Kendall 1963): a text stays if enough
judges put it to the dimension it was written for. Thresholds of 50 to 80 % are in use; ours is 60 %.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 60  # per cent
FEWEST = 2  # people who finished, below which nothing is shown: it would be one person's answers


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a test: its id there, and the skill (id) and level it was written for."""

    id: str
    skill: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Put:
    """Where somebody put a text; None for a level that was left open."""

    skill: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a text came out among `people` answers: how many chose its skill, its level, and both.

    `elsewhere` is the place most people chose instead, with their number; None if nobody chose another.
    """

    text: Text
    people: int
    skill: int
    level: int
    both: int
    elsewhere: tuple[Put, int] | None

    @property
    def percent(self) -> int:
        """Per cent of the answers that put the text where it stands, rounded half up."""
        return (200 * self.both + self.people) // (2 * self.people) if self.people else 0

    @property
    def is_clear(self) -> bool:
        """Whether at least `THRESHOLD` per cent put it where it stands, unrounded."""
        return self.people > 0 and 100 * self.both >= THRESHOLD * self.people


def agreement(texts: Sequence[Text], answers: Iterable[Mapping[str, Put]]) -> tuple[Agreement, ...]:
    """The texts with the answers of those who finished; the least clear first, then in their order.

    A text that somebody left open counts as put elsewhere: not knowing where it belongs is a finding.
    """
    sheets = list(answers)
    found = [_of(text, [sheet.get(text.id, Put("", None)) for sheet in sheets]) for text in texts]
    return tuple(sorted(found, key=lambda one: one.both / one.people if one.people else 0))


def _of(text: Text, puts: list[Put]) -> Agreement:
    home = Put(text.skill, text.level)
    others = Counter(put for put in puts if put != home and put.skill)
    # Most often; of equals the first by name, so that the page says the same each time.
    most = min(others.items(), key=lambda item: (-item[1], item[0].skill, item[0].level or 0), default=None)
    return Agreement(
        text,
        len(puts),
        sum(put.skill == text.skill for put in puts),
        sum(put.level == text.level for put in puts),
        sum(put == home for put in puts),
        most,
    )


def shuffled(texts: Sequence[Text], seed: str) -> tuple[Text, ...]:
    """The texts in an order of their own for each seed, the same each time."""
    return tuple(sorted(texts, key=lambda text: hashlib.sha256(f"{seed} {text.id}".encode()).digest()))
