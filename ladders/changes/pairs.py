"""Which rows of two lists are the same row: by their key, or else by words that are nearly the same."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from ladders.changes.words import alike

ALIKE = 0.5  # of the words are the same: one text, reworded
MOST_PAIRS = 2_500  # more rows without a partner than this are not compared by their words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paired(Generic[T]):
    """`rows`: (before, after) in the order of the second list, then the rows that only the first has.

    None stands where a list does not have the row; `moved` says whether shared rows changed places.
    """

    rows: tuple[tuple[T | None, T | None], ...]
    moved: bool


def paired(
    before: Sequence[T],
    after: Sequence[T],
    key: Callable[[T], Hashable],
    words: Callable[[T], str] | None = None,
) -> Paired[T]:
    """The rows of two lists side by side. With `words`, rows of different keys may be the same row reworded."""
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, row in enumerate(before):
        places[key(row)].append(place)
    found = [places[key(row)].popleft() if places[key(row)] else None for row in after]
    if words:
        _reworded([words(row) for row in before], [words(row) for row in after], found)
    shared = [place for place in found if place is not None]
    gone = sorted(set(range(len(before))) - set(shared))
    rows: list[tuple[T | None, T | None]] = [
        (None if place is None else before[place], row) for place, row in zip(found, after, strict=True)
    ]
    rows += [(before[place], None) for place in gone]
    return Paired(tuple(rows), any(first > second for first, second in pairwise(shared)))


def _reworded(before: list[str], after: list[str], found: list[int | None]) -> None:
    """Gives rows of the second list without a partner the most alike of those left in the first."""
    left = sorted(set(range(len(before))) - {place for place in found if place is not None})
    open_rows = [row for row, place in enumerate(found) if place is None]
    if len(left) * len(open_rows) > MOST_PAIRS:
        return
    scores = [(alike(before[place], after[row]), row, place) for row in open_rows for place in left]
    for score, row, place in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if score >= ALIKE and found[row] is None and place in left:
            found[row] = place
            left.remove(place)
