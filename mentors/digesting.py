"""One mail a week to somebody who wants it, on their day: that there is something to look at, and not a word more.

Neither names nor counts, nor that it is about a board: whoever looks over a shoulder at a mail learns nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date, timedelta
from smtplib import SMTPException

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from mentors.cadence import Band
from mentors.contents import Settings
from mentors.desk import Desk, pen
from mentors.keys import KeyLost
from mentors.models import Board
from mentors.sealing import Damaged
from people.models import Person

logger = logging.getLogger(__name__)


@dataclass
class Done:
    """What a run did, in numbers. `closed`: boards that no key of this server opens."""

    sent: int = 0
    closed: int = 0


def run(today: date) -> Done:
    """Every mail that is to go out on a day. Run twice it sends none twice; a day that was missed is made up for."""
    done = Done()
    if not settings.EMAIL_HOST:
        return done
    for owner in Board.owners():
        try:
            done.sent += serve(owner, today)
        except (KeyLost, Damaged):
            done.closed += 1
    return done


def serve(owner: Person, today: date) -> bool:
    """Whether a mail went out. That this week was looked at is noted first, so that there are never two."""
    with pen(owner) as hand:
        if not is_time(hand.desk.settings, today):
            return False
        hand.board.set(hand.box, replace(hand.desk.settings, digest_sent_on=today))
        waits = has_something(hand.desk, today)
    return waits and mail(owner)


def is_time(wanted: Settings, today: date) -> bool:
    """Whether the owner's day has come since the last time."""
    if wanted.digest is None:
        return False
    latest = today - timedelta(days=(today.weekday() - wanted.digest) % 7)
    if wanted.digest_sent_on is None:
        return latest == today
    return wanted.digest_sent_on < latest


def has_something(desk: Desk, today: date) -> bool:
    """Somebody is due, or a day that the owner set for themselves is there."""
    promised = (
        item.on for held in desk.sitting.values() for item in held.contents.summary.open if item.on is not None
    )
    due = (one.band is Band.DUE for one in desk.rhythms(today).values())
    return any(due) or any(day <= today for day in promised)


def mail(owner: Person) -> bool:
    """To the address that the owner confirmed as theirs, and no other."""
    address = EmailAddress.objects.filter(user=owner, verified=True, primary=True).values_list("email", flat=True)
    to = next(iter(address), None)
    if to is None:
        return False
    subject = _("Your week in Careerpath")
    words = _(
        "Something you planned for yourself is waiting. Sign in to see it.\n\n"
        "You chose this mail in Careerpath, where you also end it."
    )
    try:
        return bool(EmailMessage(subject, words, to=[to], connection=get_connection()).send())
    except (SMTPException, OSError) as error:
        logger.warning("A weekly mail could not be sent: %s", type(error).__name__)
        return False
