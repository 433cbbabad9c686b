"""The pages here that show something of somebody to others, in words for the log that they read."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "team_show": _("the levels you agreed, on the page of their team"),
    "team_part": _("the levels you agreed, on the page of a team below theirs"),
    "team_csv": _("the levels you agreed, as a table of their team"),
    "report_show": _("the page about you as your manager: levels, shared evidence, promises"),
    "talk_new": _("the talks that you two noted"),
    "promise_new": _("what you promised each other"),
    "promise_keep": _("a promise between you two"),
    "promise_drop": _("a promise between you two"),
    "challenge_edit": _("your next bigger challenge"),
    "seat_edit": _("seat and scope of your next stage"),
}
