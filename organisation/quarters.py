"""Quarters of the calendar: a quarter is the first day of January, April, July or October."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

CODE = re.compile(r"(\d{4})-Q([1-4])")


def quarter_of(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def after(quarter: date, many: int = 1) -> date:
    """The quarter some quarters later; earlier if `many` is below 0."""
    months = quarter.year * 12 + quarter.month - 1 + 3 * many
    return date(months // 12, months % 12 + 1, 1)


def end_of(quarter: date) -> date:
    """The last day of a quarter."""
    return after(quarter) - timedelta(days=1)


def between(first: date, last: date) -> Iterator[date]:
    """The quarters from `first` to `last`, both of them."""
    while first <= last:
        yield first
        first = after(first)


def code(quarter: date) -> str:
    """As it stands in an address: 2026-Q3."""
    return f"{quarter.year:04}-Q{quarter.month // 3 + 1}"


def decoded(text: str) -> date | None:
    """The quarter of a code; None for anything else."""
    found = CODE.fullmatch(text)
    return date(int(found[1]), 3 * int(found[2]) - 2, 1) if found and int(found[1]) else None


def name(quarter: date) -> str:
    """As people read it: Q3 2026."""
    return _("Q%(number)d %(year)d") % {"number": quarter.month // 3 + 1, "year": quarter.year}
