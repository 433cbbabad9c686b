"""Feedback at any time: given with one's name, asked for with a question."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Evidence
from feedback.models.peer import Decided
from people.models import Person
from people.notices import tell
from safeguards.ids import PidField
from skills.models import Skill

TAKEN_BACK_WITHIN = timedelta(hours=24)
WAITING_AT_MOST = 5  # questions to the same colleague that are not answered


class Late(Exception):
    """The day in which feedback can be taken back is over."""


class FeedbackAskedQuerySet(models.QuerySet["FeedbackAsked"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one asked, and what one was asked."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(asker=viewer) | Q(giver=viewer))

    def waiting(self) -> Self:
        return self.filter(declined_at=None, feedback=None)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class FeedbackAsked(models.Model):
    """Somebody asks a colleague for feedback, with one short question."""

    pid = PidField(unique=True)
    asker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feedback_asked")
    giver = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)
    declined_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = FeedbackAskedQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(asker=F("giver")), name="feedback_asked_of_others")]

    def __str__(self) -> str:
        return self.question

    @classmethod
    def ask(cls, asker: Person, giver: Person, *, question: str, skill: int | None) -> FeedbackAsked:
        """Asks a colleague, who is told. Raises ValidationError for oneself, an account that is switched off, and
        somebody who has five questions of the asker to answer.
        """
        _colleague(asker, giver)
        with transaction.atomic():
            if cls.objects.filter(asker=asker, giver=giver).waiting().count() >= WAITING_AT_MOST:
                name = {"name": giver.name}
                raise ValidationError(_("%(name)s has five questions of yours to answer."), params=name)
            row = cls.objects.create(asker=asker, giver=giver, question=question, skill_id=skill)
            tell([giver], "feedback_asked", by=asker, detail=question, url=row.address)
        return row

    @property
    def address(self) -> str:
        return reverse("feedback_reply", args=[self.pid])

    @property
    def is_open(self) -> bool:
        return self.declined_at is None and not hasattr(self, "feedback")

    def held(self) -> None:
        """Locks the question until the transaction ends. Raises Decided unless it waits for an answer."""
        rows = type(self).objects.filter(pk=self.pk)
        # The lock comes first: what is asked after it sees what whoever held it has written.
        list(rows.select_for_update())
        if not rows.waiting().exists():
            raise Decided

    def decline(self, *, reason: str) -> None:
        """The colleague would rather not; the asker is told. Raises Decided if it is answered or declined."""
        with transaction.atomic():
            self.held()
            type(self).objects.filter(pk=self.pk).update(declined_at=timezone.now(), reason=reason)
            tell([self.asker], "feedback_refused", by=self.giver, url=f"{reverse('feedback_list')}?show=asked")


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one got, and what one gave: nobody else reads it."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(receiver=viewer) | Q(giver=viewer))

    def got_by(self, receiver: Person) -> Self:
        return self.filter(receiver=receiver, hidden_at=None)

    def hidden_by(self, receiver: Person) -> Self:
        return self.filter(receiver=receiver, hidden_at__isnull=False)

    def given_by(self, giver: Person) -> Self:
        return self.filter(giver=giver)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Feedback(models.Model):
    """Words about somebody's work, by name. The receiver reads them, nobody else."""

    pid = PidField(unique=True)
    giver = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    receiver = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="feedback")
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked = models.OneToOneField(FeedbackAsked, null=True, on_delete=models.SET_NULL, related_name="feedback")
    words = models.TextField()
    happened_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    thanks = models.CharField(max_length=200, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    # The item that the receiver made of it.
    evidence = models.OneToOneField(Evidence, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "feedback"
        indexes = [models.Index(fields=["receiver", "-at"], name="feedback_by_receiver")]
        constraints = [models.CheckConstraint(condition=~Q(giver=F("receiver")), name="feedback_to_others")]

    def __str__(self) -> str:
        return f"feedback {self.pid}"

    @classmethod
    def give(
        cls,
        giver: Person,
        receiver: Person,
        *,
        words: str,
        skill: int | None = None,
        happened_on: date | None = None,
        asked: FeedbackAsked | None = None,
        at: datetime | None = None,
    ) -> Feedback:
        """Gives feedback to a colleague, who is told. `asked` is the question that it answers.

        Raises ValidationError for oneself and an account that is switched off, Decided for a question that is
        answered or declined.
        """
        _colleague(giver, receiver)
        with transaction.atomic():
            if asked:
                asked.held()
            facts = {"words": words, "skill_id": skill, "happened_on": happened_on, "at": at or timezone.now()}
            row = cls.objects.create(giver=giver, receiver=receiver, asked=asked, **facts)
            tell([receiver], "feedback_given", by=giver, url=f"{reverse('feedback_list')}#{row.pid}")
        return row

    @property
    def back_until(self) -> datetime:
        return self.at + TAKEN_BACK_WITHIN

    @property
    def can_be_taken_back(self) -> bool:
        return timezone.now() < self.back_until

    def take_back(self, *, now: datetime | None = None) -> None:
        """The giver takes it back: it is deleted, and their word on an item that was made of it, too. Raises Late."""
        if (now or timezone.now()) >= self.back_until:
            raise Late
        with transaction.atomic():
            if self.evidence:
                self.evidence.endorsements.filter(witness=self.giver_id).delete()
            self.delete()

    def thank(self, words: str) -> None:
        """One line back, once; the giver is told. Raises Decided if it was said before."""
        with transaction.atomic():
            rows = type(self).objects.filter(pk=self.pk, thanked_at=None)
            if not rows.update(thanks=words, thanked_at=timezone.now()):
                raise Decided
            url = f"{reverse('feedback_list')}?show=given"
            tell([self.giver], "feedback_thanked", by=self.receiver, url=url)

    def hide(self, *, on: bool) -> None:
        """Puts it out of sight of the receiver, or back; the giver does not learn of it."""
        self.hidden_at = timezone.now() if on else None
        self.save(update_fields=["hidden_at"])

    def keep(self, evidence: Evidence) -> None:
        """Remembers the item that was made of it. Raises Decided if there is one already."""
        if not type(self).objects.filter(pk=self.pk, evidence=None).update(evidence=evidence):
            raise Decided


def _colleague(one: Person, other: Person) -> None:
    if one == other:
        raise ValidationError(_("This is about somebody else. Name a colleague."))
    if not other.is_active:
        raise ValidationError(_("The account of %(name)s is switched off."), params={"name": other.name})
