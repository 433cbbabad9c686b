"""The rules that say when a stage is met: `all`, `share`, `points`, `miss` (ladder/1, key `needs`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class All:
    """Every required expectation is reached."""


@dataclass(frozen=True, slots=True)
class Share:
    """At least `percent` (1 to 100) of the required expectations are reached, and every must-have."""

    percent: int


@dataclass(frozen=True, slots=True)
class Points:
    """The points of the levels reached, over all rated skills, add up to `points` or more.

    A must-have that the stage expects has to be reached as well.
    """

    points: int


@dataclass(frozen=True, slots=True)
class Miss:
    """Up to `skills` required expectations may be missed, by `by` levels each at most, never a must-have.

    `above` is how many required expectations have to be exceeded once any is missed (0: none).
    """

    skills: int
    by: int
    above: int = 0


Needs = All | Share | Points | Miss


def read(raw: object) -> Needs:
    """The rule from the form it has in a checked ladder file, such as `{"share": 80}`; None and "all" are All."""
    match raw:
        case None | "all":
            return All()
        case {"share": int(percent)}:
            return Share(percent)
        case {"points": int(points)}:
            return Points(points)
        case {"miss": {"skills": int(skills), "by": int(by)}}:
            above = raw.get("above", 0) if isinstance(raw, dict) else 0
            return Miss(skills, by, above)
        case {"all": _}:
            return All()
        case _:
            raise ValueError(f"{raw!r} is no rule.")
