"""A packet: who it is about, from which stage to which, under which version of the ladder, and how far it is."""

from __future__ import annotations

from typing import Self

from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.models import Ladder, Version
from packets.models.section import Section
from packets.models.sharing import Sharing
from packets.pieces import SINGLE
from people.models import Duty, Person
from people.policy import keeps_people
from safeguards.ids import PidField
from safeguards.revisions import Stale


class Closed(Stale):
    """The packet is not in the state for what was asked: handed in, decided or withdrawn meanwhile."""


class PacketQuerySet(models.QuerySet["Packet"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own; those that one's present reports shared with oneself and did not withdraw; and those handed in
        in which one is named as a reader, until the decision is released.
        """
        if not viewer.is_active:
            return self.none()
        named = Packet.objects.filter(hand_in__readers__reader=viewer, withdrawal=None, decision__release=None)
        return self.filter(Q(person=viewer) | shared_with(viewer) | Q(pk__in=named.values("pk")))

    def writable_by(self, viewer: Person) -> Self:
        """One's own. What is written too late is refused by the verbs, so that a page can give it back."""
        return self.filter(person=viewer) if viewer.is_active else self.none()

    def open_to_recorder(self, viewer: Person) -> Self:
        """Handed in and not released: for the manager who reads it, and for the people team, who know that it is
        there and read nothing of it. Never one's own.
        """
        if not viewer.is_active:
            return self.none()
        known = Q() if keeps_people(viewer) else shared_with(viewer)
        waiting = self.filter(known, hand_in__isnull=False, withdrawal=None, decision__release=None)
        return waiting.exclude(person=viewer)

    def commented_by(self, viewer: Person) -> Self:
        """Open ones about which the viewer and another talk: the person, and the manager it is shared with."""
        if not viewer.is_active:
            return self.none()
        live = Exists(Sharing.objects.live().filter(packet=OuterRef("pk")))
        return self.open().filter(Q(live, person=viewer) | shared_with(viewer))

    def naming_readers(self, viewer: Person) -> Self:
        """Handed in: the person names who reads the copy, and so does the manager, though only their own manager."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(person=viewer) | shared_with(viewer), hand_in__isnull=False, withdrawal=None)

    def planned_by(self, viewer: Person) -> Self:
        """Released with "not now": for the person and the manager, who plan what comes next together."""
        if not viewer.is_active:
            return self.none()
        theirs = Q(person=viewer) | shared_with(viewer)
        return self.filter(theirs, decision__yes=False, decision__release__isnull=False)

    def taken_back_from(self, viewer: Person, *, recorder: bool = False) -> Self:
        """Withdrawn ones of which the viewer knew until then: one's own, and those shared with oneself; for the
        `recorder` those that waited for a decision, to whoever could record it on that day. For forms that were
        open when the packet was withdrawn, and for nothing else: they give back what was typed.
        """
        if not viewer.is_active:
            return self.none()
        shared = Q(Exists(Sharing.objects.live().filter(packet=OuterRef("pk"), reader=viewer)))
        gone = self.filter(withdrawal__isnull=False)
        if not recorder:
            return gone.filter(Q(person=viewer) | shared)
        duty = viewer.duties.filter(kind=Duty.Kind.PEOPLE, at__lte=OuterRef("withdrawal__at"))
        return gone.filter(shared | Q(Exists(duty)), hand_in__isnull=False).exclude(person=viewer)

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def full(self) -> Self:
        """With all that `state` asks for."""
        shared = Sharing.objects.live().filter(packet=OuterRef("pk"))
        return self.select_related(
            "person", "version", "ladder", "hand_in", "withdrawal", "decision__release", "decision__by"
        ).annotate(is_shared=Exists(shared))

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


def shared_with(viewer: Person) -> Q:
    """Packets that somebody who reports to the viewer today shared with them, and did not withdraw."""
    live = Sharing.objects.live().filter(packet=OuterRef("pk"), reader=viewer)
    return Q(Exists(live), withdrawal=None)


class Packet(models.Model):
    """From `stage` to `target` (ids) of one frozen version; a later version changes nothing in it.

    What was done with it is in the rows beside it: shared, handed in, withdrawn, decided, released. `closed_at` says
    that one of the last kind is there, so that the database keeps one open packet per person and target.
    """

    class State(models.TextChoices):
        PRIVATE = "private", _("draft, only for the person")
        SHARED = "shared", _("shared with the manager")
        HANDED_IN = "handed_in", _("handed in")
        DECIDED = "decided", _("decided, not released yet")
        RELEASED = "released", _("decided")
        WITHDRAWN = "withdrawn", _("withdrawn")

    pid = PidField(unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="packets")
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=100)
    target = models.CharField(max_length=100)
    at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    # Annotated by `full`.
    is_shared: bool

    objects = PacketQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "ladder", "target"], condition=Q(closed_at=None), name="packet_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"packet {self.pid}"

    @classmethod
    def begin(cls, person: Person, *, version: Version, stage: str, target: str) -> Packet:
        """An empty packet under a published version; gives the one that is open for that target, if one is."""
        same = {"person": person, "ladder_id": version.ladder_id, "target": target, "closed_at": None}
        try:
            with transaction.atomic():
                packet = cls.objects.create(**same, version=version, stage=stage)
                Section.objects.bulk_create(Section(packet=packet, kind=kind) for kind in SINGLE)
        except IntegrityError:
            packet = cls.objects.get(**same)
        return packet

    @property
    def is_draft(self) -> bool:
        """Neither handed in nor withdrawn."""
        return self.closed_at is None and not hasattr(self, "hand_in")

    @property
    def state(self) -> State:
        """How far it is. Of a packet fetched with `full`."""
        if hasattr(self, "withdrawal"):
            return self.State.WITHDRAWN
        if hasattr(self, "decision"):
            return self.State.RELEASED if hasattr(self.decision, "release") else self.State.DECIDED
        if hasattr(self, "hand_in"):
            return self.State.HANDED_IN
        return self.State.SHARED if self.is_shared else self.State.PRIVATE

    def locked(self) -> Packet:
        """This packet as it is now, locked until the transaction ends. Raises Closed if it is gone."""
        found = Packet.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise Closed
        return found

    def locked_draft(self) -> Packet:
        """The same, still a draft. Raises Closed if it was handed in or withdrawn."""
        found = self.locked()
        if not found.is_draft:
            raise Closed
        return found

    def locked_hand_in(self) -> Packet:
        """The same, handed in and not decided. Raises Closed otherwise."""
        found = self.locked()
        if found.closed_at or not hasattr(found, "hand_in") or hasattr(found, "decision"):
            raise Closed
        return found

    def close(self) -> None:
        """Nothing more comes: another packet for the same target can begin."""
        self.closed_at = timezone.now()
        self.save(update_fields=["closed_at"])
