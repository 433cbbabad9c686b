"""What the organisation may be told about itself, once a quarter, frozen."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils import timezone

from organisation.counting import Sheet
from people.models import Duty, Person


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def visible_to(self, viewer: Person) -> Self:
        """All of them, for the people team."""
        return self.all() if Snapshot.open_to(viewer) else self.none()

    def latest_first(self) -> Self:
        return self.order_by("-quarter")

    def before(self, quarter: date) -> Snapshot | None:
        """The last one before a quarter."""
        return self.filter(quarter__lt=quarter).latest_first().first()


class Snapshot(models.Model):
    """A quarter (its first day) as it was told. `sheet` holds nothing that may not be told: counts in fives, hidden
    cells as null, titles of ladders, skills and teams. See `organisation.counting.Sheet`.

    `demo` is somebody who is made up, if all are: the snapshot goes with them. None, as soon as anybody is real.
    """

    quarter = models.DateField(unique=True)
    taken_at = models.DateTimeField(default=timezone.now)
    sheet = models.JSONField()
    demo = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")

    objects = SnapshotQuerySet.as_manager()

    def __str__(self) -> str:
        return self.quarter.isoformat()

    @classmethod
    def open_to(cls, viewer: Person) -> bool:
        """Whether the page of the snapshots is the viewer's: it is the people team's."""
        return viewer.is_active and viewer.holds(Duty.Kind.PEOPLE)

    @classmethod
    def freeze(cls, quarter: date, sheet: Sheet) -> bool:
        """Keeps the sheet of a quarter; False, and nothing changed, if there is one."""
        made_up = None if Person.objects.real().exists() else Person.objects.made_up().order_by("pk").first()
        return cls.objects.get_or_create(quarter=quarter, defaults={"sheet": sheet, "demo": made_up})[1]
