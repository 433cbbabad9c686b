"""Seat and scope: what a next stage needs beside skill, and what nobody can do alone."""

from __future__ import annotations

from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person
from safeguards.revisions import Revised, Stale
from teams.models.between import Between, hold, read_by


class SeatQuerySet(models.QuerySet["Seat"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(read_by(viewer))

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Seat(Between, Revised):
    """Whether there is a role, which work of that scope there is, who decides and when; one for the two of them."""

    class Role(models.TextChoices):
        UNKNOWN = "unknown", _("not known")
        YES = "yes", _("yes")
        NO = "no", _("no")

    role = models.CharField(max_length=10, choices=Role.choices, default=Role.UNKNOWN)
    work = models.CharField(max_length=300, blank=True)
    decides = models.CharField(max_length=300, blank=True)
    decided = models.CharField(max_length=300, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "manager"], name="seat_once")]

    def __str__(self) -> str:
        return f"seat of {self.person_id} with {self.manager_id}"

    @classmethod
    def say(cls, person: Person, manager: Person, *, by: Person, seen: int, **said: str) -> None:
        """What is known now; `said`: role, work, decides and decided (when). `seen` as in `Challenge.agree`.

        Raises Parted, or Stale if the other one changed it meanwhile.
        """
        values = {"by": by, "at": timezone.now(), **said}
        with transaction.atomic():
            hold(person.pk, manager.pk)
            row = cls.objects.filter(person=person, manager=manager).first()
            if row is None and not seen:
                cls.objects.create(person=person, manager=manager, **values)
            elif row is None:
                raise Stale
            else:
                row.revise(seen, **values)
