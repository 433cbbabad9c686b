"""Counting people by where they are, whatever they may be called: one query each, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment, Standing
from drafts.impact_rules import Band
from ladders.models import Ladder, Path
from ladders.standing import Basis
from packets.models import Packet
from people.small_groups import LEAST

MOST_BANDS = 400  # a question with more of them is none that a database answers quickly
At = tuple[str, str]  # the stage where people are and the one they aim for (ids; "" for no aim)
Levels = Mapping[tuple[int, int], int]  # a skill (primary key) and a level on it → how many people hold it


def places_on(ladder: Ladder) -> QuerySet[Path]:
    """Where the people on a ladder are; those who left are on none."""
    return Path.objects.filter(ladder=ladder, person__is_active=True)


def people_at(places: QuerySet[Path]) -> dict[At, int]:
    """How many people are at which stage with which aim."""
    rows = places.order_by().values_list("stage", "aim").annotate(Count("pk"))
    return {(stage, aim): people for stage, aim, people in rows}


def affected(places: QuerySet[Path], bands: Mapping[str, Iterable[Band]]) -> Mapping[At, Levels] | None:
    """The levels in the bands (by aim) that at least `LEAST` people of a stage and an aim hold, by stage and aim.

    A level counts as it does for the person: what was agreed, else their own. None: too many bands to ask for.
    """
    asked = [within(aim, band) for aim, found in bands.items() for band in found]
    if not asked or len(asked) > MOST_BANDS:
        return None if asked else {}
    agreed = Standing.objects.filter(person=OuterRef("person"), skill=OuterRef("skill"), basis=Basis.AGREED)
    counted = Q(basis=Basis.AGREED) | (Q(basis=Basis.SELF) & ~Q(Exists(agreed)))
    rows = Standing.objects.filter(counted, reduce(or_, asked), person__in=places.values("person"))
    at = rows.order_by().values_list("person__path__stage", "person__path__aim", "skill", "level")
    found: defaultdict[At, dict[tuple[int, int], int]] = defaultdict(dict)
    for stage, aim, skill, level, people in at.annotate(people=Count("pk")).filter(people__gte=LEAST):
        found[stage, aim][skill, level] = people
    return found


def within(aim: str, band: Band) -> Q:
    end = {} if band.high is None else {"level__lt": band.high}
    return Q(person__path__aim=aim, skill=band.skill, level__gte=band.low, **end)


def open_check_ins(ladder: Ladder) -> int:
    """How many people have one."""
    opened = Assessment.objects.drafts().filter(ladder=ladder, person__is_active=True)
    return opened.values("person").distinct().count()


def open_packets(ladder: Ladder) -> int:
    """How many people have one."""
    opened = Packet.objects.open().filter(ladder=ladder, person__is_active=True)
    return opened.values("person").distinct().count()


# Everything that people begin and end under one version: what it is called, and how many people have one open.
BEGUN: tuple[tuple[str | Promise, Callable[[Ladder], int]], ...] = (
    (_("Open check-ins"), open_check_ins),
    (_("Open promotion packets"), open_packets),
)
