"""That a packet was shown to a manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from people.models import Person, ReportingLine

if TYPE_CHECKING:
    from packets.models.packet import Packet


class SharingQuerySet(models.QuerySet["Sharing"]):
    def live(self) -> Self:
        """With somebody who manages the person today: a manager who is one no more reads nothing."""
        managed = ReportingLine.objects.in_force(timezone.localdate()).filter(
            person=OuterRef("packet__person"), manager=OuterRef("reader")
        )
        return self.filter(Exists(managed), reader__is_active=True)


class Sharing(models.Model):
    """The person opened the packet to `reader`, for as long as they are the manager. A successor sees none of it."""

    packet = models.ForeignKey("packets.Packet", on_delete=models.CASCADE, related_name="sharings")
    reader = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = SharingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["packet", "reader"], name="packet_shared_once")]

    def __str__(self) -> str:
        return f"{self.packet_id} to {self.reader_id}"

    @classmethod
    def open_to(cls, packet: Packet, reader: Person) -> bool:
        """Shares a packet; False if it was shared with them before."""
        return cls.objects.get_or_create(packet=packet, reader=reader)[1]
