"""A session begins: who is in it, which ratings it takes, and what is told of them, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

from django.db import IntegrityError, transaction
from django.urls import reverse

from assessments.models import Assessment
from calibration.gathering import Source, gather
from calibration.models import Chair, Entry, Session
from calibration.scale import places
from calibration.spread import MANAGERS, Spread, spread, tendency
from ladders.published import chart_of
from people.models import Person
from people.notices import tell
from people.small_groups import LEAST


class TooFew(Exception):
    """Fewer than three managers, or fewer than five reviews: nothing could be told without telling about somebody."""


class Taken(Exception):
    """Somebody else took one of these reviews into a session meanwhile."""


def open_session(source: Source, *, title: str, by: Person, managers: Collection[str]) -> Session:
    """Opens it for the chosen managers (public ids) and tells each of them. Raises TooFew or Taken."""
    groups = [group for group in gather(by, source) if group.manager.pid in managers]
    if not enough(groups_count=len(groups), reviews=sum(group.count for group in groups)):
        raise TooFew
    try:
        with transaction.atomic():
            made = Session.objects.create(
                title=title, facilitator=by, version=source.version, round=source.round, since=source.since
            )
            taken = [rating for group in groups for rating in group.ratings]
            Entry.objects.bulk_create(Entry(session=made, assessment_id=rating) for rating in taken)
            freeze(made, [group.manager for group in groups])
            url = reverse("session_show", args=[made.pid])
            tell([group.manager for group in groups], "session_opened", by=by, detail=title, url=url)
    except IntegrityError as conflict:
        raise Taken from conflict
    return made


def enough(*, groups_count: int, reviews: int) -> bool:
    return groups_count >= MANAGERS and reviews >= LEAST


def freeze(session: Session, managers: Iterable[Person]) -> None:
    """Computes what is told, once: later changes, hand-overs and people who leave move none of it."""
    steps = places(chart_of(session.version_id))
    place = {level: number for number, level in enumerate(steps)}
    ratings = Assessment.objects.filter(entry__session=session).values_list("assessor", "person", "levels")
    by_skill: defaultdict[str, defaultdict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for manager, person, levels in ratings:
        for skill, level in (levels or {}).items():
            if level in place:
                by_skill[skill][manager].append((person, place[level]))
    told = {
        skill: spread({manager: [at for _person, at in rows] for manager, rows in given.items()}, len(steps))
        for skill, given in by_skill.items()
    }
    session.told = {skill: found.as_json() for skill, found in told.items()}
    session.save(update_fields=["told"])
    Chair.objects.bulk_create(
        Chair(session=session, manager=manager, steps=steps_of(manager.pk, by_skill, told, steps))
        for manager in managers
    )


def steps_of(
    manager: int,
    by_skill: dict[str, defaultdict[int, list[tuple[int, int]]]],
    told: dict[str, Spread],
    steps: Sequence[int],
) -> int | None:
    """How one manager (primary key) rates beside the others."""
    own: list[tuple[int, int, Fraction]] = []
    for skill, found in told.items():
        centre = found.centre
        if centre is not None:
            own += [(person, at, centre) for person, at in by_skill[skill].get(manager, ())]
    return tendency(own, len(steps))
