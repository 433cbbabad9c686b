"""Evidence that others read: shared with the manager, item by item, or shown to somebody who saw it happen."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from assessments.models.evidence import Evidence
from people.models import Person
from safeguards.ids import PidField


class Share(models.Model):
    """An item is open to `reader`, for as long as they manage the person; a successor sees nothing of it."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="shares")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "reader"], name="share_once")]

    def __str__(self) -> str:
        return f"{self.evidence_id} to {self.reader_id}"


class EndorsementQuerySet(models.QuerySet["Endorsement"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one was asked, and what others said about one's own items."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(witness=viewer) | Q(evidence__person=viewer))

    def waiting(self) -> Self:
        return self.filter(answered_at=None)


class Endorsement(models.Model):
    """Somebody who saw it is asked to say so. They read the item as it was then, and nothing else."""

    pid = PidField(unique=True)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="endorsements")
    witness = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    # What was shown: the item may be reworded afterwards, the word given stays about this.
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    saw_it = models.BooleanField(null=True)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "witness"], name="endorsement_once")]

    def __str__(self) -> str:
        return f"{self.witness_id} on {self.evidence_id}"
