"""The words of the skills: all of a category in a grid, and each text on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from drafts.base import base_bodies
from drafts.desk import Desk, Group
from drafts.forms.texts import TextForm
from drafts.frame import frame, open_desk, open_piece, open_sheet
from drafts.hints import hints_of
from drafts.models import Draft, Piece, Remark
from drafts.pieces import Kind
from drafts.places import Place, around, expected_by, grid_url, group_of, levels_of, places_of, stages_of
from drafts.shared import shared_rows
from drafts.sheets import answer
from drafts.text_cells import Marks, TextCells
from people.models import Person
from people.requests import SignedIn

ALL = "all"


@require_safe
def texts_show(request: SignedIn, draft: str) -> HttpResponse:
    """The skills of one category (`?group=`, its number in the tree), or of all: levels or stages across."""
    found, desk = open_desk(request.user, draft)
    groups = desk.skills()
    shown = chosen(groups, request.GET.get("group", ""))
    context = frame(found, desk, request.user)
    marks = Marks(hints_of(desk), base_bodies(found.base_id), open_remarks(found, request.user))
    cells = TextCells(found, places_of(desk), marks, context["language"])
    context |= {
        "groups": list(enumerate(groups, 1)),
        "at_group": shown[0] if len(shown) == 1 else None,
        "shown": [(number, groups[number - 1], cells.group(groups[number - 1])) for number in shown],
        "places": cells.places,
        "shared": len(shared_rows(desk)),
    }
    return render(request, "drafts/texts_show.html", context)


def chosen(groups: Sequence[Group], asked: str) -> list[int]:
    """The numbers of the categories to show: the one asked for, all, or the first that has skills."""
    numbers = range(1, len(groups) + 1)
    if asked == ALL:
        return list(numbers)
    if asked.isdecimal() and len(asked) < len("1000000") and int(asked) in numbers:
        return [int(asked)]
    return [number for number in numbers if groups[number - 1].pieces][:1] or list(numbers)[:1]


def open_remarks(draft: Draft, viewer: Person) -> dict[str, int]:
    """How many remarks are open about each skill, by its id."""
    open_ones = Remark.objects.visible_to(viewer).open().filter(ladder=draft.ladder_id, kind=Kind.SKILL)
    return dict(open_ones.values_list("key").annotate(Count("pk")))


@require_http_methods(["GET", "HEAD", "POST"])
def text_edit(request: SignedIn, draft: str, piece: str, level: int) -> HttpResponse:
    """What somebody at a level of a skill does."""
    found, desk = open_sheet(request, draft)
    place = next((place for place in levels_of(desk) if place.key == str(level)), None)
    return text_page(request, found, desk, piece, place, "drafts/text_edit.html")


@require_http_methods(["GET", "HEAD", "POST"])
def stage_text_edit(request: SignedIn, draft: str, piece: str, stage: str) -> HttpResponse:
    """What somebody at a stage does in a skill."""
    found, desk = open_sheet(request, draft)
    place = next((place for place in stages_of(desk) if place.pid == stage), None)
    return text_page(request, found, desk, piece, place, "drafts/stage_text_edit.html")


def text_page(
    request: SignedIn, draft: Draft, desk: Desk, piece: str, place: Place | None, template: str
) -> HttpResponse:
    """The sheet of a skill's text at a place. Raises Http404, Stale."""
    skill = open_piece(request, draft, Kind.SKILL, piece)
    if place is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = TextForm(data, draft=draft, piece=skill, desk=desk, place=place)
    context = frame(draft, desk, request.user) | text_context(draft, desk, skill, place)
    return answer(request, form, template, context, place.url(draft, skill))


def text_context(draft: Draft, desk: Desk, skill: Piece, place: Place) -> dict[str, Any]:
    """What stands around a text: its neighbours, who expects it, and the hints about it."""
    places = stages_of(desk) if place.pid else levels_of(desk)
    before, after = around(desk, places, place)
    return {
        "piece": skill,
        "place": place,
        "up": grid_url(draft, desk, skill),
        "at_group": group_of(desk, skill),
        "before": [(one, one.url(draft, skill), skill.read(one.path)) for one in before],
        "after": [(one, one.url(draft, skill), skill.read(one.path)) for one in after],
        "expected_by": expected_by(desk, skill, place),
        "hints": hints_of(desk).get((skill.pid, place.path), []),
    }
