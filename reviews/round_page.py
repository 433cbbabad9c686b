"""What the page of a round shows: its facts, who is in it, and who would be or is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.models import Person
from reviews.gathering import Gathered, gather, plan_of
from reviews.models import Round, RoundPlace
from reviews.progress import progress
from reviews.round_choices import WHY, version_name
from reviews.seating import Left


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Some people who are not in it, and the one reason."""

    reason: Left
    why: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """An assessor, and whom they would rate."""

    assessor: Person
    people: tuple[Person, ...]


def visible_round(viewer: Person, pid: str) -> Round:
    """A round that the viewer sees. Raises Http404."""
    rounds = Round.objects.visible_to(viewer).select_related("by", "head", "version", "opened_by", "closed_by")
    found = rounds.filter(pid=pid).first()
    if found is None:
        raise Http404
    return found


def steers(viewer: Person, round_: Round) -> bool:
    return Round.objects.visible_to(viewer).steered_by(viewer).filter(pk=round_.pk).exists()


def page_of(round_: Round, viewer: Person, team: str) -> dict[str, Any]:
    """Everything the page shows to a viewer; `team` is the team to open, where there are many people."""
    may, today = steers(viewer, round_), timezone.localdate()
    places = RoundPlace.objects.visible_to(viewer).filter(round=round_)
    context: dict[str, Any] = {
        "round": round_,
        "steers": may,
        "whom": whom(round_),
        "version": version_name(round_.version) if round_.version else "",
        "late": round_.is_running and today > round_.closes_on,
        "reminders": reminders(round_.remind_days),
    }
    if round_.opened_at:
        context["progress"] = progress(places, viewer, team, may, today)
    if may and not round_.is_over:
        found = gather(plan_of(round_), viewer, today)
        context |= preview(found)
    if may and round_.is_running:
        inside = set(places.values_list("appraisal__person", flat=True))
        context["left"] = left_out((person, why) for person, why in found.left if person.pk not in inside)
        context["joining"] = [found.people[one.person] for one in found.seats if one.person not in inside]
    return context


def joining(round_: Round, viewer: Person) -> list[Person]:
    """Those whom an open round is for, and who could join it today."""
    found = gather(plan_of(round_), viewer, timezone.localdate())
    inside = set(
        RoundPlace.objects.visible_to(viewer).filter(round=round_).values_list("appraisal__person", flat=True)
    )
    return [found.people[one.person] for one in found.seats if one.person not in inside]


def preview(found: Gathered) -> dict[str, Any]:
    """Who would be in it, by assessor, and who is left out, by reason."""
    return {"count": len(found.seats), "pairings": pairings(found), "left": left_out(found.left)}


def pairings(found: Gathered) -> list[Pairing]:
    """Assessors in order of name, each with those they would rate."""
    by_assessor: dict[int, list[Person]] = {}
    for one in found.seats:
        by_assessor.setdefault(one.assessor, []).append(found.people[one.person])
    pairs = [Pairing(found.people[pk], tuple(people)) for pk, people in by_assessor.items()]
    return sorted(pairs, key=lambda pair: (pair.assessor.name, pair.assessor.pk))


def left_out(left: Iterable[tuple[Person, Left]]) -> list[LeftOut]:
    """Those left out, reason by reason; first where something can be done."""
    by_reason: dict[Left, list[Person]] = {}
    for person, reason in left:
        by_reason.setdefault(reason, []).append(person)
    order = list(WHY)
    return [
        LeftOut(reason, str(WHY[reason]), tuple(by_reason[reason]))
        for reason in sorted(by_reason, key=order.index, reverse=True)
    ]


def whom(round_: Round) -> str:
    """Whom a round is for, in words."""
    if round_.own_reports:
        return _("Reports of %(name)s") % {"name": round_.by.name if round_.by else _("somebody who left")}
    if round_.group == Round.Group.LINE and round_.head:
        return _("Everybody below %(name)s") % {"name": round_.head.name}
    return str(Round.Group(round_.group).label)


def reminders(days: list[int]) -> str:
    """ "7 and 2 days before the end"."""
    if not days:
        return _("Nobody is reminded")
    listed = get_text_list([str(day) for day in days], _("and"))
    return ngettext("%(days)s day before the end", "%(days)s days before the end", days[-1]) % {"days": listed}
