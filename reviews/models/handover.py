"""Reviews that change hands or are called off: who did it and why, and what becomes of what had been written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Appraisal, Assessment, Standing
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Stale

KEPT_DAYS = 30
WARNED_DAYS = 7  # before something is discarded its writer is told, this many days ahead


class Settled(Exception):
    """What becomes of the part was decided before."""


class Veiled(Exception):
    """A review of the person is open, so nothing written before is shown or used."""


class Occupied(Exception):
    """The person has another check-in open; there is one at a time."""


class Handover(models.Model):
    """Somebody else rates from now on; `before` is who rated until then. Never changed afterwards."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="handovers")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    before = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    after = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.appraisal_id}: {self.before_id} → {self.after_id}"


class KeptPartQuerySet(models.QuerySet["KeptPart"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one wrote oneself and has not decided about; and, about oneself, what its writer gave over, as soon as
        that review is over and no other one is open.
        """
        if not viewer.is_active:
            return self.none()
        over = Q(appraisal__revealed_at__isnull=False) | Q(appraisal__ended_at__isnull=False)
        given = Q(choice=KeptPart.Choice.GIVEN, appraisal__person=viewer) & over
        another = Appraisal.objects.open().filter(person=OuterRef("appraisal__person"))
        return self.filter(Q(writer=viewer, choice="") | given & ~Exists(another))

    def undecided(self) -> Self:
        return self.filter(choice="")

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class KeptPart(models.Model):
    """A part of a review, frozen because the review was handed over or called off. Its writer decides within thirty
    days what becomes of it; nobody else reads it before.
    """

    class Choice(models.TextChoices):
        GIVEN = "given", _("given to the person")
        CHECK_IN = "check_in", _("a check-in of one’s own")
        DISCARDED = "discarded", _("discarded")
        LAPSED = "lapsed", _("discarded after thirty days")

    pid = PidField(unique=True)
    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="kept_parts")
    assessment = models.OneToOneField(Assessment, null=True, on_delete=models.SET_NULL, related_name="kept")
    writer = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    # How it came to be kept; None: the review was called off.
    handover = models.ForeignKey(Handover, null=True, on_delete=models.CASCADE, related_name="kept_parts")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateField()
    warned_on = models.DateField(null=True, blank=True)
    choice = models.CharField(max_length=10, blank=True, choices=Choice.choices)
    chosen_at = models.DateTimeField(null=True, blank=True)

    objects = KeptPartQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["writer", "choice"], name="kept_part_by_writer")]

    def __str__(self) -> str:
        return f"{self.writer_id} on {self.appraisal_id}: {self.choice or 'undecided'}"

    @classmethod
    def keep(cls, parts: list[Assessment], *, handover: Handover | None = None) -> list[KeptPart]:
        """Keeps frozen parts for their writers; one in which nothing was answered is deleted. At most three
        statements.
        """
        answered = Assessment.objects.filter(pk__in=[part.pk for part in parts], ratings__isnull=False)
        written = set(answered.values_list("pk", flat=True))
        empty = [part.pk for part in parts if part.pk not in written and part.is_draft]
        if empty:
            Assessment.objects.filter(pk__in=empty).delete()
        until = timezone.localdate() + timedelta(days=KEPT_DAYS)
        return cls._default_manager.bulk_create(
            cls(
                appraisal=part.appraisal,
                assessment=part,
                writer_id=part.assessor_id,
                handover=handover,
                until=until,
            )
            for part in parts
            if part.pk not in empty
        )

    @property
    def is_own(self) -> bool:
        """Whether its writer wrote it about themselves."""
        return self.writer_id == self.appraisal.person_id

    @property
    def is_veiled(self) -> bool:
        """Whether its writer rates the person again right now, or is rated: then nobody looks back."""
        again = Appraisal.objects.open().filter(person=self.appraisal.person_id)
        return again.filter(Q(person=self.writer_id) | Q(assessor=self.writer_id)).exists()

    def goes_on(self) -> date | None:
        """The day it is discarded; None until its writer was told in time, or while it is veiled."""
        if self.warned_on is None or self.is_veiled:
            return None
        return max(self.until, self.warned_on + timedelta(days=WARNED_DAYS))

    def warn(self, on: date) -> None:
        """Remembers that those concerned were told that it is going to be discarded."""
        self.warned_on = on
        self.save(update_fields=["warned_on"])

    def give(self) -> None:
        """Gives it to the person, as what its writer said at that time. Raises Settled; ValueError for one's own."""
        if self.is_own:
            raise ValueError("What one wrote about oneself is one’s own already.")
        with transaction.atomic():
            self._settle(self.Choice.GIVEN)

    def discard(self, choice: Choice = Choice.DISCARDED) -> None:
        """Throws it away; that it was there stays known. Raises Settled."""
        with transaction.atomic():
            kept = self._settle(choice)
            if kept.assessment:
                kept.assessment.delete()

    def to_check_in(self) -> None:
        """Makes one's own part a private check-in, draft or submitted as it was.

        Raises Settled, Veiled while a review is open, Occupied if another check-in is a draft; ValueError for a part
        about somebody else.
        """
        if not self.is_own:
            raise ValueError("A part about somebody else is no check-in.")
        with transaction.atomic():
            Person.objects.get_queryset().select_for_update().get(pk=self.appraisal.person_id)
            if self.is_veiled:
                raise Veiled
            part = self._settle(self.Choice.CHECK_IN).assessment
            if part is None:
                raise Settled
            own = Assessment.objects.filter(person=part.person_id, kind=Assessment.Kind.SELF, appraisal=None)
            if part.is_draft and own.drafts().exists():
                raise Occupied
            part.appraisal = None
            part.save(update_fields=["appraisal"])
            if not part.is_draft:
                _put_right(part.person_id)

    def _settle(self, choice: Choice) -> KeptPart:
        """Decides, once; gives the row as it is, locked."""
        now = KeptPart.objects.select_for_update().filter(pk=self.pk).first()
        if now is None:
            raise Stale
        if now.choice:
            raise Settled
        self.choice, self.chosen_at = choice, timezone.now()
        self.save(update_fields=["choice", "chosen_at"])
        return now


def _put_right(person: int) -> None:
    """Writes the standing of a person (primary key) anew: an earlier check-in began to count."""
    rows = Standing.objects.select_for_update().filter(person=person)
    there = {row.said: row for row in rows}
    due = {row.said: row for row in Standing.rebuild(Assessment.objects.to_rebuild([person]))}
    rows.filter(pk__in=[row.pk for said, row in there.items() if said not in due]).delete()
    Standing._default_manager.bulk_create([row for said, row in due.items() if said not in there])
