"""The lines of one person, sorted for a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from people.models import Person, ReportingLine
from people.policy import Tie
from people.rights import rights


@dataclass(frozen=True, slots=True)
class Lines:
    """To whom somebody reports today, will report (soonest first), and reported (latest first)."""

    now: ReportingLine | None
    later: tuple[ReportingLine, ...]
    earlier: tuple[ReportingLine, ...]

    @property
    def latest_first(self) -> tuple[ReportingLine, ...]:
        return (*reversed(self.later), *([self.now] if self.now else []), *self.earlier)


def lines_of(person: Person) -> Lines:
    """The person's lines; one statement."""
    today = timezone.localdate()
    lines = list(person.lines.select_related("manager", "by").order_by("since", "pk"))
    begun = [line for line in lines if line.since <= today]
    return Lines(
        now=next((line for line in begun if line.until is None or line.until > today), None),
        later=tuple(line for line in lines if line.since > today),
        earlier=tuple(line for line in reversed(lines) if line.until is not None and line.until <= today),
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can do something about the person, and what; each part continues "They …"."""

    people: tuple[Person, ...]
    rights: list[str]


@dataclass(frozen=True, slots=True)
class OwnLine:
    """Whom one reports to, who reports to oneself (today, and from a day on), and who can do what about oneself."""

    lines: Lines
    below: tuple[ReportingLine, ...]
    soon: tuple[ReportingLine, ...]
    manager: Reader | None
    above: Reader | None
    team: Reader


def own_line(person: Person) -> OwnLine:
    today, lines = timezone.localdate(), lines_of(person)
    down = person.lines_down.from_then_on(today).filter(person__is_active=True).select_related("person")
    below = list(down.order_by("person__name", "since", "pk"))
    manager = lines.now.manager if lines.now and lines.now.manager.is_active else None
    above = tuple(Person.objects.managing(manager).active()) if manager else ()
    return OwnLine(
        lines=lines,
        below=tuple(line for line in below if line.since <= today),
        soon=tuple(line for line in below if line.since > today),
        manager=Reader((manager,), rights(Tie.MANAGER)) if manager else None,
        above=Reader(above, rights(Tie.SKIP)) if above else None,
        team=Reader((), rights(Tie.PEOPLE_TEAM)),
    )
