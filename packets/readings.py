"""What others read of somebody's packet, for the log of who read what."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "packet_list": _("that there is a promotion packet of yours, and how far it is"),
    "packet_show": _("your promotion packet"),
    "packet_readers": _("who reads your promotion packet"),
    "reader_remove": _("who reads your promotion packet"),
    "comment_new": _("the comments on your promotion packet"),
    "statement_edit": _("the statement they write for your promotion packet"),
    "statement_show": _("the statement they wrote for your promotion packet"),
    "statement_release": _("the statement they write for your promotion packet"),
    "packet_decide": _("that your promotion packet waits for a decision"),
    "packet_release": _("the decision about your promotion packet"),
    "packet_plan": _("the plan that follows from your promotion packet"),
    "reason_edit": _("a step of the plan that follows from your promotion packet"),
}
