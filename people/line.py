"""The rules of the reporting line: nobody manages themselves, and no way up leads back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Span:
    """That a person reports to a manager (ids) from `since` up to but not including `until` (None: for good)."""

    person: int
    manager: int
    since: date
    until: date | None

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


def check_from(person: int, manager: int, since: date, spans: Sequence[Span]) -> None:
    """Raises ValidationError if `person` may not report to `manager` on `since` or any day after it.

    `spans` are the lines of everybody else that hold then or begin later. Between two days on which one of them
    begins or ends nothing changes, so those days are all there is to look at.
    """
    turns = {day for span in spans for day in (span.since, span.until) if day is not None and day > since}
    for day in sorted({since, *turns}):
        check(person, manager, {span.person: span.manager for span in spans if span.holds(day)})


def check(person: int, manager: int, managers: Mapping[int, int]) -> None:
    """Raises ValidationError if `person` may not report to `manager`.

    `managers` maps people to the managers they have on one day (ids).
    """
    if person == manager:
        raise ValidationError(_("Nobody reports to themselves."))
    above: int | None = manager
    seen: set[int] = set()
    while above is not None and above not in seen:
        if above == person:
            raise ValidationError(_("That would make a loop in the reporting line."))
        seen.add(above)
        above = managers.get(above)
