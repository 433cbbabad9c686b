"""What a viewer knows of a team: one read for each kind of thing, however many people there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from assessments.blind import veiled
from assessments.models import Assessment, Evidence, Standing
from ladders.chart import Chart
from ladders.models import Path
from ladders.standing import Basis, Held
from ladders.translations import read_chart
from people.models import Person
from people.policy import Ability, about
from teams.heatmap import Coaching, Findings, Heatmap, Known, coaching, findings, heatmap
from teams.models import CoachOffer

People = QuerySet[Person] | list[Person]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the team, and whether a review of them is open."""

    person: Person
    veiled: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works: the version of their ladder in force and the stage (slug). Where they want to go is not
    in it: that is theirs.
    """

    version: int | None
    stage: str


@dataclass(frozen=True, slots=True)
class Block:
    """The part of a team on one ladder. `days`: a person's key → skill slug → when the level was agreed."""

    chart: Chart
    map: Heatmap
    findings: Findings
    coaching: tuple[Coaching, ...]
    days: Mapping[str, Mapping[str, date]]


@dataclass(frozen=True, slots=True)
class Team:
    """The people, by name; a block for each ladder that they are on; those who have said no place yet."""

    people: tuple[Person, ...]
    blocks: tuple[Block, ...]
    without: tuple[Person, ...]

    @property
    def shown(self) -> list[Person]:
        """The people whose levels are in the map."""
        open_lines = {line.key for block in self.blocks for line in block.map.open}
        return [person for person in self.people if person.pid in open_lines]


def team_of(viewer: Person, manager: Person, *, coach: bool = False) -> Team:
    """The reports of `manager` as `viewer` may see them today; with `coach` also who could help whom.

    Five queries, and a sixth with `coach`. Nobody is in it about whom `viewer` may not read agreed levels.
    """
    today = timezone.localdate()
    open_to = about(viewer, Ability.READ_AGREED_LEVELS, "pk")
    reports = Person.objects.reporting_to(manager).active().filter(open_to)
    hidden = set(reports.filter(veiled("pk")).values_list("pk", flat=True))
    members = [Member(person, person.pk in hidden) for person in reports.order_by("name", "pk")]
    where = places(viewer, reports, today)
    held = levels(viewer, reports)
    offers = offered(viewer, reports) if coach else {}
    versions = sorted({place.version for place in where.values() if place.version})
    here = {version: [one for one in members if at(where, one.person) == version] for version in versions}
    return Team(
        people=tuple(one.person for one in members),
        blocks=tuple(block(read_chart(version), found, where, held, offers) for version, found in here.items()),
        without=tuple(one.person for one in members if at(where, one.person) is None),
    )


def at(where: Mapping[int, Place], person: Person) -> int | None:
    """The version of the ladder that somebody is on; None if on none."""
    return where[person.pk].version if person.pk in where else None


def block(
    chart: Chart,
    members: Sequence[Member],
    where: Mapping[int, Place],
    held: Mapping[int, Mapping[int, Held]],
    offers: Mapping[int, frozenset[int]],
) -> Block:
    """Some people on one ladder; `held` and `offers` by the ids of people and skills."""
    slugs = {skill.pk: skill.slug for skill in chart.skills}
    known = [
        Known(one.pid, one.name, where[one.pk].stage, named(held.get(one.pk, {}), slugs), member.veiled)
        for member in members
        if (one := member.person)
    ]
    found = heatmap(chart, known, timezone.localdate())
    glad = {
        one.person.pid: frozenset(slugs[skill] for skill in offers.get(one.person.pk, ()) if skill in slugs)
        for one in members
    }
    days = {one.key: {slug: level.as_of for slug, level in one.held.items()} for one in known}
    return Block(chart, found, findings(found), coaching(found, glad), days)


def named(held: Mapping[int, Held], slugs: Mapping[int, str]) -> dict[str, Held]:
    """Levels by the slugs of a ladder instead of by skill ids; skills of other ladders fall out."""
    return {slugs[skill]: level for skill, level in held.items() if skill in slugs}


def places(viewer: Person, people: People, today: date) -> dict[int, Place]:
    """Where each of `people` works, as far as `viewer` reads their agreed levels: those say nothing without it."""
    readable = Path.objects.filter(about(viewer, Ability.READ_AGREED_LEVELS), person__in=people)
    return {path.person_id: Place(path.version_id, path.stage) for path in readable.with_version(today)}


def levels(viewer: Person, people: People) -> dict[int, dict[int, Held]]:
    """What was agreed with each of `people`, as far as `viewer` reads it: person → skill → level and day (ids)."""
    rows = Standing.objects.visible_to(viewer).filter(person__in=people, basis=Basis.AGREED)
    found: dict[int, dict[int, Held]] = {}
    for person, skill, level, as_of in rows.values_list("person_id", "skill_id", "level", "as_of"):
        found.setdefault(person, {})[skill] = Held(level, as_of)
    return found


def offered(viewer: Person, people: People) -> dict[int, frozenset[int]]:
    """The skills that each of `people` is glad to help others with, as far as `viewer` reads it (ids)."""
    rows = CoachOffer.objects.visible_to(viewer).filter(person__in=people)
    found: dict[int, set[int]] = {}
    for person, skill in rows.values_list("person_id", "skill_id"):
        found.setdefault(person, set()).add(skill)
    return {person: frozenset(skills) for person, skills in found.items()}


def below(viewer: Person) -> QuerySet[Person]:
    """The reports of the viewer who have reports themselves, by name, with `team`: how many."""
    today = timezone.localdate()
    line = Q(lines_down__since__lte=today) & (Q(lines_down__until=None) | Q(lines_down__until__gt=today))
    there = line & Q(lines_down__person__is_active=True)
    counted = Person.objects.reporting_to(viewer).active().annotate(team=Count("lines_down", filter=there))
    return counted.filter(team__gt=0).order_by("name", "pk")


def aims_of(viewer: Person, person: Person) -> list[str]:
    """The stages (slugs) that results agreed with the viewer were made for, the latest first."""
    agreed = Assessment.objects.visible_to(viewer, Assessment.Kind.AGREED).about(person).latest_first()
    return [target for target in agreed.values_list("target", flat=True)[:1] if target]


def shared_with(viewer: Person, person: Person) -> list[Evidence]:
    """The evidence that a person shared with the viewer, the latest first; none if they do not manage them."""
    items = Evidence.objects.shared_with(viewer).about(person)
    return list(items.latest_first().prefetch_related("skills"))
