"""Feedback as its page shows it: by quarter, with what can be done about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from feedback.models import Feedback
from ladders.chart import Chart
from ladders.models import Ladder
from ladders.translations import read_chart
from people.models import Person

MONTHS = 3


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year in words, and the feedback of its days, the latest first."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of feedback: from or to whom, about which skill."""

    feedback: Feedback
    name: str
    skill: str


def by_quarter(found: Iterable[Feedback], viewer: Person, charts: Iterable[Chart]) -> list[Quarter]:
    """Feedback in the order it comes in, quarter by quarter."""
    titles = {skill.pk: skill.title for chart in charts for skill in chart.skills}
    groups = groupby(found, key=lambda one: quarter_of(timezone.localdate(one.at)))
    return [Quarter(title_of(start), tuple(row(one, viewer, titles) for one in rows)) for start, rows in groups]


def row(one: Feedback, viewer: Person, titles: dict[int, str]) -> Row:
    other = one.giver if one.receiver_id == viewer.pk else one.receiver
    skill = titles.get(one.skill_id, "") if one.skill_id else ""
    return Row(one, other.name if other else _("Somebody who left"), skill)


def quarter_of(day: date) -> date:
    """The first day of the quarter that a day falls in."""
    return date(day.year, day.month - (day.month - 1) % MONTHS, 1)


def title_of(start: date) -> str:
    """ "October to December 2026" """
    end = date(start.year, start.month + MONTHS - 1, 1)
    return _("%(start)s to %(end)s") % {"start": date_format(start, "F"), "end": date_format(end, "F Y")}


def charts_for(viewer: Person) -> list[Chart]:
    """Every ladder in force that the viewer reads: whose skills feedback can be about."""
    return [read_chart(one.current_id) for one in Ladder.objects.visible_to(viewer).order_by("pk")]


def skill_title(charts: Iterable[Chart], pk: int | None) -> str:
    """What a skill is called; "" for none, and for one that no ladder has any more."""
    return next((skill.title for chart in charts for skill in chart.skills if skill.pk == pk), "")
