"""Who read which of a person's pages, for that person to look up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F
from django.utils import timezone

if TYPE_CHECKING:
    from people.models.person import Person


class ReadingQuerySet(models.QuerySet["Reading"]):
    def visible_to(self, viewer: Person) -> Self:
        """What others read about oneself."""
        return self.filter(person=viewer, person__is_active=True)

    def latest_first(self) -> Self:
        return self.order_by("-last_at", "-pk")

    def forget(self, before: date) -> int:
        """Deletes what was read before a day; how many."""
        return self.filter(day__lt=before).delete()[0]


class Reading(models.Model):
    """Another account opened a page about a person: one row for each reader, page and day.

    `page` is the name of the page's address; `people/readings.py` has the words for it.
    """

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    page = models.CharField(max_length=60)
    day = models.DateField()
    times = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-last_at"], name="reading_by_person")]
        constraints = [models.UniqueConstraint(fields=["person", "reader", "page", "day"], name="reading_once_a_day")]

    def __str__(self) -> str:
        return f"{self.reader_id} read {self.page} of {self.person_id}"

    @classmethod
    def note(cls, reader: Person, people: Iterable[Person], page: str) -> None:
        """Remembers that `reader` opened a page about `people`; what somebody reads about themselves is not kept.

        Two statements, however many people the page shows.
        """
        now = timezone.now()
        about = sorted({person.pk for person in people} - {reader.pk})
        if not about:
            return
        known = {"reader": reader, "page": page, "day": timezone.localdate(now)}
        again = cls._default_manager.filter(person__in=about, **known).update(times=F("times") + 1, last_at=now)
        if again < len(about):
            rows = [cls(person_id=person, first_at=now, last_at=now, **known) for person in about]
            cls._default_manager.bulk_create(rows, ignore_conflicts=True)
