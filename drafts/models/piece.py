"""One piece of a draft: a stage, a skill, a row of the grid."""

from __future__ import annotations

from typing import Any

from django.db import models

from drafts import pieces, values
from drafts.models.draft import Draft
from safeguards.ids import PidField
from safeguards.written import WrittenField


class PieceQuerySet(models.QuerySet["Piece"]):
    def of(self, *kinds: pieces.Kind) -> PieceQuerySet:
        return self.filter(kind__in=kinds)

    def in_use(self) -> PieceQuerySet:
        """Without what was retired."""
        return self.filter(retired=False)


class Piece(models.Model):
    """A piece as it stands now. `key` is its id in the file and never changes; see `drafts.pieces`."""

    pid = PidField(unique=True)
    # The constraint below begins with the draft, so it needs no index of its own.
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="pieces", db_index=False)
    kind = models.CharField(max_length=20, choices=pieces.Kind.choices)
    key = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField()
    body = WrittenField(default=dict, blank=True)
    # Retired pieces are not published; they can be brought back as long as the draft is open.
    retired = models.BooleanField(default=False)

    objects = PieceQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["draft", "kind", "key"], name="piece_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What people call it."""
        return str(self.body.get("title") or self.body.get("name") or self.key)

    @property
    def loose(self) -> pieces.Loose:
        return pieces.Loose(pieces.Kind(self.kind), self.key, self.position, self.body)

    def read(self, path: str) -> Any:
        """The value at a path of the body; None where there is none."""
        return values.read(self.body, path)
