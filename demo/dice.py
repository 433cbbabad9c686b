"""Chance that falls the same way each time: what is thrown depends on the words it is thrown for."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Side = TypeVar("Side")


def throw(*words: object) -> float:
    """A number from 0 up to but not including 1; the same words always give the same number."""
    mark = blake2b("/".join(map(str, words)).encode(), digest_size=6).digest()
    return int.from_bytes(mark, "big") / 2**48


def choose(sides: Sequence[Side], *words: object) -> Side:
    """One of `sides`."""
    return sides[int(throw(*words) * len(sides))]


def between(low: int, high: int, *words: object) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + int(throw(*words) * (high - low + 1))
