"""How it stands with somebody on a board, in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentors.cadence import CHOICES, Band, Rhythm
from mentors.contents import MARKS, WAYS, Cadence, Mark, Member, Seat
from mentors.forms.rhythm import RHYTHMS

DAY = "j F Y"


def cadence_words(cadence: Cadence | None) -> str:
    """ "every quarter", "every 20 days"; empty without one."""
    if cadence is None:
        return ""
    known = next((name for name, one in CHOICES.items() if one == cadence), "")
    if known:
        return str(RHYTHMS[known])
    return ngettext("every day", "every %(n)d days", cadence.wish) % {"n": cadence.wish}


def rhythm_words(rhythm: Rhythm, member: Member, today: date) -> str:
    """Whether somebody is due, and when."""
    if rhythm.band is Band.RESTING:
        return resting_words(member)
    if rhythm.due_on is None:
        return _("no rhythm")
    day = date_format(rhythm.due_on, DAY)
    if rhythm.is_late(today):
        return _("due, and later than you wanted")
    if rhythm.band is Band.DUE:
        return _("due")
    if rhythm.moved:
        return _("would be due; there is room from %(day)s on") % {"day": day}
    return _("next by %(day)s") % {"day": day}


def resting_words(member: Member) -> str:
    if member.resting_since:
        return _("resting since %(day)s") % {"day": date_format(member.resting_since, DAY)}
    if member.quiet_until:
        return _("wants to be left alone until %(day)s") % {"day": date_format(member.quiet_until, DAY)}
    return _("wants to be left alone")


def seats_words(member: Member, needs: Mapping[str, Seat]) -> str:
    """The needs of the seats that somebody holds, in one line."""
    return ", ".join(needs[pid].need for pid in member.seats if pid in needs and not needs[pid].retired_on)


def marks_words(marks: tuple[Mark, ...]) -> str:
    """ "you asked and you received"."""
    return get_text_list([str(MARKS[mark]) for mark in marks], _("and"))


def way_words(member: Member) -> str:
    """How far the two have come, and whether the other one knows."""
    if member.aware:
        return _("%(way)s; they know that you count on them") % {"way": WAYS[member.way]}
    return _("%(way)s; they do not know yet") % {"way": WAYS[member.way]}
