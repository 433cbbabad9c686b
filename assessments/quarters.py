"""The last twelve months in four periods of three months that end today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language

PERIODS = 4


def months_before(day: date, months: int) -> date:
    """The same day of the month some months earlier, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))


@lru_cache(maxsize=256)
def months(days: tuple[date, ...], _language: str | None) -> tuple[str, ...]:
    """The month of each day in short, written once a day and language."""
    return tuple(date_format(day, "M") for day in days)


@dataclass(frozen=True, slots=True)
class Quarters:
    """Four periods, oldest first: `starts[i]` is the day after which period i begins; all end with `today`."""

    starts: tuple[date, ...]
    today: date

    @classmethod
    def until(cls, today: date) -> Quarters:
        return cls(tuple(months_before(today, 3 * back) for back in range(PERIODS, 0, -1)), today)

    @property
    def labels(self) -> tuple[str, ...]:
        """The month each period ends in, in short: "Aug", "Nov"."""
        return months((*self.starts[1:], self.today), get_language())

    def index(self, day: date) -> int | None:
        """The period a day falls in, from 0; None outside the twelve months."""
        if not self.starts[0] < day <= self.today:
            return None
        return sum(day > start for start in self.starts) - 1

    def counts(self, days: Iterable[date]) -> tuple[int, ...]:
        """How many of the days fall in each period, oldest first."""
        found = [0] * PERIODS
        for day in days:
            index = self.index(day)
            if index is not None:
                found[index] += 1
        return tuple(found)
