"""The duties that people hold for the organisation."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Duty(models.Model):
    """A task that somebody holds for the organisation. Duties add functions, never content."""

    class Kind(models.TextChoices):
        OPERATOR = "operator", _("operator")
        PEOPLE = "people", _("people team")
        LADDERS = "ladders", _("ladder editor")
        PUBLISHING = "publishing", _("ladder publisher")

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="duty_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
