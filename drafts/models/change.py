"""Everything that was done to a draft, in order: its history, its undo, and how two editors notice each other."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone

from drafts.models.draft import Draft
from drafts.models.piece import Piece
from people.models import Person
from safeguards.written import WrittenField


class ChangeQuerySet(models.QuerySet["Change"]):
    def latest_first(self) -> Self:
        return self.order_by("-number")


class Change(models.Model):
    """One change of one place. `number` counts within the draft and is the draft's revision after the change.

    `path` is a path of the piece's body (`drafts.values`), or one of the words below. `before` and `after` are the
    values there; of an order, the key of the piece that stood before it.
    """

    ADDED, RETIRED, ORDER = "+", "retired", "order"

    # The constraint and the index below begin with these two, so neither needs one of its own, which every save pays.
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="changes", db_index=False)
    piece = models.ForeignKey(Piece, on_delete=models.CASCADE, related_name="changes", db_index=False)
    number = models.PositiveIntegerField()
    path = models.CharField(max_length=700, blank=True)
    before = WrittenField(null=True)
    after = WrittenField(null=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # The page that wrote it, so that a page is never in conflict with itself.
    writer = models.CharField(max_length=32, blank=True)
    # The change that this one took back.
    undoes = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="undone_by")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="change_once")]
        indexes = [models.Index(fields=["piece", "path"], name="change_place")]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number} {self.path}"
