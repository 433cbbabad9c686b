"""An account switched off and on again by the people team: what it means, and everybody told."""

from __future__ import annotations

from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people import policy
from people.mails import mail
from people.models import Duty, Person
from people.notices import tell
from people.policy import Ability

NAMED = 5


def switch(person: Person, *, on: bool, by: Person) -> bool:
    """Switches an account and tells those around it; False if it was like that already.

    Raises PermissionDenied, also if `by` was switched off a moment ago, and ValidationError for an operator whom
    somebody else than an operator wants to switch off.
    """
    with transaction.atomic():
        Person.hold_lines()
        by.refresh_from_db(fields=["is_active"])
        if not policy.allows(by, Ability.KEEP_ACCOUNT, person):
            raise PermissionDenied
        if not on and person.holds(Duty.Kind.OPERATOR) and not by.holds(Duty.Kind.OPERATOR):
            raise ValidationError(
                _("%(name)s runs the server. Only another operator switches this account off."),
                params={"name": person.name},
            )
        if not person.switch(on=on, by=by):
            return False
        _tell(person, on=on, by=by)
    return True


def _tell(person: Person, *, on: bool, by: Person) -> None:
    """The managers of somebody who is away learn it from the page of their lines; the person by mail, too."""
    put = partial(tell, by=by, subject=person, url=reverse("my_line"))
    managers, reports = Person.objects.managing(person).active(), Person.objects.reporting_to(person).active()
    if on:
        tell([person], "account_back", by=by)
        put([*managers, *reports], "account_on")
        mail(person, _("Your account is switched on again"), _("You can sign in to Careerpath as before."))
    else:
        put(managers, "account_off")
        put(reports, "account_manager_off")
        text = _("Your account in Careerpath is switched off. What you wrote is kept and nobody else can open it.")
        mail(person, _("Your account is switched off"), text)


def consequences(person: Person) -> list[str]:
    """What switching the account off, or on again, brings with it."""
    if not person.is_active:
        return [
            _("%(name)s can sign in again with the password they had, and finds everything as it was.")
            % {"name": person.name},
            _("Whoever reports to %(name)s, or managed them, goes on doing so.") % {"name": person.name},
            _("All of them are told."),
        ]
    found = [
        _("%(name)s is signed out everywhere at once, and opens nothing any more.") % {"name": person.name},
        _("Nothing is deleted: what %(name)s wrote and signed stays, and so do the reporting lines.")
        % {"name": person.name},
    ]
    lines = person.lines_down.from_then_on(timezone.localdate()).filter(person__is_active=True)
    # Also those who begin to report to them later.
    below = sorted({line.person for line in lines.select_related("person")}, key=lambda one: one.name)
    if below:
        names = [one.name for one in below[:NAMED]]
        more = len(below) - len(names)
        if more:
            names.append(ngettext("%(count)d other", "%(count)d others", more) % {"count": more})
        stay = _(
            "Still with %(name)s until you write down who follows: %(names)s. Till then nobody reads what they agree."
        )
        found.append(stay % {"names": get_text_list(names, _("and")), "name": person.name})
    found.append(_("A review in which %(name)s assesses waits until you hand it over.") % {"name": person.name})
    found.append(_("%(name)s, their manager and their reports are told.") % {"name": person.name})
    return found
