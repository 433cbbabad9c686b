"""That somebody is glad to help others with a skill: said by themselves, and taken back whenever they like."""

from __future__ import annotations

from collections.abc import Collection
from typing import Self

from django.db import models, transaction
from django.utils import timezone

from people.models import Person
from people.policy import Ability, about
from skills.models import Skill


class CoachOfferQuerySet(models.QuerySet["CoachOffer"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own, and those of one's reports."""
        return self.filter(about(viewer, Ability.READ_TEAM_NOTES))


class CoachOffer(models.Model):
    """A consent, and no more: which level somebody has of the skill is not said here."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="coach_offers")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = CoachOfferQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "skill"], name="offer_once")]

    def __str__(self) -> str:
        return f"{self.person_id} helps with {self.skill_id}"

    @classmethod
    def choose(cls, person: Person, *, asked: Collection[int], chosen: Collection[int]) -> None:
        """Of the skills that a form asked about (ids) exactly the chosen ones are offered; others stay."""
        with transaction.atomic():
            cls.objects.filter(person=person, skill__in=set(asked) - set(chosen)).delete()
            rows = [CoachOffer(person=person, skill_id=skill) for skill in sorted(set(chosen) & set(asked))]
            CoachOffer.objects.bulk_create(rows, ignore_conflicts=True)
