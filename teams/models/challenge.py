"""The next bigger challenge of a person: one for each quarter, so that it is thought about anew."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.utils import timezone

from people.models import Person
from safeguards.revisions import Revised, Stale
from teams.models.between import Between, hold, read_by


class ChallengeQuerySet(models.QuerySet["Challenge"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(read_by(viewer))

    def latest_first(self) -> Self:
        return self.order_by("-quarter", "-at", "-pk")


class Challenge(Between, Revised):
    """What the two agreed to look for; `quarter` is its first day."""

    quarter = models.DateField()
    words = models.CharField(max_length=300)

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "manager", "quarter"], name="challenge_once_a_quarter")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in the quarter from {self.quarter}"

    @classmethod
    def agree(cls, person: Person, manager: Person, *, by: Person, quarter: date, words: str, seen: int) -> None:
        """The challenge of a quarter, for the first time (`seen` 0) or reworded (the revision that the form showed).

        Raises Parted, or Stale if the other one changed it meanwhile.
        """
        said = {"by": by, "at": timezone.now(), "words": words}
        with transaction.atomic():
            hold(person.pk, manager.pk)
            row = cls.objects.filter(person=person, manager=manager, quarter=quarter).first()
            if row is None and not seen:
                cls.objects.create(person=person, manager=manager, quarter=quarter, **said)
            elif row is None:
                raise Stale
            else:
                row.revise(seen, **said)
