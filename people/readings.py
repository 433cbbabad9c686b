"""The log of who read about whom, in words.

A room with pages that show something about somebody else has a module `readings` with `WORDS`: name of the page's
address → what is on it, as the object of "read": "your agreed results".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Reading
from safeguards.rooms import each

WORDS: Mapping[str, Promise] = {
    "person_list": gettext_lazy("the list of people, with your manager"),
    "line_edit": gettext_lazy("the page to change who you report to"),
    "line_history": gettext_lazy("who you report to and reported to"),
    "account_switch": gettext_lazy("the page about your account"),
    "person_link": gettext_lazy("the page with the link to your first password"),
    "my_line": gettext_lazy("the list of those who report to them, with your name"),
}


@cache
def words() -> dict[str, Promise]:
    """The words of every room, by the name of the page's address."""
    found: dict[str, Promise] = {}
    for room in each("readings"):
        found |= room.WORDS
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the log as the page shows it."""

    reading: Reading
    reader: str
    page: str


@dataclass(frozen=True, slots=True)
class Day:
    """What was read on one day, latest first."""

    day: date
    lines: tuple[Line, ...]


def by_day(readings: Iterable[Reading]) -> list[Day]:
    """Readings in the order they come in, day by day."""
    return [Day(day, tuple(map(_line, rows))) for day, rows in groupby(readings, key=lambda reading: reading.day)]


def _line(reading: Reading) -> Line:
    known = words().get(reading.page)
    reader = reading.reader.name if reading.reader else _("Somebody who left")
    return Line(reading, reader, str(known) if known is not None else _("a page that is no longer there"))
