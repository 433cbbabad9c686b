"""What colleagues are asked in a review, and in which manner it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Appraisal, Ended
from people.models import Person
from safeguards.revisions import Revised, Stale
from skills.models import Skill

MOST_SKILLS = 6
MOST_PEERS = 8


class Fixed(Exception):
    """The manner is fixed since the first colleague was named, the skills since the first one was asked."""


class CircleQuerySet(models.QuerySet["Circle"]):
    def visible_to(self, viewer: Person) -> Self:
        """Those of one's own reviews, as the person and as the assessor."""
        reviews = Appraisal.objects.visible_to(viewer)
        return self.filter(appraisal__in=reviews.values("pk"))


class Circle(Revised):
    """The colleagues of one review: which skills they are asked about, and how the two read what they say.

    What they say opens with the reveal, to both at once. NAMED: who said what. SUMMARY: counts and words without
    names, from three answers on. The manner is chosen before the first one is named and never changes afterwards.
    """

    class Manner(models.TextChoices):
        NAMED = "named", _("With names")
        SUMMARY = "summary", _("Summarised, without names")

    appraisal = models.OneToOneField(Appraisal, on_delete=models.CASCADE, related_name="circle")
    manner = models.CharField(max_length=10, choices=Manner.choices)
    skills = models.ManyToManyField(Skill, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = CircleQuerySet.as_manager()

    def __str__(self) -> str:
        return f"peers of {self.appraisal_id}"

    @classmethod
    def settle(cls, review: Appraisal, *, by: Person, seen: int, manner: str, skills: Iterable[int]) -> Circle:
        """Chooses manner and skills (primary keys, six at most); `seen` is the revision shown (0: none yet).

        Raises Ended unless the review is open, Stale if the other one changed it meanwhile, Fixed if it is too late.
        """
        chosen = set(skills)
        with transaction.atomic():
            if not review.locked().is_open:
                raise Ended
            row = cls.objects.filter(appraisal=review).first()
            if row is None:
                if seen:
                    raise Stale
                row = cls.objects.create(appraisal=review, manner=manner, by=by)
            else:
                row.check_open(manner, chosen)
                row.revise(seen, manner=manner, by=by, at=timezone.now())
            row.skills.set(chosen)
        return row

    def check_open(self, manner: str, skills: set[int]) -> None:
        """Raises Fixed if what is chosen can no longer be chosen."""
        if manner != self.manner and self.manner_fixed:
            raise Fixed
        if self.skills_fixed and skills != set(self.skills.values_list("pk", flat=True)):
            raise Fixed

    @property
    def manner_fixed(self) -> bool:
        return self.peers.exists()

    @property
    def skills_fixed(self) -> bool:
        return self.peers.asked().exists()

    @property
    def is_named(self) -> bool:
        return self.manner == self.Manner.NAMED
