"""A change in the reporting line, made by the people team: what it opens and closes, and everybody told."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people import policy
from people.models import Duty, Moved, Person
from people.notices import tell
from people.policy import Ability


def change_line(person: Person, manager: Person | None, *, since: date, by: Person, seen: int) -> Moved:
    """Who manages `person` from `since` (today or later) on; None: nobody. Tells the person and both managers.

    `seen` is the person's `line_revision` that `by` had before them. Raises PermissionDenied, Stale, and
    ValidationError as `check` and `Person.report_to` do.
    """
    with transaction.atomic():
        Person.hold_lines()
        by.refresh_from_db(fields=["is_active"])
        if not policy.allows(by, Ability.WRITE_LINE, person):
            raise PermissionDenied
        check(manager, since=since, by=by)
        moved = person.report_to(manager, since=since, by=by, seen=seen)
        tell_about(moved, person, manager, since=since, by=by)
    return moved


def rehearse(person: Person, manager: Person | None, *, since: date, by: Person, seen: int) -> None:
    """Raises what `change_line` would raise, and changes nothing."""
    with transaction.atomic():
        change_line(person, manager, since=since, by=by, seen=seen)
        transaction.set_rollback(True)


def check(manager: Person | None, *, since: date, by: Person) -> None:
    """Raises ValidationError for a day that is over, and for making oneself a manager where somebody else could.

    A line that began in the past would open to the new manager what was agreed before they were chosen.
    """
    if since < timezone.localdate():
        raise ValidationError(
            _("Choose today or a later day. What was agreed before is not opened to a new manager afterwards."),
            code="past",
        )
    if manager == by and Person.objects.active().filter(duties__kind=Duty.Kind.PEOPLE).exclude(pk=by.pk).exists():
        raise ValidationError(
            _("You do not make yourself somebody’s manager. Ask a colleague on the people team to do it."),
            code="oneself",
        )


def tell_about(moved: Moved, person: Person, manager: Person | None, *, since: date, by: Person | None) -> None:
    """Tells those whom a change concerns: the person, and each manager who comes, goes, stays or does not come."""
    put = partial(tell, by=by, detail=since.isoformat(), url=reverse("my_line"))
    if moved.stays:
        put([person], "line_kept", subject=manager)
        put([manager], "line_stays", subject=person)
    elif manager is not None:
        put([person], "line_changed", subject=manager)
        put([manager], "line_given", subject=person)
    else:
        put([person], "line_ended")
    put([moved.ended], "line_taken", subject=person)
    put(set(moved.dropped) - {manager, moved.ended}, "line_dropped", subject=person)


def consequences(person: Person, manager: Person | None, *, since: date) -> list[str]:
    """What a change opens and what it closes, in sentences, for whoever is about to make it."""
    now = Person.objects.managing(person, since).first()
    said = {
        "day": date_format(since, "j F Y"),
        "person": person.name,
        "manager": manager.name if manager else "",
        "former": now.name if now else "",
    }
    found = []
    if manager is None:
        found.append(_("From %(day)s %(person)s has no manager here. Nobody else reads what is agreed from then on."))
    elif manager == now:
        found.append(_("%(manager)s stays the manager of %(person)s."))
    else:
        found.append(_("From %(day)s %(manager)s reads what %(person)s agrees from then on, nothing from before."))
    if now is not None and now != manager:
        found.append(
            _("%(former)s reads nothing that is agreed later, and keeps for twelve months what %(former)s signed.")
        )
    found.append(_("A review that is open stays with whoever assesses in it until you hand it over."))
    return [*(sentence % said for sentence in found), *_further(person, manager, since)]


def _further(person: Person, manager: Person | None, since: date) -> list[str]:
    """What else a change brings with it: the level above, planned lines that fall away, and who goes along."""
    found = []
    above = Person.objects.managing(manager, since).active().first() if manager else None
    if manager is not None and above is not None:
        names = {"above": above.name, "manager": manager.name}
        found.append(
            _("%(above)s, who manages %(manager)s, reads the levels agreed from then on, not the words.") % names
        )
    for planned in person.lines.filter(since__gt=max(since, timezone.localdate())).select_related("manager"):
        names = {"name": planned.manager.name, "day": date_format(planned.since, "j F Y")}
        found.append(_("What was planned is taken back: %(name)s from %(day)s.") % names)
    below = Person.objects.reporting_to(person, since).active().count()
    if below:
        along = ngettext(
            "%(count)d person reports to %(name)s and goes on doing so.",
            "%(count)d people report to %(name)s and go on doing so.",
            below,
        )
        found.append(along % {"count": below, "name": person.name})
    return found
