"""The list of people: whom it shows to whom, and each row of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils import timezone

from people.models import Person, ReportingLine
from people.models.person import PersonQuerySet
from people.policy import Ability, subjects
from people.team_forms import PersonSearchForm

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Who was asked for. `below`: the manager whose reports these are; `query`: the question, for links to more."""

    people: PersonQuerySet
    below: Person | None
    query: str
    state: str


def chosen(viewer: Person, form: PersonSearchForm, *, keeps: bool) -> Found:
    """The people that a search finds. Colleagues find each other; those who keep lines (`keeps`) also find who is
    switched off, who has no manager, and who reports to somebody.
    """
    form.is_valid()
    said = form.cleaned_data
    words, state = said.get("q", ""), said.get("state", "") if keeps else ""
    people, below, today = subjects(viewer, Ability.READ_CARD), None, timezone.localdate()
    if keeps:
        if said.get("manager"):
            below = subjects(viewer, Ability.READ_LINE).filter(pid=said["manager"]).first()
        if state == "off" or (words and not state):  # whoever is looked for by name may be switched off
            people = subjects(viewer, Ability.READ_LINE)
            people = people.filter(is_active=False) if state else people
        if below:
            people = people.reporting_to(below)
        if state == "alone":
            people = people.without_manager(today)
        people = people.with_lines(today)
    asked = {"q": words, "state": state, "manager": below.pid if below else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return Found(people.matching(words).order_by("name", "pk"), below, query, state)


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the list: the line that holds today, and the next one that is planned."""

    person: Person
    now: ReportingLine | None
    later: ReportingLine | None


def rows(people: Iterable[Person]) -> list[Row]:
    """The rows; without lines, where they were not fetched (see `PersonQuerySet.with_lines`)."""
    today, found = timezone.localdate(), []
    for person in people:
        lines: list[ReportingLine] = getattr(person, "lines_from", [])
        now = next((line for line in lines if line.since <= today), None)
        found.append(Row(person, now, next((line for line in lines if line.since > today), None)))
    return found
