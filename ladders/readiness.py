"""The figures over the rows of a stage, each of which can be worked out by hand from the rows.

For every required skill: needed level r (1 or more), weight w, level now o. Formula, version 1:

    met       = number of skills with o >= r
    credit    = min(o, r) / r
    weighted  = sum(w * credit) / sum(w), over rated skills
    coverage  = sum(w, rated) / sum(w, all)
    freshness = sum(w * credit, with evidence from twelve months) / sum(w * credit)
    lift      = w * (min(o + 1, r) - min(o, r)) / r / sum(w), over rated skills

A skill nobody has rated lowers the coverage, never the weighted figure. Steps of a scale are an order, not a
distance: the percentage is a reading aid, and it is not said below 60 % coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ladders.rows import Measure, Row, percent
from ladders.standing import Basis

FORMULA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Musts:
    """The must-haves: how many are reached, of how many, and those that are not (too low or not rated)."""

    met: int
    total: int
    open: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much is rated: `rated` of `expected` skills, and the same by weight.

    `percent` is by weight, None where nothing is required; `enough`: 60 % or more.
    """

    rated: int
    expected: int
    weight_rated: int
    weight: int
    percent: int | None
    enough: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures as they would be by one side's levels alone."""

    basis: Basis
    met: int
    rated: int
    expected: int
    weighted: int | None


@dataclass(frozen=True, slots=True)
class Range:
    """What the person alone and the manager alone say; there only when both have rated."""

    by_self: Reading
    by_manager: Reading


@dataclass(frozen=True, slots=True)
class Freshness:
    """How much has evidence from the last twelve months: in per cent of the credit, and `met` of the skills met.

    `percent` is None where nothing is credited.
    """

    percent: int | None
    met: int


class Ground(StrEnum):
    """What the rated levels rest on."""

    AGREED = "agreed"
    SELF = "self"
    MANAGER = "manager"
    MIXED = "mixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rated levels rest on: how many on each basis, and the newest and oldest day (None: none rated)."""

    kind: Ground
    agreed: int
    by_self: int
    by_manager: int
    newest: date | None
    oldest: date | None


def musts(rows: Sequence[Row]) -> Musts:
    """The must-haves among `rows`."""
    wanted = [row for row in rows if row.must]
    still = tuple(row for row in wanted if not row.met)
    return Musts(len(wanted) - len(still), len(wanted), still)


def coverage(required: Sequence[Row], by: Measure) -> Coverage:
    """How much of the required rows is rated."""
    return Coverage(
        rated=sum(row.now is not None for row in required),
        expected=len(required),
        weight_rated=by.rated,
        weight=by.weight,
        percent=percent(by.rated, by.weight) if by.weight else None,
        enough=by.enough,
    )


def spread(required: Sequence[Row], by: Measure) -> Range | None:
    """What each side alone says; None unless each has rated at least one required skill."""
    own = _reading(Basis.SELF, [row.by_self for row in required], required, by)
    managers = _reading(Basis.MANAGER, [row.by_manager for row in required], required, by)
    return Range(own, managers) if own.rated and managers.rated else None


def freshness(required: Sequence[Row]) -> Freshness:
    """How much of what is credited and met has fresh evidence."""
    earned = sum(row.earned for row in required)
    fresh = [row for row in required if row.fresh]
    return Freshness(
        percent=percent(sum(row.earned for row in fresh), earned) if earned else None,
        met=sum(row.met for row in fresh),
    )


def grounds(rows: Sequence[Row]) -> Grounds:
    """What the levels of `rows` rest on."""
    bases = [row.basis for row in rows if row.basis]
    days = [row.as_of for row in rows if row.as_of]
    kinds = set(bases)
    kind = Ground.MIXED if len(kinds) > 1 else Ground(kinds.pop()) if kinds else Ground.NONE
    return Grounds(
        kind=kind,
        agreed=bases.count(Basis.AGREED),
        by_self=bases.count(Basis.SELF),
        by_manager=bases.count(Basis.MANAGER),
        newest=max(days, default=None),
        oldest=min(days, default=None),
    )


def _reading(basis: Basis, levels: Sequence[int | None], required: Sequence[Row], by: Measure) -> Reading:
    """The figures as if `levels`, one for each required row, were the levels now."""
    met = rated = earned = weight = 0
    for row, level in zip(required, levels, strict=True):
        need = row.need
        if level is None or need is None:
            continue
        rated += 1
        met += level >= need
        earned += row.weight * (by.unit // need) * min(level, need)
        weight += row.weight
    alone = Measure(by.unit, by.weight, weight)
    weighted = percent(earned, by.unit * weight) if alone.enough else None
    return Reading(basis, met, rated, len(required), weighted)
