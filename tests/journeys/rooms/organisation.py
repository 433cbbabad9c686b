"""The pages about organisation, with everything on them: see the package's own words."""

from __future__ import annotations

from typing import Any

from ladders.chart import Chart
from organisation.models import Snapshot
from people.models import Duty, Person
from tests.organisation.sheets import freeze

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze with a name that goes on"

# Addresses that are no page of their own: a file to take along.
ACTS: set[str] = {"organisation_table"}


def live(person: Person, chart: Chart) -> None:
    """Gives the person all there is here, with long names and words."""
    person.give(Duty.Kind.PEOPLE)
    for snapshot in freeze(many=12, skills=24):
        for line in snapshot.sheet["skills"]:
            line["title"] = f"{line['title']} {LONG}"
        Snapshot.objects.filter(pk=snapshot.pk).update(sheet=snapshot.sheet)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    return {"organisation_show": {}}
