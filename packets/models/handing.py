"""Handing a packet in: the frozen copy, who reads it, and taking it back."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from packets.models.packet import Packet, shared_with
from people.models import Person


class HandInQuerySet(models.QuerySet["HandIn"]):
    def visible_to(self, viewer: Person) -> Self:
        """The frozen copies of packets that the viewer reads."""
        return self.filter(packet__in=Packet.objects.visible_to(viewer).values("pk"))


class HandIn(models.Model):
    """The whole packet as one text, and its digest (see `packets/canonical.py`): nothing changes it afterwards."""

    packet = models.OneToOneField(Packet, on_delete=models.CASCADE, related_name="hand_in")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    body = models.TextField()
    digest = models.CharField(max_length=64)

    objects = HandInQuerySet.as_manager()

    def __str__(self) -> str:
        return self.digest


class ReaderQuerySet(models.QuerySet["Reader"]):
    def visible_to(self, viewer: Person) -> Self:
        """Who else reads a packet is known to the person, to the manager, and of oneself."""
        if not viewer.is_active:
            return self.none()
        shared = Packet.objects.filter(shared_with(viewer)).values("pk")
        theirs = Q(hand_in__packet__person=viewer) | Q(hand_in__packet__in=shared)
        return self.filter(theirs | Q(reader=viewer, hand_in__packet__withdrawal=None))


class Reader(models.Model):
    """Somebody named to read the frozen copy, and nothing else."""

    hand_in = models.ForeignKey(HandIn, on_delete=models.CASCADE, related_name="readers")
    reader = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ReaderQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hand_in", "reader"], name="packet_reader_once")]

    def __str__(self) -> str:
        return f"{self.reader_id} reads {self.hand_in_id}"


class Withdrawal(models.Model):
    """The person took the packet back, before there was a decision."""

    packet = models.OneToOneField(Packet, on_delete=models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.packet_id} withdrawn"
