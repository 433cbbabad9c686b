"""Snapshots for the pages: an organisation by rule, told by the real rules."""

from __future__ import annotations

from datetime import date

from organisation.counting import Facts, Named, Progress, Result, Sheet, sheet_of
from organisation.models import Snapshot
from organisation.quarters import after

LAST = date(2024, 4, 1)
PHASES = ("Early career", "Leadership")
TEAMS = ("Director, Billing", "Director, Search")


def freeze(many: int = 2, skills: int = 1, last: date = LAST, people: int = 40) -> list[Snapshot]:
    """Snapshots of quarters up to `last`, the oldest first; four of ten meet each skill, then more and more."""
    named = [Named(f"s{number}", f"Skill {number}", f"Category {number // 5}") for number in range(skills)]
    sheet: Sheet | None = None
    for number in range(many):
        quarter = after(last, number + 1 - many)
        results = [
            Result(
                person,
                quarter,
                place(person),
                {one.key: "met" if person % 10 < 4 + number else "one" for one in named},
            )
            for person in range(people)
        ]
        progress = [Progress(place(person), "agreed" if person % 2 else "none") for person in range(people)]
        sheet = sheet_of(Facts(quarter, (("Product",), PHASES, TEAMS), named, results, progress), sheet)
        Snapshot.freeze(quarter, sheet)
    return list(Snapshot.objects.order_by("quarter"))


def place(person: int) -> tuple[str, ...]:
    """Two of three are early in their career; the second team is too small to be told of, so neither is."""
    return ("Product", PHASES[person % 3 == 0], TEAMS[person < 4])
