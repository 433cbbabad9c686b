"""Who keeps a ladder: who edits it, and who puts it into force."""

from __future__ import annotations

from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.models import Ladder
from people.models import Duty, Person


class KeeperQuerySet(models.QuerySet["Keeper"]):
    def visible_to(self, viewer: Person) -> Self:
        """The keepers of the ladders that the viewer keeps too."""
        return self.filter(ladder__in=Ladder.objects.filter(kept_by(viewer)))


class Keeper(models.Model):
    """Somebody who edits or publishes one ladder. Duties of the same names do so for all ladders."""

    class Kind(models.TextChoices):
        EDIT = "edit", _("edits")
        PUBLISH = "publish", _("publishes")

    ladder = models.ForeignKey(Ladder, on_delete=models.CASCADE, related_name="keepers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keeps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = KeeperQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ladder", "person", "kind"], name="keeper_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.ladder_id}"


# The duty that does for every ladder what a keeper does for one.
DUTY = {Keeper.Kind.EDIT: Duty.Kind.LADDERS, Keeper.Kind.PUBLISH: Duty.Kind.PUBLISHING}


def kept_by(viewer: Person, *kinds: Keeper.Kind, path: str = "") -> Q:
    """The condition for ladders that the viewer keeps in one of these ways (default any); the ladder is at `path`.

    Rights are read from the database at each request: whoever loses a duty loses it at once.
    """
    wanted = kinds or tuple(Keeper.Kind)
    own = Keeper.objects.filter(person=viewer, kind__in=wanted, person__is_active=True, ladder=OuterRef(path or "pk"))
    duties = Duty.objects.filter(person=viewer, kind__in=[DUTY[kind] for kind in wanted], person__is_active=True)
    return Q(Exists(own)) | Q(Exists(duties))


def ladders_kept(viewer: Person, *kinds: Keeper.Kind) -> models.QuerySet[Ladder]:
    """The ladders that the viewer keeps in one of these ways (default any)."""
    return Ladder.objects.filter(kept_by(viewer, *kinds))


def keeping(ladder: Ladder, kind: Keeper.Kind) -> models.QuerySet[Person]:
    """Everyone who keeps a ladder in this way: those who were asked to, and those who do so for all ladders."""
    asked = Keeper.objects.filter(ladder=ladder, kind=kind).values("person")
    return Person.objects.active().filter(Q(pk__in=asked) | Q(duties__kind=DUTY[kind])).distinct()


class LastPublisher(Exception):
    """Nobody else puts the ladder into force."""


def appoint(ladder: Ladder, person: Person, kind: Keeper.Kind, *, by: Person) -> None:
    """Asks somebody to keep a ladder; asked again, it changes nothing. `by` has to hold the duty LADDERS."""
    Keeper.objects.get_or_create(ladder=ladder, person=person, kind=kind, defaults={"by": by})


def dismiss(ladder: Ladder, person: Person, kind: Keeper.Kind) -> None:
    """Ends somebody's task; what they wrote stays. Raises LastPublisher if they were the last who can publish it."""
    with transaction.atomic():
        Ladder.objects.select_for_update().get(pk=ladder.pk)  # or two could dismiss each other
        Keeper.objects.filter(ladder=ladder, person=person, kind=kind).delete()
        if kind == Keeper.Kind.PUBLISH and person.is_active and not keeping(ladder, kind).exists():
            raise LastPublisher
