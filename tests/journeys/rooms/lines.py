"""The pages about people, reporting lines, notices and the read log, with everything on them: see the package's own
words.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ladders.chart import Chart
from people.models import Duty, Person, Reading
from people.notices import tell
from tests.factories import PersonFactory

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = {"notice_open", "notice_read_all"}
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze with a name that goes on"
NAMES = ("Now", "Later", "Then")
COLLEAGUE = f"Colleague {LONG}"


def live(person: Person, chart: Chart) -> None:
    """Gives the person all there is here, with long names and words: a place on the people team, a manager, one who
    comes later, an earlier one, notices, and readers.
    """
    today = timezone.localdate()
    person.give(Duty.Kind.PEOPLE)
    above, later, former = (PersonFactory.create(name=f"{word} {LONG}", title=LONG) for word in NAMES)
    person.report_to(former, since=date(2020, 1, 6))
    person.report_to(above, since=date(2021, 3, 1), by=former)
    person.report_to(later, since=today + timedelta(days=40), by=former)
    colleague = PersonFactory.create(name=COLLEAGUE, title=LONG)
    colleague.report_to(former, since=date(2020, 1, 6))
    colleague.report_to(later, since=today + timedelta(days=4), by=person)
    former.switch(on=False, by=person)
    for kind in ("line_changed", "line_given", "line_taken", "account_off"):
        tell([person], kind, by=above, subject=colleague, detail="2127-03-01")
    for reader in (above, later):
        Reading.note(reader, [person], "line_history")


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    colleague = {"person": Person.objects.get(name=COLLEAGUE).pid}
    return {
        "person_list": {},
        "person_new": {},
        "my_line": {},
        "line_edit": colleague,
        "line_history": colleague,
        "account_switch": colleague,
        "person_link": colleague,
        "notice_list": {},
        "waiting_list": {},
        "reading_list": {},
    }
