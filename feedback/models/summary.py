"""What colleagues said in a review, put together without names: once, and never again."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils import timezone

from assessments.blind import pair_read_by
from assessments.models import Appraisal
from feedback.models.circle import Circle
from people.models import Person


class PeerSummaryQuerySet(models.QuerySet["PeerSummary"]):
    def visible_to(self, viewer: Person) -> Self:
        """Of one's own reviews, once they are revealed and for as long as one reads them."""
        read = Appraisal.objects.visible_to(viewer).filter(pair_read_by(viewer))
        return self.filter(circle__appraisal__in=read.values("pk"))


class PeerSummary(models.Model):
    """`body` is what `feedback/summing.py` gives: computed after the reveal, when no answer is taken any more, and
    kept as it is. So it never shows a difference, whoever leaves afterwards.
    """

    circle = models.OneToOneField(Circle, on_delete=models.CASCADE, related_name="summary")
    body = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    objects = PeerSummaryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"summary of {self.circle_id}"

    @classmethod
    def keep(cls, circle: Circle, body: dict[str, Any]) -> PeerSummary:
        """The summary of a circle; what is kept already stays."""
        return cls._default_manager.get_or_create(circle=circle, defaults={"body": body})[0]
