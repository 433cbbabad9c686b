"""Who reports to whom, as dated facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from people.models.person import Person


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a person's lines: whose came to an end, whose was planned and taken back, and whether the
    manager they have stays.
    """

    ended: Person | None
    dropped: tuple[Person, ...]
    stays: bool


class ReportingLineQuerySet(models.QuerySet["ReportingLine"]):
    def in_force(self, on: date | OuterRef) -> Self:
        """Lines that hold on a day; the day can be a column of the query around this one."""
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)

    def from_then_on(self, on: date) -> Self:
        """Lines that hold on a day or begin after it."""
        return self.filter(Q(until=None) | Q(until__gt=on))

    def begun(self, on: date) -> Self:
        """Lines that began on a day or before it."""
        return self.filter(since__lte=on)


class ReportingLine(models.Model):
    """Who reports to whom, from `since` up to but not including `until`.

    `by` wrote it down at `at`; both are empty where that was not kept.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="lines")
    manager = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="lines_down")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    objects = ReportingLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("manager")), name="line_not_to_oneself"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="line_has_days"),
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="line_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.manager_id}"

    @property
    def last_day(self) -> date | None:
        """The last day on which the line holds, None if it holds for good."""
        return self.until - timedelta(days=1) if self.until else None

    @classmethod
    def move(cls, lines: Sequence[ReportingLine], manager: Person | None, *, since: date) -> Moved:
        """Ends the lines of one person from `since` on, so that `manager` can follow; `lines` are those that hold
        then or later, oldest first, with their managers. A line to the same manager goes on instead.

        Raises ValidationError if nothing would change, and as `end` does.
        """
        today = timezone.localdate()
        kept = next((one for one in lines if one.manager == manager and one.since <= since), None)
        if (kept is None and manager is None and not lines) or (kept and kept.until is None):
            raise ValidationError(_("It is like that already."), code="same")
        others = [one for one in lines if one is not kept]
        dropped = [one.manager for one in others if one.since >= since and one.since > today]
        ended = [one.manager for one in others if one.since < since or one.since <= today]
        for one in others:
            one.end(since)
        if kept:
            kept.until = None
            kept.save(update_fields=["until"])
        return Moved(ended[0] if ended else None, tuple(dropped), stays=kept is not None)

    def end(self, on: date) -> None:
        """The line no longer holds on `on`. A line that has not begun before is taken back, also one that began
        today, so that a slip can be put right. Raises ValidationError if it would take back more.
        """
        if on <= self.since:
            if self.since < timezone.localdate():
                raise ValidationError(_("The line there is now began after that day."), code="began")
            self.delete()
            return
        self.until = on
        self.save(update_fields=["until"])
