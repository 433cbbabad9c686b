"""What one of the two promised the other: it is kept, or dropped with a reason, or it is open and grows older."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Stale
from skills.models import Skill
from teams.models.between import Between, hold, read_by, written_by


class PromiseQuerySet(models.QuerySet["Promise"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(read_by(viewer))

    def writable_by(self, viewer: Person) -> Self:
        """Narrows what is visible to what may still be kept or dropped."""
        return self.filter(written_by(viewer))

    def open(self) -> Self:
        return self.filter(kept_at=None, dropped_at=None)

    def of_manager(self) -> Self:
        """What the manager promised."""
        return self.filter(side=Promise.Side.MANAGER)

    def oldest_first(self) -> Self:
        return self.order_by("at", "pk")


class Promise(Between):
    """`side` is whose it is to keep; `by` wrote it down, `closed_by` kept or dropped it."""

    class Side(models.TextChoices):
        MANAGER = "manager", _("the manager")
        PERSON = "person", _("the person")

    pid = PidField(unique=True)
    side = models.CharField(max_length=10, choices=Side.choices)
    words = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kept_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField(blank=True)

    # What the skill is called on the person's ladder; filled in by the page.
    skill_title = ""

    objects = PromiseQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "at"], name="promise_by_person")]
        constraints = [
            models.CheckConstraint(condition=Q(kept_at=None) | Q(dropped_at=None), name="promise_kept_or_dropped")
        ]

    def __str__(self) -> str:
        return f"promise {self.pid}"

    @classmethod
    def make(
        cls,
        person: Person,
        manager: Person,
        *,
        by: Person,
        side: str,
        words: str,
        due_on: date | None = None,
        skill: int | None = None,
    ) -> Promise:
        """Notes a promise of one side; `skill` is the id of a skill it helps with. Raises Parted."""
        said = {"by": by, "side": side, "words": words, "due_on": due_on, "skill_id": skill}
        with transaction.atomic():
            hold(person.pk, manager.pk)
            return cls.objects.create(person=person, manager=manager, **said)

    @property
    def is_open(self) -> bool:
        return self.kept_at is None and self.dropped_at is None

    @property
    def promiser(self) -> Person | None:
        """Whose it is to keep."""
        return self.manager if self.side == self.Side.MANAGER else self.person

    def keep(self, *, by: Person) -> bool:
        """Says that it was kept; whether this said it first. Raises Parted, or Stale if it was dropped."""
        return self._close(by, kept_at=timezone.now())

    def drop(self, *, by: Person, reason: str) -> None:
        """Says that it is not to be kept any more, and why. Raises Parted, or Stale if it is closed already."""
        if not self._close(by, dropped_at=timezone.now(), reason=reason):
            raise Stale

    def _close(self, by: Person, **said: object) -> bool:
        with transaction.atomic():
            hold(self.person_id, self.manager_id)
            done = Promise.objects.open().filter(pk=self.pk).update(closed_by=by, **said)
        self.refresh_from_db()
        if not done and self.dropped_at:
            raise Stale
        return done == 1
