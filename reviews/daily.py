"""What happens by itself, once a day: rounds begin, people are reminded, and what nobody decided about lapses.

Run twice on a day it does nothing the second time; a day that was missed is made up for.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Person
from people.notices import tell
from people.policy import Ability, subjects
from reviews.models import KeptPart, Reminder, Round
from reviews.models.handover import WARNED_DAYS, Settled
from reviews.models.round import Closed, RoundPlace
from reviews.opening import open_round, url_of

logger = logging.getLogger(__name__)


@dataclass
class Done:
    """What a run did, in numbers."""

    opened: int = 0
    reminded: int = 0
    mailed: int = 0
    warned: int = 0
    lapsed: int = 0


def run(today: date) -> Done:
    """Everything that is due on a day."""
    done = Done()
    for round_ in Round.objects.planned().filter(opens_on__lte=today).order_by("pk"):
        done.opened += begin(round_)
    reminded: list[Person] = []
    for round_ in Round.objects.running().order_by("pk"):
        reminded += remind(round_, today)
    done.reminded, done.mailed = len(reminded), mail(reminded)
    for kept in KeptPart.objects.undecided().select_related("appraisal__person", "writer", "handover").order_by("pk"):
        done.warned += warn(kept, today)
        done.lapsed += lapse(kept, today)
    return done


def begin(round_: Round) -> bool:
    """Opens a round whose day has come, by the rights that its planner has today; it waits if they have none."""
    if round_.by is None or not subjects(round_.by, Ability.OPEN_REVIEW).exists():
        return False
    try:
        return open_round(round_, by=round_.by) is not None
    except Closed:  # called off a moment ago
        return False


def due_mark(round_: Round, today: date) -> date | None:
    """The latest day, up to today, on which people of this round are to be reminded; None if there is none."""
    days = [round_.closes_on - timedelta(days=before) for before in round_.remind_days]
    return max((day for day in days if day <= today <= round_.closes_on), default=None)


def remind(round_: Round, today: date) -> list[Person]:
    """Tells everybody in a round who has something left to submit, and was not told since the last day for it."""
    mark = due_mark(round_, today)
    if mark is None:
        return []
    with transaction.atomic():
        if not round_.locked().is_running:
            return []
        told = Reminder._default_manager.filter(day__gte=mark, round=round_).values_list("person_id", flat=True)
        today_ = Reminder._default_manager.filter(day=today).values_list("person_id", flat=True)
        people = [person for person in waiting(round_) if person.pk not in {*told, *today_}]
        rows = [Reminder(round=round_, person=person, day=today) for person in people]
        Reminder._default_manager.bulk_create(rows, ignore_conflicts=True)
        # Somebody may have been reminded of another round at the same moment.
        mine = Reminder._default_manager.filter(round=round_, day=today, person__in=people)
        kept = set(mine.values_list("person_id", flat=True))
        people = [person for person in people if person.pk in kept]
        tell(people, "round_reminder", detail=round_.title, url=url_of(round_))
    return people


def waiting(round_: Round) -> list[Person]:
    """Those in a round who have not submitted their part, in order of name; nobody whose account is switched off."""
    places = RoundPlace.objects.filter(round=round_).rating().with_progress()
    found: dict[int, Person] = {}
    for place in places.select_related("appraisal__person", "appraisal__assessor"):
        review = place.appraisal
        if not place.person_done:
            found[review.person_id] = review.person
        if not place.assessor_done and review.assessor:
            found[review.assessor.pk] = review.assessor
    return sorted((one for one in found.values() if one.is_active), key=lambda one: (one.name, one.pk))


def mail(people: Iterable[Person]) -> int:
    """Sends each one line that says nothing about anybody, to the address they confirmed as theirs; how many.

    Nobody gets mail if no server is set up, nor anybody who is made up.
    """
    if not settings.EMAIL_HOST:
        return 0
    words, sent = _("A review waits for you in Careerpath"), 0
    real = [person for person in people if not person.demo]
    addresses = EmailAddress.objects.filter(user__in=real, verified=True, primary=True).values_list(
        "email", flat=True
    )
    connection = get_connection()
    for address in sorted(set(addresses)):
        try:
            sent += EmailMessage(words, words, to=[address], connection=connection).send()
        except (SMTPException, OSError) as error:
            logger.warning("A reminder could not be sent: %s", type(error).__name__)
    return sent


def warn(kept: KeptPart, today: date) -> bool:
    """A week ahead: tells its writer, and the person if it is about somebody else, that a part is going to lapse."""
    if kept.warned_on or kept.is_veiled or today < kept.until - timedelta(days=WARNED_DAYS):
        return False
    with transaction.atomic():
        kept.warn(today)
        url, person = reverse("handover_show", args=[kept.pid]), kept.appraisal.person
        tell([kept.writer], "part_lapses_own" if kept.is_own else "part_lapses", subject=person, url=url)
        if not kept.is_own:
            tell([person], "part_about_you_lapses", subject=kept.writer)
    return True


def lapse(kept: KeptPart, today: date) -> bool:
    """After thirty days without a decision: discards a part, and tells the same people."""
    day = kept.goes_on()
    if day is None or today < day:
        return False
    try:
        with transaction.atomic():
            kept.discard(KeptPart.Choice.LAPSED)
            person = kept.appraisal.person
            tell([kept.writer], "part_lapsed_own" if kept.is_own else "part_lapsed", subject=person)
            if not kept.is_own:
                tell([person], "part_about_you_lapsed", subject=kept.writer)
    except Settled:  # decided a moment ago
        return False
    return True
