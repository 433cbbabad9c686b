"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "packet_shared": _("%(by)s shared a promotion packet with you. You can comment, and write a statement."),
    "packet_comment": _("%(by)s commented on a promotion packet."),
    "packet_statement": _("%(by)s wrote a statement for your promotion packet. You can read it now."),
    "packet_handed_in": _("%(by)s handed in their promotion packet. It is frozen from now on."),
    "packet_reader": _("You are asked to read the promotion packet of %(subject)s. You read the frozen copy."),
    "packet_reader_named": _("%(by)s named %(subject)s as a reader of your promotion packet."),
    "packet_reader_off": _(
        "You are no longer asked to read the promotion packet of %(subject)s. It is closed to you."
    ),
    "packet_reader_unnamed": _("%(by)s no longer names %(subject)s as a reader of your promotion packet."),
    "packet_withdrawn": _("%(by)s withdrew their promotion packet. Nobody else reads it any more."),
    "packet_decided": _("%(by)s recorded the decision about the promotion packet of %(subject)s."),
    "packet_released": _("The decision about your promotion packet is there, with its reasons."),
    "packet_planned": _("%(by)s changed the plan that follows from the promotion packet."),
}
