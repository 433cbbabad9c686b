"""What the people team did about somebody: every change of a line and of an account, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from people.models.person import Person


class ActQuerySet(models.QuerySet["Act"]):
    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Act(models.Model):
    """One change, as it was written down: `manager` (none: nobody) and `since` belong to a line. Never rewritten, so
    that also a line which was taken back leaves its trace. `by` is empty for what a command did.
    """

    class Kind(models.TextChoices):
        LINE = "line", _("reports to somebody")
        ADDED = "added", _("account made")
        OFF = "off", _("account switched off")
        ON = "on", _("account switched on")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    manager = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateField(null=True, blank=True)
    by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ActQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-at"], name="act_by_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.person_id}"
