"""What somebody answered to a practice case: theirs alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from django.db import models
from django.utils import timezone

from people.models import Person


class PracticeAnswerQuerySet(models.QuerySet["PracticeAnswer"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own. Nobody else reads them, or counts them."""
        return self.filter(person=viewer) if viewer.is_active else self.none()


class PracticeAnswer(models.Model):
    """`levels`: skill id → the level somebody gave it in the case with the id `case`."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    case = models.CharField(max_length=40)
    levels = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    objects = PracticeAnswerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "case"], name="practice_answer_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.case}"

    @classmethod
    def keep(cls, person: Person, case: str, levels: Mapping[str, int]) -> None:
        """Keeps the answers to a case; the last ones count."""
        cls._default_manager.update_or_create(
            person=person, case=case, defaults={"levels": dict(levels), "at": timezone.now()}
        )

    @classmethod
    def forget(cls, person: Person) -> None:
        """Deletes all that somebody answered; nothing of it is kept anywhere."""
        cls._default_manager.filter(person=person).delete()
