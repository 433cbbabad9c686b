"""Where a person stands: the levels they hold, by skill, and who stands behind each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """Who stands behind a level."""

    SELF = "self"
    MANAGER = "manager"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Held:
    """A level somebody holds, 0 or more, and the day it was given."""

    level: int
    as_of: date


Ratings = Mapping[Basis, Held]
Standing = Mapping[str, Ratings]
Evidence = Mapping[str, tuple[int, ...]]

FIRST = (Basis.AGREED, Basis.SELF, Basis.MANAGER)
NO_EVIDENCE = (0, 0, 0, 0)


def counted(ratings: Ratings | None) -> Basis | None:
    """Whose level counts: what was agreed, else the person's own, else the manager's; None: not rated."""
    return next((basis for basis in FIRST if basis in ratings), None) if ratings else None
