"""Saying where you are on a ladder and where you want to go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ladders.chart import Chart, Stage
from ladders.forms import PlaceEditForm
from ladders.models import Ladder, Path, Placement
from ladders.pictures.career_map import MapRow, Marks, career_map, map_key, map_rows
from ladders.reading import Place, open_chart, place_of
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once


@dataclass(frozen=True, slots=True)
class Map:
    """The career map as a picture, what its lines mean, and the same map as rows and as the body of a table."""

    picture: SafeString
    key: SafeString
    rows: tuple[MapRow, ...]
    table: SafeString


def stage_link(chart: Chart) -> Callable[[Stage], str]:
    """The url of a stage of this ladder."""
    return lambda stage: reverse("stage_show", args=[chart.ladder, stage.pid])


def map_of(person: Person, chart: Chart, place: Place | None) -> Map:
    """The map of a ladder with the person's own marks on it; one query for the way they came."""
    here, aim, notes = "", "", {}
    if place and place.path.ladder_id and place.chart.version == chart.version:
        here, aim = place.stage.slug if place.stage else "", place.aim.slug if place.aim else ""
        notes = notes_of(person, place)
    return drawn(Sketch(chart.key, here, aim, tuple(notes.items()), get_language(), chart))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a map depends on: the words of the ladder (`Chart.key`), marks, and the language of the page."""

    key: str
    here: str
    aim: str
    notes: tuple[tuple[str, str], ...]
    language: str | None
    chart: Chart = field(compare=False)


@lru_cache(maxsize=256)
def drawn(sketch: Sketch) -> Map:
    """The map, drawn once for everybody who has the same marks on it."""
    chart, marks = sketch.chart, Marks(sketch.here, sketch.aim, dict(sketch.notes))
    rows = map_rows(chart, marks)
    link = stage_link(chart)
    table = mark_safe("".join(map_row(chart, row, link(row.stage)) for row in rows))
    return Map(career_map(chart, marks, link), map_key(chart), rows, table)


def map_row(chart: Chart, row: MapRow, href: str) -> str:
    """One stage as a row of the table, a link to `href`; its words are in the language of the ladder."""
    words, url = f'lang="{escape(chart.language)}" dir="auto"', escape(href)
    marks = [_("you are here")] * row.here + [_("your aim")] * row.aim
    head = f'<a href="{url}">{escape(row.stage.title)}</a>' + "".join(
        f' <span class="soft">({escape(mark)})</span>' for mark in marks
    )
    titles = [[one.title for one in places] for places in (row.leads_on, row.beyond)]
    listed = [", ".join(f"<bdi>{escape(title)}</bdi>" for title in found) or "–" for found in titles]
    cells = "".join(
        f"<td {words}>{cell}</td>" for cell in (escape(row.line) or "–", escape(row.phase) or "–", *listed)
    )
    return f'<tr><th scope="row" {words}>{head}</th>{cells}</tr>'


def notes_of(person: Person, place: Place) -> dict[str, str]:
    """What stands under the stations of the travelled line: the year, and "since March 2023" for the present one."""
    notes = {}
    for stage, since in Placement.of(person, place.path.ladder_id):
        here = place.stage is not None and stage == place.stage.slug
        notes[stage] = _("since %(month)s") % {"month": date_format(since, "F Y")} if here else str(since.year)
    return notes


@require_http_methods(["GET", "HEAD", "POST"])
def place_edit(request: SignedIn, ladder: str) -> HttpResponse:
    """The stage you work at, since when, and the stage you aim for. `?stage=` and `?aim=` choose beforehand."""
    chart, place = open_chart(request.user, ladder), place_of(request.user)
    if not Ladder.objects.visible_to(request.user).open_to(request.user).filter(pid=ladder).exists():
        raise PermissionDenied  # a retired ladder takes nobody new
    wish = {name: pid for name in ("stage", "aim") if (pid := request.GET.get(name)) in chart.stage_by_pid}
    form = PlaceEditForm(request.POST if request.method == "POST" else None, chart=chart, place=place, initial=wish)
    if form.is_bound and form.is_valid():
        url = once(request, lambda: settle(request.user, chart, form.cleaned_data))
        messages.success(request, _("Your place is saved."))
        return redirect(url)
    context = {"form": form, "chart": chart, "place": place, "map": map_of(request.user, chart, place)}
    return render(request, "ladders/place_edit.html", context, status=422 if form.is_bound else 200)


def settle(person: Person, chart: Chart, said: dict[str, Any]) -> str:
    """Puts the person at the stage. Without a day it keeps the one on record for that stage, or else it is today."""
    ladder, stage = Ladder.objects.visible_to(person).get(pid=chart.ladder), said["stage"].slug
    Path.settle(
        person,
        ladder=ladder,
        stage=stage,
        aim=said["aim"].slug if said["aim"] else "",
        since=said["since"] or dict(Placement.of(person, ladder.pk)).get(stage) or timezone.localdate(),
        seen=said["seen"] or None,
    )
    return reverse("home")
