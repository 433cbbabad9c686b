"""A ladder being rewritten: opened from the version in force, edited in pieces, published or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from drafts.models.keeper import Keeper, kept_by
from ladders.models import Ladder, Version
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale


class Closed(Stale):
    """The draft was published or dropped meanwhile."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value for one place: public id of the piece, path of its body, value as `values.tidy` leaves it.

    `seen` is the revision at which this place was seen, where it was seen later than the rest of the page.
    """

    piece: str
    path: str
    value: Any
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """An edit that met somebody else's at the same place: what stands there now, whose it is (None: unknown)."""

    edit: Edit
    theirs: Any
    by: Person | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of some edits: how many were written, those that met another's, the draft's revision now."""

    written: int
    met: tuple[Met, ...]
    revision: int


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, viewer: Person) -> Self:
        """Drafts of the ladders that the viewer edits or publishes."""
        return self.filter(kept_by(viewer, path="ladder"))

    def writable_by(self, viewer: Person) -> Self:
        """Open drafts of the ladders that the viewer edits."""
        return self.open().filter(kept_by(viewer, Keeper.Kind.EDIT, path="ladder"))

    def publishable_by(self, viewer: Person) -> Self:
        """Open drafts of the ladders that the viewer publishes."""
        return self.open().filter(kept_by(viewer, Keeper.Kind.PUBLISH, path="ladder"))

    def open(self) -> Self:
        return self.filter(closed_at=None)


class Draft(Revised):
    """One at a time per ladder. `revision` is the number of its latest change."""

    pid = PidField(unique=True)
    ladder = models.ForeignKey(Ladder, on_delete=models.CASCADE, related_name="drafts")
    # The version it was opened from; None for a ladder that was never published.
    base = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="drafts")
    opened_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    # Whoever opened it, if they are made up: what visitors of the demo draft goes with the demo.
    guest = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    # What it became; None if it was dropped.
    version = models.OneToOneField(Version, null=True, on_delete=models.PROTECT, related_name="draft")

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ladder"], condition=Q(closed_at=None), name="one_open_draft")]

    def __str__(self) -> str:
        return self.pid
