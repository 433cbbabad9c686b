"""Stages of a draft: the sheet of one, and a new one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from drafts.adding import add_stage
from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.forms.stages import StageEditForm, StageNewForm
from drafts.frame import frame, open_desk, open_piece, open_sheet
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.sheets import answer
from drafts.spots import spots
from drafts.stage_ways import around
from ladders.identity import stand_in
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def stage_edit(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """Everything about a stage but its column of the grid."""
    found, desk = open_sheet(request, draft)
    stage = open_piece(request, found, Kind.STAGE, piece)
    data = request.POST if request.method == "POST" else None
    form = StageEditForm(data, draft=found, piece=stage, desk=desk)
    context = frame(found, desk, request.user) | stage_context(desk, stage)
    context["as_person"] = public_id(found, stage)
    return answer(request, form, "drafts/stage_edit.html", context, request.path)


def public_id(draft: Draft, stage: Piece) -> str:
    """The public id by which a preview of the draft knows a stage: that of its ladder, or one that stands in."""
    published = draft.ladder.versions.published().filter(stage_rows__slug=stage.key).order_by("-number")
    return published.values_list("stage_rows__pid", flat=True).first() or stand_in(
        "stage", draft.ladder.slug, stage.key
    )


def stage_context(desk: Desk, stage: Piece) -> dict[str, Any]:
    """What stands around the sheet of a stage."""
    return {
        "piece": stage,
        "around": around(desk, stage),
        "spots": spots(desk, stage),
        "musts": must_haves(desk, stage),
        "beyond": [place for place in desk.rows(Kind.BEYOND) if stage.key in (place.body.get("from") or ())],
        "ways_in": [way for way in desk.rows(Kind.WAY_IN) if stage.key in (way.body.get("to") or ())],
        "steps": [step for step in desk.rows(Kind.STEP) if stage.key in (step.body["from"], step.body["to"])],
    }


def must_haves(desk: Desk, stage: Piece) -> list[str]:
    """The titles of the ladder's own skills that nobody may miss at a stage: marked there, or as core."""
    cells = {row.key: row.read(f"cells/{stage.key}") or {} for row in desk.rows(Kind.ROW)}
    texts = not desk.rows(Kind.LEVEL)
    found = []
    for skill in desk.rows(Kind.SKILL):
        cell = cells.get(skill.key, {})
        required = bool(cell.get("level")) and not cell.get("welcome")
        expected = required or (texts and stage.key in skill.body.get("at", {}))
        if cell.get("must") or (skill.body.get("core") and expected):
            found.append(skill.title)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def stage_new(request: SignedIn, draft: str) -> HttpResponse:
    """A new stage; `?after=` is the key of the one it follows, else it is the last."""
    here = draft_to_edit(request.user, draft)
    found, desk = open_desk(request.user, here.pid)
    data = request.POST if request.method == "POST" else None
    form = StageNewForm(data, draft=found, desk=desk, initial=first_shown(desk, request.GET.get("after", "")))
    if form.is_valid():
        return redirect(once(request, lambda: added(found, form, request.user)))
    context = frame(found, desk, request.user) | {"form": form}
    return render(request, "drafts/stage_new.html", context, status=422 if form.is_bound else 200)


def first_shown(desk: Desk, after: str) -> dict[str, Any]:
    """The stage it follows, and that one's line."""
    stages = {stage.key: stage for stage in desk.rows(Kind.STAGE)}
    before = stages.get(after) or next(reversed(stages.values()), None)
    return {"after": before.key, "track": before.body.get("track")} if before else {}


def added(draft: Draft, form: StageNewForm, by: Person) -> str:
    stage = add_stage(draft, **form.cleaned_data, by=by)
    return reverse("stage_edit", args=[draft.pid, stage.pid])
