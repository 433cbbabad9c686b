"""Who reports to whom, as dated facts."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReportingLineQuerySet(models.QuerySet["ReportingLine"]):
    def in_force(self, on: date | OuterRef) -> Self:
        """Lines that hold on a day; the day can be a column of the query around this one."""
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class ReportingLine(models.Model):
    """Who reports to whom, from `since` up to but not including `until`."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="lines")
    manager = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="lines_down")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = ReportingLineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("manager")), name="line_not_to_oneself"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="line_has_days"),
            models.UniqueConstraint(fields=["person"], condition=Q(until=None), name="line_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.manager_id}"

    def end(self, on: date) -> None:
        """The line no longer holds on `on`. A line that has not begun by then is taken back."""
        if on <= self.since:
            if self.since <= timezone.localdate():
                raise ValidationError(_("This line began later than that day."))
            self.delete()
            return
        self.until = on
        self.save(update_fields=["until"])
