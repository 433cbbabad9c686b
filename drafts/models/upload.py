"""Files that somebody brought along and has not put into a draft yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person
from safeguards.ids import PidField

KEPT = timedelta(days=7)
MOST = 10  # of one person; the oldest go first


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own, for a week."""
        return self.filter(by=viewer, by__is_active=True, at__gt=timezone.now() - KEPT)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def forget(self, before: datetime) -> int:
        """Deletes what was brought before a moment; how many."""
        return self.filter(at__lte=before).delete()[0]


class Upload(models.Model):
    """A ladder file, or a table and the map that says how to read it. Whoever brought it deletes it or uses it up."""

    class Kind(models.TextChoices):
        LADDER = "ladder", _("ladder file")
        WIDE = "wide", _("table with a row for each skill")
        LONG = "long", _("table with a row for each stage and skill")

    pid = PidField(unique=True)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="uploads")
    at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    body = models.BinaryField()
    # The map of a table as YAML; "" before its columns were explained.
    given = models.TextField(blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["by", "at"], name="upload_own")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def keep(cls, *, by: Person, name: str, kind: Upload.Kind, body: bytes) -> Upload:
        """Keeps a file for a week. Somebody's oldest files make room for the new one."""
        with transaction.atomic():
            cls.objects.forget(timezone.now() - KEPT)
            own = cls.objects.filter(by=by).latest_first().values_list("pk", flat=True)
            cls.objects.filter(pk__in=list(own[MOST - 1 :])).delete()
            return cls.objects.create(by=by, name=name, kind=kind, body=body)

    @property
    def data(self) -> bytes:
        """The file, whatever the database hands over for it."""
        return bytes(self.body)

    def explain(self, kind: Upload.Kind, given: str) -> None:
        """Says how to read the table; the last word counts."""
        self.kind, self.given = kind, given
        self.save(update_fields=["kind", "given"])
