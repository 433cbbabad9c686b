"""Handing a packet in, and what follows until it is decided and released: several rows each, one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.urls import reverse

from assessments.blind import veil_of
from packets.canonical import canonical, digest_of
from packets.gathering import Gathered, body_of, gather
from packets.lacking import Grounds, Lack, lacking
from packets.models import Closed, Decision, HandIn, Packet, Reader, Reason, Release, Sharing, Withdrawal
from packets.pieces import CASE, text_in
from people.models import Person
from people.notices import tell
from safeguards.revisions import Stale


class Lacking(Exception):
    """The packet cannot be handed in yet; `lacks` say why."""

    def __init__(self, lacks: tuple[Lack, ...]) -> None:
        super().__init__(lacks)
        self.lacks = lacks


class Veiled(Exception):
    """A review of the person is open; what rests on ratings waits."""


def address(packet: Packet) -> str:
    """Where the notices about a packet lead; its page decides what is shown to whom."""
    return reverse("packet_show", args=[packet.pid])


def lacks_of(found: Gathered) -> tuple[Lack, ...]:
    """What is to be done before it can be handed in."""
    packet = found.packet
    return lacking(
        Grounds(
            case=text_in(found.body_of(CASE), "text"),
            blocks=len(found.blocks),
            has_manager=Person.objects.managing(packet.person).active().exists(),
            shared=Sharing.objects.live().filter(packet=packet).exists(),
            veiled=veil_of(packet.person) is not None,
        )
    )


def fingerprint(found: Gathered) -> str:
    """What somebody looked at before they hand it in: the digest of the body as it is now."""
    return digest_of(canonical(body_of(found)))


def hand_in(packet: Packet, readers: Iterable[Person], *, by: Person, seen: str) -> HandIn:
    """Freezes the packet as it is and opens the copy to `readers`. `seen` is the `fingerprint` that the page showed.

    Raises Closed if it is no draft any more, Lacking, and Stale if something in it was changed since.
    """
    with transaction.atomic():
        packet.locked_draft()
        found = gather(packet)
        lacks = lacks_of(found)
        if lacks:
            raise Lacking(lacks)
        text = canonical(body_of(found))
        if digest_of(text) != seen:
            raise Stale
        done = HandIn.objects.create(packet=packet, by=by, body=text, digest=digest_of(text))
        tell(reading(packet), "packet_handed_in", by=by, url=address(packet))
        for reader in readers:
            name_reader(done, reader, by=by)
    return done


def name_reader(done: HandIn, reader: Person, *, by: Person) -> None:
    """Opens the frozen copy to somebody, and tells them and the person. Naming somebody twice changes nothing.

    Raises Closed once the packet is decided or withdrawn.
    """
    with transaction.atomic():
        packet = done.packet.locked_hand_in()
        _row, new = Reader.objects.get_or_create(hand_in=done, reader=reader, defaults={"by": by})
        if new:
            tell([reader], "packet_reader", by=by, subject=packet.person, url=address(packet))
            tell([packet.person], "packet_reader_named", by=by, subject=reader, url=address(packet))


def unname_reader(row: Reader, *, by: Person) -> None:
    """Closes the frozen copy to a reader, who is told, and so is the person. What they read stays in the log.

    Raises Closed once the packet is decided or withdrawn, and where somebody did it before.
    """
    with transaction.atomic():
        packet = row.hand_in.packet.locked_hand_in()
        if not Reader.objects.filter(pk=row.pk, by=by).delete()[0]:
            raise Closed
        tell([row.reader], "packet_reader_off", by=by, subject=packet.person, url=reverse("packet_list"))
        tell([packet.person], "packet_reader_unnamed", by=by, subject=row.reader, url=address(packet))


def reading(packet: Packet) -> list[Person]:
    """The managers who read the packet today: one at most."""
    return [row.reader for row in Sharing.objects.live().filter(packet=packet).select_related("reader") if row.reader]


def share(packet: Packet, reader: Person) -> bool:
    """Opens the packet to the person's manager, who is told; False if it was open to them."""
    with transaction.atomic():
        if hasattr(packet.locked(), "withdrawal"):
            raise Closed
        new = Sharing.open_to(packet, reader)
        if new:
            tell([reader], "packet_shared", by=packet.person, url=address(packet))
    return new


def withdraw(packet: Packet, *, by: Person) -> None:
    """Takes the packet back from everybody. Raises Closed once it is decided, or withdrawn already."""
    with transaction.atomic():
        now = packet.locked()
        if now.closed_at or hasattr(now, "decision"):
            raise Closed
        told = reading(now)
        if hasattr(now, "hand_in"):
            told += [row.reader for row in now.hand_in.readers.select_related("reader")]
        Withdrawal._default_manager.create(packet=now, by=by)
        now.close()
        tell(told, "packet_withdrawn", by=by, url=reverse("packet_list"))


def decide(packet: Packet, *, by: Person, yes: bool, words: str, reasons: Mapping[int, str]) -> Decision:
    """Records the decision; `reasons`: skill (primary key) → what was said about it.

    Raises Closed unless it is handed in and not decided, Veiled while a review of the person is open.
    """
    with transaction.atomic():
        now = packet.locked_hand_in()
        if veil_of(now.person):
            raise Veiled
        made = Decision.objects.create(packet=now, by=by, yes=yes, words=words)
        Reason.objects.bulk_create(
            Reason(decision=made, skill_id=skill, words=text) for skill, text in reasons.items()
        )
        tell(reading(now), "packet_decided", by=by, subject=now.person, url=address(now))
    return made


def release(packet: Packet, *, by: Person) -> None:
    """Opens the decision to the person. Raises Closed unless there is one to open, Veiled as `decide` does."""
    with transaction.atomic():
        now = packet.locked()
        if not hasattr(now, "decision") or hasattr(now.decision, "release"):
            raise Closed
        if veil_of(now.person):
            raise Veiled
        Release._default_manager.create(decision=now.decision, by=by)
        now.close()
        where = address(now) if now.decision.yes else reverse("packet_plan", args=[now.pid])
        tell([now.person], "packet_released", by=by, url=where)
