"""What the person writes, in sections that are saved each on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import Max, Q

from packets.pieces import BLOCK, CASE, CRITERIA, MEASURES, MOST_BLOCKS, OPEN, VOICES
from safeguards.ids import PidField
from safeguards.revisions import Revised

if TYPE_CHECKING:
    from packets.models.packet import Packet
    from people.models import Person


class Full(Exception):
    """There are as many case blocks as a packet takes."""


class SectionQuerySet(models.QuerySet["Section"]):
    def visible_to(self, viewer: Person) -> Self:
        """Of one's own packets. Whoever else reads a packet reads it as a whole."""
        return self.filter(packet__person=viewer) if viewer.is_active else self.none()

    def blocks(self) -> Self:
        """The case blocks in their order."""
        return self.filter(kind=BLOCK).order_by("position", "pk")


class Section(Revised):
    """One section. The shapes of `body` are in `packets/pieces.py`; only case blocks have a `position`."""

    KINDS = [(kind, kind) for kind in (CASE, BLOCK, CRITERIA, MEASURES, VOICES, OPEN)]

    pid = PidField(unique=True)
    packet = models.ForeignKey("packets.Packet", on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=10, choices=KINDS)
    position = models.PositiveSmallIntegerField(default=0)
    body = models.JSONField(default=dict)

    objects = SectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["packet", "kind"], condition=~Q(kind=BLOCK), name="section_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.packet_id}"

    def write(self, body: dict[str, Any], *, seen: int) -> None:
        """Saves the section. Raises Stale if it was changed since revision `seen`, Closed after the handing in."""
        with transaction.atomic():
            self.packet.locked_draft()
            self.revise(seen, body=body)

    @classmethod
    def add_block(cls, packet: Packet, body: dict[str, Any]) -> Section:
        """A case block at the end. Raises Full at the sixth, Closed after the handing in."""
        with transaction.atomic():
            packet.locked_draft()
            there = cls.objects.filter(packet=packet, kind=BLOCK)
            if there.count() >= MOST_BLOCKS:
                raise Full
            last = there.aggregate(last=Max("position"))["last"] or 0
            return cls.objects.create(packet=packet, kind=BLOCK, position=last + 1, body=body)

    def move(self, *, up: bool) -> None:
        """Changes places with the block above or below; nothing happens at the end. Raises Closed."""
        with transaction.atomic():
            self.packet.locked_draft()
            rows = list(Section.objects.filter(packet=self.packet_id).blocks())
            place = next((at for at, row in enumerate(rows) if row.pk == self.pk), None)
            if place is None:
                return
            other = max(0, min(place + (-1 if up else 1), len(rows) - 1))
            rows[place], rows[other] = rows[other], rows[place]
            for position, row in enumerate(rows, 1):
                Section.objects.filter(pk=row.pk).update(position=position)

    def remove(self) -> None:
        """Takes a case block out. Raises Closed."""
        with transaction.atomic():
            self.packet.locked_draft()
            Section.objects.filter(pk=self.pk, kind=BLOCK).delete()
