"""What stands between two people: the person and the manager of that time, who is stored with each row."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from people.models import Person, ReportingLine
from people.policy import Ability, about


class Parted(Exception):
    """The person does not report to this manager (any more): nothing is written between them."""


class Between(models.Model):
    """A row that both read and both may write while the person reports to `manager`; `by` wrote it last."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    manager = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


def read_by(viewer: Person) -> Q:
    """Rows about oneself, whoever was the manager; and one's own with somebody who reports to one today.

    So a new manager reads nothing of the one before, and that one nothing any more.
    """
    return about(viewer, Ability.READ_TEAM_NOTES) & (Q(person=viewer) | Q(manager=viewer))


def written_by(viewer: Person) -> Q:
    """Those of them that may still change: the person reports to the row's manager today."""
    today = timezone.localdate()
    lines = ReportingLine.objects.in_force(today).filter(person=OuterRef("person"), manager=OuterRef("manager"))
    return about(viewer, Ability.WRITE_TEAM_NOTES) & (Q(person=viewer) | Q(manager=viewer)) & Q(Exists(lines))


def hold(person_pk: int, manager_pk: int | None) -> None:
    """Keeps the reporting line as it is until the transaction ends. Raises Parted if there is none between the two.

    Whoever writes between the same two waits here, too. The people come before the line, as they do where the line
    is changed; the other way round, each could wait for the other.
    """
    two = Person.objects.select_for_update(no_key=True).filter(pk__in=[person_pk, manager_pk]).order_by("pk")
    list(two.values_list("pk"))
    lines = ReportingLine.objects.in_force(timezone.localdate()).filter(person=person_pk, manager=manager_pk)
    if lines.select_for_update().first() is None:
        raise Parted
