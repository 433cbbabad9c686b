"""What several people said, put together so that nobody can be told apart: counts, and words in no order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LEAST = 3  # answers, before anything is shown

Shuffle = Callable[[list[str]], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one colleague said about a skill: a level (None: cannot say), and words."""

    level: int | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A skill: how many said which level, and all words. `counts` is None where they are hidden to protect people."""

    counts: Mapping[int, int] | None
    words: tuple[str, ...]


def sums(
    answers: Iterable[Mapping[str, Answer]], skills: Sequence[str], shuffle: Shuffle, least: int = LEAST
) -> dict[str, Sum] | None:
    """The sums by skill, of answers by skill from one colleague each; None (hidden) if fewer than `least` answered.

    Levels of a skill are hidden where fewer than `least` gave one, and where all gave the same: that would say what
    each of them said. How many could not say is not told, so that no count can be worked out from the others.
    """
    everybody = list(answers)
    if len(everybody) < least:
        return None
    return {skill: _sum([said[skill] for said in everybody if skill in said], shuffle, least) for skill in skills}


def _sum(said: Sequence[Answer], shuffle: Shuffle, least: int) -> Sum:
    counts = Counter(one.level for one in said if one.level is not None)
    told = sum(counts.values()) >= least and len(counts) > 1
    words = [one.words.strip() for one in said if one.words.strip()]
    words.sort()  # not in the order they came in, whatever the shuffle does
    shuffle(words)
    return Sum(dict(sorted(counts.items())) if told else None, tuple(words))


def as_body(found: Mapping[str, Sum] | None) -> dict[str, Any]:
    """The sums as they are kept: {} for hidden."""
    if found is None:
        return {}
    skills = {
        skill: {
            "counts": None if one.counts is None else {str(level): count for level, count in one.counts.items()},
            "words": list(one.words),
        }
        for skill, one in found.items()
    }
    return {"skills": skills}


def from_body(body: Mapping[str, Any]) -> dict[str, Sum] | None:
    """What `as_body` kept."""
    if "skills" not in body:
        return None
    return {
        skill: Sum(
            None if one["counts"] is None else {int(level): count for level, count in one["counts"].items()},
            tuple(one["words"]),
        )
        for skill, one in body["skills"].items()
    }
