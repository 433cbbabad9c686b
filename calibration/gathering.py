"""Which ratings somebody may take into a session: they are counted by manager, and none of them is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from assessments.blind import veiled
from assessments.models import Assessment
from ladders.models import Version
from people.models import Person
from people.models.person import PersonQuerySet
from people.policy import keeps_people
from reviews.models import Round


@dataclass(frozen=True, slots=True)
class Source:
    """Which reviews: on a version of a ladder, of a round, or else all that were revealed since a day."""

    version: Version
    round: Round | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """A manager, and the frozen ratings of their people that can be taken: primary keys of assessments."""

    manager: Person
    ratings: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.ratings)


def may_open(viewer: Person) -> bool:
    """Whether somebody may open sessions at all: the people team, and managers of managers."""
    if not viewer.is_active:
        return False
    return keeps_people(viewer) or managers_under(viewer).exists()


def managers_under(viewer: Person) -> PersonQuerySet:
    """Those who report to `viewer` and manage somebody themselves."""
    below = Person.objects.reporting_to(viewer)
    return below.filter(lines_down__until=None, lines_down__isnull=False).distinct()


def gather(viewer: Person, source: Source) -> list[Group]:
    """The managers whose ratings can be taken, by name; of each person the latest review.

    Left out are reviews that are in a session already, those of whoever opens this one, as the person or as the
    assessor, and those of people of whom another review is open: what is earlier is hidden then.
    """
    rows = Assessment.objects.submitted().filter(
        kind=Assessment.Kind.MANAGER,
        version=source.version,
        appraisal__revealed_at__isnull=False,
        appraisal__ended_at=None,
        assessor=F("appraisal__assessor"),
        assessor__is_active=True,
        person__is_active=True,
        entry=None,
    )
    rows = rows.exclude(Q(person=viewer) | Q(assessor=viewer)).exclude(veiled())
    if source.round:
        rows = rows.filter(appraisal__round_place__round=source.round)
    elif source.since:
        rows = rows.filter(appraisal__revealed_at__date__gte=source.since)
    if not keeps_people(viewer):
        rows = rows.filter(assessor__in=managers_under(viewer))
    latest: dict[int, tuple[int, int]] = {}
    for person, manager, rating in rows.order_by("appraisal__revealed_at", "pk").values_list(
        "person", "assessor", "pk"
    ):
        latest[person] = (manager, rating)
    by_manager: dict[int, list[int]] = {}
    for manager, rating in latest.values():
        by_manager.setdefault(manager, []).append(rating)
    managers = Person.objects.active().filter(pk__in=by_manager).order_by("name", "pk")
    return [Group(manager, tuple(sorted(by_manager[manager.pk]))) for manager in managers]
