"""What the person and the manager say to each other about a packet."""

from __future__ import annotations

from django.db import transaction

from packets.handing_in import address
from packets.models import Closed, Comment, Packet, Sharing, Statement
from people.models import Person
from people.notices import tell


def sharing_of(packet: Packet) -> Sharing:
    """Between whom one comments: the person and the manager of today. Raises Sharing.DoesNotExist."""
    return Sharing.objects.live().select_related("reader", "packet__person").get(packet=packet)


def partner_of(sharing: Sharing, viewer: Person) -> Person | None:
    """The other one."""
    return sharing.reader if viewer.pk == sharing.packet.person_id else sharing.packet.person


def comment(sharing: Sharing, *, by: Person, about: str, text: str) -> str:
    """Says something, and tells the other one; gives the address of the packet. Raises Closed once it is closed."""
    with transaction.atomic():
        if sharing.packet.locked().closed_at:
            raise Closed
        Comment.objects.create(sharing=sharing, by=by, about=about, text=text)
        where = address(sharing.packet)
        tell([sharing.reader, sharing.packet.person], "packet_comment", by=by, url=where)
    return f"{where}#comments"


def release_statement(statement: Statement, *, by: Person, seen: int) -> str:
    """Opens a statement to the person, who is told; gives the address of the packet. Raises Stale and Closed."""
    with transaction.atomic():
        statement.release(seen=seen)
        tell([statement.packet.person], "packet_statement", by=by, url=address(statement.packet))
    return address(statement.packet)
