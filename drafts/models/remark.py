"""What keepers say to each other about a row of the ladder: beside the draft, and never in it."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from drafts.models.keeper import kept_by
from drafts.models.piece import Piece
from drafts.pieces import Kind
from ladders.models import Ladder
from people.models import Person
from safeguards.ids import PidField


class RemarkQuerySet(models.QuerySet["Remark"]):
    def visible_to(self, viewer: Person) -> Self:
        """Remarks about the ladders that the viewer edits or publishes."""
        return self.filter(kept_by(viewer, path="ladder"))

    def about(self, piece: Piece) -> Self:
        """Those about a piece, also from earlier drafts: it is the same row by its kind and its key."""
        return self.filter(ladder=piece.draft.ladder_id, kind=piece.kind, key=piece.key)

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def oldest_first(self) -> Self:
        return self.order_by("at", "pk")


class Remark(models.Model):
    """A remark about a row, or about one place of it. It belongs to the ladder and lasts until somebody closes it."""

    pid = PidField(unique=True)
    ladder = models.ForeignKey(Ladder, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    key = models.CharField(max_length=300, blank=True)
    # The place inside the row (`drafts.values`) that it was written at; "" for the row.
    path = models.CharField(max_length=700, blank=True)
    text = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["ladder", "kind", "key"], name="remark_row")]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def say(cls, ladder: Ladder, text: str, *, by: Person, **place: str) -> Remark:
        """Somebody says something about a place: its kind, key and path."""
        return cls.objects.create(ladder=ladder, text=text, by=by, **place)

    def close(self, *, by: Person) -> None:
        """Settles it; the first word counts."""
        now = timezone.now()
        if Remark.objects.open().filter(pk=self.pk).update(closed_by=by, closed_at=now):
            self.closed_by, self.closed_at = by, now
