"""A review: a person and an assessor rate the same list, and neither sees the other's answers before both are in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.models import Ladder, Version
from ladders.questions import Form
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Stale

if TYPE_CHECKING:
    from assessments.models.assessment import Assessment


class Ended(Exception):
    """The review is not in the state for what was asked: not revealed yet, or called off, or agreed already."""


class AppraisalQuerySet(models.QuerySet["Appraisal"]):
    def visible_to(self, viewer: Person) -> Self:
        """The reviews of oneself, and those in which one is the assessor: that it is there and how far it is. What
        was answered has doors of its own.
        """
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(person=viewer) | Q(assessor=viewer))

    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def open(self) -> Self:
        """Not revealed yet, and not called off."""
        return self.filter(revealed_at=None, ended_at=None)

    def to_agree(self) -> Self:
        return self.filter(revealed_at__isnull=False, agreed_at=None, ended_at=None)

    def agreed(self) -> Self:
        return self.filter(agreed_at__isnull=False)

    def latest_first(self) -> Self:
        return self.order_by("-opened_at", "-pk")


class Appraisal(models.Model):
    """The frozen list is that of `version`, `stage`, `target` and `form`; both rate it, whatever changes meanwhile.

    `assessor` is a stored fact: a change in the reporting line moves nobody in or out. `appointed` says that the
    assessor was not the person's manager when the review was given to them.
    """

    class State(models.TextChoices):
        RATING = "rating", _("both rate")
        AGREEING = "agreeing", _("to be agreed")
        AGREED = "agreed", _("agreed")
        ENDED = "ended", _("called off")

    pid = PidField(unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="appraisals")
    assessor = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="appraising")
    appointed = models.BooleanField(default=False)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=100)
    target = models.CharField(max_length=100, blank=True)
    form = models.CharField(max_length=10, choices=[(form.value, form.value) for form in Form])
    opened_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(null=True, blank=True)
    revealed_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    # Why it was called off, or why the one before was opened again.
    reason = models.TextField(blank=True)
    reopens = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="reopened")

    objects = AppraisalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revealed_at=None, ended_at=None), name="appraisal_one_open"
            ),
            models.CheckConstraint(
                condition=Q(assessor=None) | ~Q(person=F("assessor")), name="appraisal_not_of_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pid}"

    @classmethod
    def begin(
        cls,
        person: Person,
        *,
        assessor: Person,
        by: Person | None,
        version: Version,
        stage: str,
        target: str = "",
        form: Form = Form.FULL,
        due_on: date | None = None,
        reopens: Appraisal | None = None,
        reason: str = "",
    ) -> Appraisal:
        """A review against a published version; gives the one that is open already, if one is.

        Raises ValidationError if the assessor is the person, or if either account is switched off.
        """
        _check(person, assessor)
        appointed = not Person.objects.managing(person).filter(pk=assessor.pk).exists()
        with transaction.atomic():
            review, _new = cls.objects.get_or_create(
                person=person,
                revealed_at=None,
                ended_at=None,
                defaults={
                    "assessor": assessor,
                    "appointed": appointed,
                    "by": by,
                    "ladder_id": version.ladder_id,
                    "version": version,
                    "stage": stage,
                    "target": target,
                    "form": form,
                    "due_on": due_on,
                    "reopens": reopens,
                    "reason": reason,
                },
            )
        return review

    @property
    def state(self) -> State:
        if self.agreed_at:
            return self.State.AGREED
        if self.ended_at:
            return self.State.ENDED
        return self.State.AGREEING if self.revealed_at else self.State.RATING

    @property
    def is_open(self) -> bool:
        return self.state is self.State.RATING

    def locked(self) -> Appraisal:
        """This review as it is now, locked until the transaction ends. Raises Stale if it is gone."""
        found = Appraisal.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise Stale
        return found

    def parts(self) -> dict[str, Assessment]:
        """The assessments that count, by kind: the person's own and the present assessor's, where they are begun."""
        counted = Q(kind="self") | Q(kind="manager", assessor=self.assessor_id) | Q(kind="agreed")
        return {part.kind: part for part in self.assessments.filter(counted)}

    def start_part(self, rater: Person) -> Assessment:
        """The part of one of the two, begun now if it is not yet. Raises Ended unless the review is open to them."""
        with transaction.atomic():
            now = self.locked()
            if not now.is_open or rater.pk not in (now.person_id, now.assessor_id):
                raise Ended
            part, _new = now.assessments.get_or_create(
                kind="self" if rater.pk == now.person_id else "manager",
                assessor=rater,
                defaults={
                    "person_id": now.person_id,
                    "ladder_id": now.ladder_id,
                    "version_id": now.version_id,
                    "stage": now.stage,
                    "target": now.target,
                    "form": now.form,
                },
            )
        return part

    def hand_to(self, assessor: Person) -> None:
        """Makes somebody else the assessor, who begins with an empty list: what the one before wrote stays theirs.

        Raises Ended unless it is open, ValidationError as `begin` does.
        """
        _check(self.person, assessor)
        with transaction.atomic():
            now = self.locked()
            if not now.is_open:
                raise Ended
            self.assessor = assessor
            self.appointed = not Person.objects.managing(self.person).filter(pk=assessor.pk).exists()
            self.save(update_fields=["assessor", "appointed"])

    def end(self, *, by: Person | None, reason: str, at: datetime | None = None) -> None:
        """Calls it off before it is revealed. Raises Ended otherwise. Nobody gets to see the other's answers."""
        with transaction.atomic():
            if not self.locked().is_open:
                raise Ended
            self.ended_at, self.ended_by, self.reason = at or timezone.now(), by, reason
            self.save(update_fields=["ended_at", "ended_by", "reason"])


def _check(person: Person, assessor: Person) -> None:
    if person == assessor:
        raise ValidationError(_("Nobody assesses themselves here; a check-in of one's own is for that."))
    if not (person.is_active and assessor.is_active):
        raise ValidationError(_("That account is switched off."))
