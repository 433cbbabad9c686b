"""What was decided, why, and what follows from it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.blind import SIGNED, veiled
from packets.models.packet import Packet, shared_with
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Revised
from skills.models import Skill


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, viewer: Person) -> Self:
        """About oneself once it is released; about those whose packet one reads as the manager; and what one recorded
        in the last twelve months. None while a review of the person is open.
        """
        if not viewer.is_active:
            return self.none()
        shared = Packet.objects.filter(shared_with(viewer)).values("pk")
        recorded = Q(by=viewer, at__gt=timezone.now() - SIGNED)
        own = Q(packet__person=viewer, release__isnull=False)
        return self.filter(own | Q(packet__in=shared) | recorded).exclude(veiled("packet__person"))


class Decision(models.Model):
    """Yes, or not now, in words. Theirs who recorded it and the manager's until it is released to the person."""

    packet = models.OneToOneField(Packet, on_delete=models.CASCADE, related_name="decision")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    yes = models.BooleanField()
    words = models.TextField()

    objects = DecisionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.packet_id}: {'yes' if self.yes else 'not now'}"


class Release(models.Model):
    """Somebody opened the decision to the person."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="release")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.decision_id} released"


class ReasonQuerySet(models.QuerySet["Reason"]):
    def visible_to(self, viewer: Person) -> Self:
        """Of decisions that the viewer reads."""
        return self.filter(decision__in=Decision.objects.visible_to(viewer).values("pk"))

    def planned_by(self, viewer: Person) -> Self:
        """Of a "not now" that is released: what the person and the manager plan together."""
        plans = Packet.objects.planned_by(viewer).values("pk")
        return self.filter(decision__packet__in=plans)


class Reason(Revised):
    """What was said about one skill; and after "not now" what would show it, whose it is, by when."""

    class Owner(models.TextChoices):
        PERSON = "person", _("the person")
        MANAGER = "manager", _("the manager")
        BOTH = "both", _("both together")

    pid = PidField(unique=True)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="reasons")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    sign = models.TextField(blank=True)
    owner = models.CharField(max_length=10, choices=Owner.choices, blank=True)
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReasonQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["decision", "skill"], name="reason_once_a_skill")]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.skill_id}"

    def plan(self, *, by: Person, seen: int, sign: str, owner: str, due_on: date | None) -> None:
        """What would show it, who, and by when. Raises Stale."""
        with transaction.atomic():
            self.revise(seen, sign=sign, owner=owner, due_on=due_on, by=by)
