"""What waits for a manager in a packet that was shared with them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from packets.models import Packet, Statement
from packets.models.packet import PacketQuerySet, shared_with
from people.models import Person
from people.waiting import Kind


def without_statement(person: Person) -> PacketQuerySet:
    """Drafts shared with the person in which their words are not released yet."""
    said = Exists(Statement.objects.visible_to(person).released().filter(packet=OuterRef("pk"), by=person))
    drafts = Packet.objects.visible_to(person).open().filter(shared_with(person), hand_in=None)
    return drafts.filter(~said)


def undecided(person: Person) -> PacketQuerySet:
    """Handed in by the person's reports; nobody has recorded a decision."""
    handed = Packet.objects.visible_to(person).open().filter(shared_with(person), hand_in__isnull=False)
    return handed.filter(decision=None)


KINDS: Mapping[str, Kind] = {
    "packet_statement": Kind(
        without_statement,
        _("%(who)s shared a promotion packet with you. Your own words are still missing."),
        since="at",
        page="packet_show",
        at="pid",
        who="person__name",
    ),
    "packet_decision": Kind(
        undecided,
        _("The packet of %(who)s is handed in. No decision is recorded."),
        since="hand_in__at",
        page="packet_show",
        at="pid",
        who="person__name",
    ),
}
