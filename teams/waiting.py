"""What somebody promised in a talk and has not done yet."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from people.models import Person
from people.waiting import Kind
from teams.models import Promise
from teams.models.promise import PromiseQuerySet


def promised_by(person: Person) -> PromiseQuerySet:
    """The promises that are open and may still be kept."""
    return Promise.objects.visible_to(person).writable_by(person).open()


KINDS: Mapping[str, Kind] = {
    "promise_to_report": Kind(
        lambda person: promised_by(person).of_manager().filter(manager=person),
        _("You promised %(who)s: %(what)s"),
        since="at",
        page="report_show",
        at="person__pid",
        who="person__name",
        what="words",
    ),
    "promise_to_manager": Kind(
        lambda person: promised_by(person).filter(person=person, side=Promise.Side.PERSON),
        _("You promised %(who)s: %(what)s"),
        since="at",
        page="my_team_notes",
        who="manager__name",
        what="words",
    ),
}
