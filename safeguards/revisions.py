"""No lost update: a row is written only by somebody who has seen its latest revision."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class Stale(Exception):
    """Somebody changed the row after this form was opened. Answered with the 409 page."""


class Revised(models.Model):
    """A row that people edit in forms. `revision` goes up with each change."""

    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def revise(self, seen: int, **values: object) -> None:
        """Writes `values` if the row is still at revision `seen`, else raises Stale; one statement."""
        changed = (
            type(self)._default_manager.filter(pk=self.pk, revision=seen).update(**values, revision=F("revision") + 1)
        )
        if not changed:
            raise Stale
        for name, value in values.items():
            setattr(self, name, value)
        self.revision = seen + 1
