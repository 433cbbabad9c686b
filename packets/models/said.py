"""What the manager says to a packet: comments while it is written, and a statement that is kept apart."""

from __future__ import annotations

from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from assessments.blind import SIGNED, veiled
from packets.models.packet import Closed, Packet
from packets.models.sharing import Sharing
from packets.pieces import BLOCK, CASE, CRITERIA, MEASURES, OPEN, VOICES
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, viewer: Person) -> Self:
        """Under one's own packet, and between oneself and a present report; none while a review of them is open, for
        the words may name what was rated.
        """
        if not viewer.is_active:
            return self.none()
        live = Sharing.objects.live().filter(pk=OuterRef("sharing"), reader=viewer, packet__withdrawal=None)
        mine = Q(sharing__packet__person=viewer)
        return self.filter(mine | Q(Exists(live))).exclude(veiled("sharing__packet__person"))


class Comment(models.Model):
    """A word about one section, between the person and the manager of that time (`sharing`)."""

    KINDS = [(kind, kind) for kind in (CASE, BLOCK, CRITERIA, MEASURES, VOICES, OPEN)]

    sharing = models.ForeignKey(Sharing, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    about = models.CharField(max_length=10, choices=KINDS, blank=True)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    objects = CommentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"comment of {self.by_id}"


class StatementQuerySet(models.QuerySet["Statement"]):
    def visible_to(self, viewer: Person) -> Self:
        """What one writes or wrote: a draft as one's present report's manager, a signed one for twelve months.
        What was released to oneself. None while a review of the person is open.
        """
        if not viewer.is_active:
            return self.none()
        live = Exists(Sharing.objects.live().filter(packet=OuterRef("packet"), reader=viewer))
        signed = Q(released_at__gt=timezone.now() - SIGNED)
        mine = Q(by=viewer) & (Q(live, packet__withdrawal=None) | signed)
        released = Q(packet__person=viewer, released_at__isnull=False)
        return self.filter(mine | released).exclude(veiled("packet__person"))

    def released(self) -> Self:
        return self.filter(released_at__isnull=False)


class Statement(Revised):
    """The manager's own words, theirs alone until they release them to the person; from then on they stay."""

    pid = PidField(unique=True)
    packet = models.ForeignKey(Packet, on_delete=models.CASCADE, related_name="statements")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["packet", "by"], name="statement_once")]

    def __str__(self) -> str:
        return f"statement of {self.by_id}"

    @classmethod
    def write(cls, packet: Packet, *, by: Person, text: str, seen: int) -> None:
        """Saves a draft; `seen` is the revision that the form showed, 0 for none.

        Raises Stale if it was changed meanwhile, Closed once it is released or the packet is handed in.
        """
        with transaction.atomic():
            packet.locked_draft()
            row = cls.objects.filter(packet=packet, by=by).first()
            if row is None and not seen:
                cls.objects.create(packet=packet, by=by, text=text)
            elif row is None:
                raise Stale
            elif row.released_at:
                raise Closed
            else:
                row.revise(seen, text=text, at=timezone.now())

    def release(self, *, seen: int) -> None:
        """Opens it to the person for good. Raises Stale if it was changed since, Closed as `write` does."""
        with transaction.atomic():
            self.packet.locked_draft()
            now = Statement.objects.select_for_update().get(pk=self.pk)
            if now.released_at:
                raise Closed
            now.revise(seen, released_at=timezone.now())
