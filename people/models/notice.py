"""What a person is told: one line on their first page until they have opened it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone

from safeguards.ids import PidField


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, viewer: models.Model) -> Self:
        """One's own: what somebody was told is theirs."""
        return self.filter(person=viewer, person__is_active=True)

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def open_all(self) -> int:
        """Remembers that the person has seen these; how many were new."""
        return self.unread().update(read_at=timezone.now())

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def forget(self, before: datetime) -> int:
        """Deletes what was told before a moment; how many."""
        return self.filter(at__lt=before).delete()[0]


class Notice(models.Model):
    """Something a person was told. `kind` leads to the words (see `people/notices.py`), so they come in any language.

    `by` is who did it, `subject` whom it is about if that is somebody else, `detail` a name or title to quote, `url`
    the address in Careerpath where it goes on.
    """

    pid = PidField(unique=True)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    subject = models.ForeignKey("people.Person", null=True, on_delete=models.CASCADE, related_name="+")
    detail = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="notice_by_person")]

    def __str__(self) -> str:
        return self.kind

    @classmethod
    def put(cls, notices: Iterable[Notice]) -> None:
        """Keeps new notices; one statement."""
        cls._default_manager.bulk_create(notices)

    def open(self) -> None:
        """Remembers that the person opened it; opening it again changes nothing."""
        type(self)._default_manager.filter(pk=self.pk, read_at=None).update(read_at=timezone.now())
