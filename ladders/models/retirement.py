"""Ladders that nobody new is put on: those who are on one keep it, and what was assessed on it stays readable."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from ladders.models.ladder import Ladder
from people.models import Person


class Retirement(models.Model):
    """That a ladder is no longer offered, by whom and since when. Without the row it is offered."""

    ladder = models.OneToOneField(Ladder, on_delete=models.CASCADE, related_name="retirement")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.ladder_id}"

    @classmethod
    def decide(cls, ladder: Ladder, *, retired: bool, by: Person) -> None:
        """Retires a ladder, or takes that back; said again, it changes nothing."""
        if retired:
            cls._default_manager.get_or_create(ladder=ladder, defaults={"by": by})
        else:
            cls._default_manager.filter(ladder=ladder).delete()
