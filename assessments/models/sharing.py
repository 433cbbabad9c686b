"""Evidence that others read: shared with the manager, item by item, or shown to somebody who saw it happen."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models.evidence import Evidence, EvidenceQuerySet
from people.models import Person
from people.notices import tell
from safeguards.ids import PidField


class Answered(Exception):
    """Whoever was asked has answered already; what they said stays."""


class ShareQuerySet(models.QuerySet["Share"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one shared of one's own, and what one's present reports shared with oneself while they report."""
        if not viewer.is_active:
            return self.none()
        read = Evidence.objects.shared_with(viewer)
        return self.filter(Q(evidence__person=viewer) | Q(reader=viewer, evidence__in=read.values("pk")))

    def for_skill(self, skill_pk: int) -> Self:
        return self.filter(evidence__skills=skill_pk)

    def latest_first(self) -> Self:
        return self.order_by("-evidence__happened_on", "-evidence__pk")


class Share(models.Model):
    """An item is open to `reader`, for as long as they manage the person; a successor sees nothing of it."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="shares")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ShareQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "reader"], name="share_once")]

    def __str__(self) -> str:
        return f"{self.evidence_id} to {self.reader_id}"

    @classmethod
    def give(cls, evidence: Evidence, reader: Person) -> None:
        """Opens an item to the person's manager, who is told once; giving it again opens it again.

        Raises ValidationError if somebody else manages the person by now.
        """
        with transaction.atomic():
            if not Person.objects.managing(evidence.person).active().filter(pk=reader.pk).exists():
                raise ValidationError(_("%(name)s is not your manager now."), params={"name": reader.name})
            row, new = cls._default_manager.get_or_create(evidence=evidence, reader=reader)
            if not new:
                row.at = timezone.now()
                row.save(update_fields=["at"])
            else:
                tell([reader], "evidence_shared", by=evidence.person)

    @classmethod
    def stop(cls, evidence: Evidence) -> None:
        """Nobody but the person reads the item from now on."""
        cls._default_manager.filter(evidence=evidence).delete()


class EndorsementQuerySet(models.QuerySet["Endorsement"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one was asked, and what others said about one's own items."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(witness=viewer) | Q(evidence__person=viewer))

    def waiting(self) -> Self:
        return self.filter(answered_at=None)

    def latest_first(self) -> Self:
        return self.order_by("-asked_at", "-pk")


class Endorsement(models.Model):
    """Somebody who saw it is asked to say so. They read the item as it was then, and nothing else."""

    pid = PidField(unique=True)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="endorsements")
    witness = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    # What was shown: the item may be reworded afterwards, the word given stays about this.
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    saw_it = models.BooleanField(null=True)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "witness"], name="endorsement_once")]

    def __str__(self) -> str:
        return f"{self.witness_id} on {self.evidence_id}"

    @classmethod
    def ask(cls, evidence: Evidence, witness: Person) -> Endorsement:
        """Asks somebody whether they saw it, and shows them title and text as they are now.

        Raises ValidationError for oneself, an account that is switched off, and somebody who was asked before.
        """
        if witness == evidence.person:
            raise ValidationError(_("Ask somebody else: your own word is noted already."))
        if not witness.is_active:
            raise ValidationError(_("The account of %(name)s is switched off."), params={"name": witness.name})
        try:
            with transaction.atomic():
                row = cls.objects.create(evidence=evidence, witness=witness, title=evidence.title, text=evidence.text)
                tell([witness], "endorsement_asked", by=evidence.person, url=row.address)
        except IntegrityError:
            raise ValidationError(
                _("You asked %(name)s about this already."), params={"name": witness.name}
            ) from None
        return row

    @classmethod
    def vouch(cls, evidence: Evidence, witness: Person, text: str, *, at: datetime) -> None:
        """Writes down that somebody said unasked, in `text`, what they saw. It holds while the item says the same."""
        shown = {"title": evidence.title, "text": text}
        cls.objects.create(evidence=evidence, witness=witness, asked_at=at, saw_it=True, answered_at=at, **shown)

    @property
    def address(self) -> str:
        return reverse("endorsement_answer", args=[self.pid])

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def holds(self) -> bool:
        """Whether the item still says what the witness read."""
        return (self.title, self.text) == (self.evidence.title, self.evidence.text)

    def answer(self, *, saw_it: bool | None, words: str) -> None:
        """What the witness says, once: that they saw it, that they did not, or (None) nothing. Raises Answered."""
        now = timezone.now()
        said = {"saw_it": saw_it, "words": words if saw_it is not None else "", "answered_at": now}
        with transaction.atomic():
            if not type(self).objects.waiting().filter(pk=self.pk).update(**said):
                raise Answered
            url = reverse("evidence_edit", args=[self.evidence.pid])
            tell([self.evidence.person], "endorsement_answered", by=self.witness, detail=self.title, url=url)


def with_witnesses(items: EvidenceQuerySet) -> EvidenceQuerySet:
    """The items with `witnesses` on each: who said that they saw it. Whoever reads an item reads who saw it."""
    seen = Endorsement.objects.filter(saw_it=True).select_related("witness").order_by("answered_at", "pk")
    words = Prefetch("endorsements", seen, to_attr="witnesses")
    return items.prefetch_related(words)  # type: ignore[no-redef]  # the model says that it is there
