"""How the ratings of a skill spread over a session, and how one manager rates beside it, without telling a rating.

Whoever reads a spread may know some of the ratings in it: a manager knows all of their own. So what is told, and how
finely, is decided by how many ratings each manager gave, never by the levels, and nothing is told from which a level
of somebody else follows:

- Nothing for fewer than five ratings, or by fewer than three managers.
- The rating in the middle, as a band: the two highest levels are one, and the two lowest. Whatever a manager knows,
  each rating of the others can be at least one step higher or lower than the rest of them, so none is computed.
- The half around it only where no manager gave so many that the others fill that half exactly.
- Counts for each level only from twenty ratings, rounded down to fives and never up to more than all but five of
  those that somebody does not know.

The bound: a reader who knows the ratings of one manager is left with two levels or more for every other one. In the
smallest group, five ratings of which they gave two, these two levels can be next to each other. Two managers who put
together what they know are one manager with the ratings of both; where that leaves a single rating, they compute it.
What is told is computed once, when a session begins, and a rating is in one session only: nothing can be subtracted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from people.small_groups import LEAST, STEP, coarse

MANAGERS = 3
CELLS_FROM = 20  # ratings
BANDS_FROM = 4  # levels: with fewer, a band of two levels at each end would leave nothing to tell
PEOPLE = 2  # that a manager rated, before it is said how they rate
HALF = Fraction(1, 2)

Band = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spread:
    """What is told about a skill. Levels are places on the scale, 0 for the lowest; bands name their ends.

    `least` is how many ratings there are at least, 0: nothing is told. `middle` is the band of the rating in the
    middle (of an even number the lower one), `half` where the half around it begins and ends. `cells` are counts by
    place, each at least so many; 0: fewer than five. Either `middle` or `cells` is there.
    """

    least: int = 0
    middle: Band | None = None
    half: Band | None = None
    cells: Mapping[int, int] = field(default_factory=dict)

    @property
    def is_hidden(self) -> bool:
        return not (self.middle or self.cells)

    @property
    def centre(self) -> Fraction | None:
        """Around which place the ratings lie, as far as it is told; None if that is not told."""
        if self.middle:
            return Fraction(sum(self.middle), 2)
        whole = sum(self.cells.values())
        return Fraction(sum(place * count for place, count in self.cells.items()), whole) if whole else None

    def as_json(self) -> dict[str, Any]:
        return {
            "least": self.least,
            "middle": self.middle,
            "half": self.half,
            "cells": {str(place): count for place, count in self.cells.items()},
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Spread:
        """What `as_json` gave."""
        middle, half = kept["middle"], kept["half"]
        cells = {int(place): count for place, count in kept["cells"].items()}
        return cls(kept["least"], tuple(middle) if middle else None, tuple(half) if half else None, cells)


def spread(given: Mapping[int, Sequence[int]], levels: int) -> Spread:
    """What is told about the ratings of one skill. `given`: manager → the places they gave; `levels`: how many there
    are on the scale.
    """
    ratings = sorted(place for places in given.values() for place in places)
    sizes = [len(places) for places in given.values() if places]
    if len(ratings) < LEAST or len(sizes) < MANAGERS:
        return Spread()
    most = max(sizes)
    cap = coarse(max(len(ratings) - most - STEP, 0))
    if len(ratings) >= CELLS_FROM and cap and most < (STEP - 1) * (levels - 1):
        counts = Counter(ratings)
        return Spread(coarse(len(ratings)), cells={place: min(coarse(counts[place]), cap) for place in range(levels)})
    if levels < BANDS_FROM:
        return Spread()
    quarter, last = (len(ratings) - 1) // 4, len(ratings) - 1
    ends = (band(ratings[quarter], levels)[0], band(ratings[last - quarter], levels)[1])
    return Spread(coarse(len(ratings)), band(ratings[last // 2], levels), ends if most <= 2 * quarter - 1 else None)


def band(place: int, levels: int) -> Band:
    """The place as it is told: the two at each end of the scale are not told apart."""
    if place <= 1:
        return 0, 1
    return (levels - 2, levels - 1) if place >= levels - 2 else (place, place)


def tendency(own: Iterable[tuple[int, int, Fraction]], levels: int) -> int | None:
    """How one manager rates beside what is told, in steps: from -2 (two or more lower) to 2; None: too little to say.

    `own`: for each of their ratings whose spread is told, whom it is about, the place, and the centre of that spread.
    It is made of what they gave and what everybody in the session is told, so it tells the manager nothing more; and
    near an end of the scale a step less is told, where the step itself would fix each rating.
    """
    rows = list(own)
    if len(rows) < LEAST or len({person for person, _place, _centre in rows}) < PEOPLE:
        return None
    centre = sum((row[2] for row in rows), Fraction()) / len(rows)
    apart = Fraction(sum(row[1] for row in rows), len(rows)) - centre
    room = levels - 1 - centre if apart > 0 else centre
    fits = [steps for steps in (1, 2) if abs(apart) >= steps - HALF and room >= steps]
    steps = max(fits, default=0)
    return steps if apart > 0 else -steps
