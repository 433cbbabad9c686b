"""The anchor test: do the texts of levels say what they are meant to say?

People get the texts shuffled and without names, and put each to the skill and the level that it seems to describe
(retranslation, Smith and Kendall 1963). A text that fewer than six in ten put where it stands needs other words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Count, Q
from django.utils import timezone

from drafts.models.draft import Draft
from drafts.models.keeper import kept_by
from drafts.retranslation import Put
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale


class AnchorTestQuerySet(models.QuerySet["AnchorTest"]):
    def visible_to(self, viewer: Person) -> Self:
        """The tests of ladders that the viewer keeps."""
        return self.filter(kept_by(viewer, path="draft__ladder"))

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")

    def with_counts(self) -> Self:
        """Adds how many people were `asked` and how many `finished`."""
        finished = Count("sorters", filter=Q(sorters__finished_at__isnull=False))
        return self.annotate(asked=Count("sorters"), finished=finished)


class AnchorTest(models.Model):
    """One round with some texts of a draft, as they were when it began.

    `texts` are [{id, skill, level, text}], `skills` and `levels` the names to choose from: [[id, title]],
    [[number, name]].
    """

    pid = PidField(unique=True)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="anchor_tests")
    texts = models.JSONField()
    skills = models.JSONField()
    levels = models.JSONField()
    language = models.CharField(max_length=35, default="en")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    # Annotated by `with_counts`.
    asked: int
    finished: int

    objects = AnchorTestQuerySet.as_manager()

    def __str__(self) -> str:
        return self.pid

    @classmethod
    def begin(cls, draft: Draft, people: list[Person], *, by: Person, **what: Any) -> AnchorTest:
        """Begins a test with some people; `what` has texts, skills, levels and language."""
        test = cls.objects.create(draft=draft, by=by, **what)
        test.invite(people)
        return test

    def invite(self, people: list[Person]) -> int:
        """Asks people to sort; those who were asked already stay as they are. How many are new."""
        asked = set(self.sorters.values_list("person", flat=True))
        new = [Sorter(test=self, person=person) for person in people if person.pk not in asked]
        Sorter.objects.bulk_create(new)
        return len(new)

    def sheets(self) -> list[dict[str, Put]]:
        """Where each of those who finished put which text; without their names."""
        found: dict[int, dict[str, Put]] = {pk: {} for pk in self.sorters.finished().values_list("pk", flat=True)}
        for one in Sorting._default_manager.filter(sorter__in=found):
            found[one.sorter_id][one.text] = Put(one.skill, one.level)
        return list(found.values())

    def close(self) -> None:
        """Ends it: nobody sorts any more. Twice is once."""
        AnchorTest.objects.open().filter(pk=self.pk).update(closed_at=timezone.now())


class SorterQuerySet(models.QuerySet["Sorter"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own: how somebody sorts is theirs, the keepers read only how a text came out."""
        return self.filter(person=viewer, person__is_active=True)

    def waiting(self) -> Self:
        return self.filter(finished_at=None, test__closed_at=None)

    def finished(self) -> Self:
        return self.filter(finished_at__isnull=False)


class Sorter(Revised):
    """Somebody who was asked to sort the texts of a test. `writer` is the page that wrote last."""

    pid = PidField(unique=True)
    test = models.ForeignKey(AnchorTest, on_delete=models.CASCADE, related_name="sorters")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sorts")
    finished_at = models.DateTimeField(null=True)
    writer = models.CharField(max_length=32, blank=True)

    objects = SorterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["test", "person"], name="sorter_once")]

    def __str__(self) -> str:
        return self.pid

    @property
    def is_open(self) -> bool:
        return self.finished_at is None and self.test.closed_at is None

    def sort(self, puts: Mapping[str, Put], *, seen: int, writer: str) -> None:
        """Puts the texts (ids in the test) where they belong, all of them at once.

        A page is never in conflict with itself. Raises Stale if another page wrote since, or the sorting is over.
        """
        with transaction.atomic():
            now = Sorter.objects.select_for_update().select_related("test").get(pk=self.pk)
            if not now.is_open:
                raise Stale
            now.revise(now.revision if writer and now.writer == writer else seen, writer=writer)
            Sorting._default_manager.filter(sorter=self).delete()
            Sorting._default_manager.bulk_create(
                Sorting(sorter=self, text=text, skill=put.skill, level=put.level) for text, put in puts.items()
            )

    def finish(self) -> None:
        """Hands the sorting in. Twice is once."""
        Sorter.objects.filter(pk=self.pk, finished_at=None).update(finished_at=timezone.now())


class Sorting(models.Model):
    """Where one person put one text."""

    sorter = models.ForeignKey(Sorter, on_delete=models.CASCADE, related_name="sortings")
    text = models.CharField(max_length=20)
    skill = models.CharField(max_length=100, blank=True)
    level = models.SmallIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sorter", "text"], name="sorting_once")]

    def __str__(self) -> str:
        return f"{self.text}: {self.skill} {self.level}"
