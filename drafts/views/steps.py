"""How the job changes between two stages: which steps are written, a new one, the sheet of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from drafts.adding import add_step
from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.forms.steps import StepEditForm, StepNewForm
from drafts.frame import frame, open_desk, open_piece, open_sheet
from drafts.models import Draft, Piece
from drafts.parts import PARTS
from drafts.pieces import Kind
from drafts.sheets import answer
from drafts.spots import spots
from drafts.stage_ways import edges
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@dataclass(frozen=True, slots=True)
class Way:
    """From one stage to another; `step` is None where nobody has written what changes."""

    start: Piece
    goal: Piece
    step: Piece | None


def steps_of(desk: Desk) -> tuple[list[Way], list[Way]]:
    """The ways of the ladder, written or not, and the steps between stages that no way joins."""
    written = {step.key: step for step in desk.rows(Kind.STEP)}
    stages = {stage.key: stage for stage in desk.rows(Kind.STAGE)}
    found = [Way(start, goal, written.pop(f"{start.key} {goal.key}", None)) for start, goal in edges(desk)]
    return found, [Way(stages[step.body["from"]], stages[step.body["to"]], step) for step in written.values()]


@require_safe
def step_list(request: SignedIn, draft: str) -> HttpResponse:
    """Every way between stages, with its step or with the way to write it."""
    found, desk = open_desk(request.user, draft)
    ways, others = steps_of(desk)
    context = frame(found, desk, request.user) | {
        "parts": PARTS.values(),
        "ways": ways,
        "others": others,
        "missing": sum(way.step is None for way in ways),
    }
    return render(request, "drafts/step_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def step_new(request: SignedIn, draft: str) -> HttpResponse:
    """A new step; `?from=` and `?to=` are the keys of its stages."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    data = request.POST if request.method == "POST" else None
    first = {"start_stage": request.GET.get("from", ""), "goal_stage": request.GET.get("to", "")}
    form = StepNewForm(data, draft=found, desk=desk, initial=first)
    if form.is_valid():
        return redirect(once(request, lambda: added(found, form, request.user)))
    context = frame(found, desk, request.user) | {"form": form}
    return render(request, "drafts/step_new.html", context, status=422 if form.is_bound else 200)


def added(draft: Draft, form: StepNewForm, by: Person) -> str:
    chosen = form.cleaned_data
    step = add_step(draft, chosen["start_stage"], chosen["goal_stage"], form.lists(), by=by)
    return reverse("step_edit", args=[draft.pid, step.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def step_edit(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """The words of a step."""
    found, desk = open_sheet(request, draft)
    step = open_piece(request, found, Kind.STEP, piece)
    data = request.POST if request.method == "POST" else None
    form = StepEditForm(data, draft=found, piece=step, desk=desk)
    context = frame(found, desk, request.user) | step_context(desk, step)
    return answer(request, form, "drafts/step_edit.html", context, request.path)


def step_context(desk: Desk, step: Piece) -> dict[str, Any]:
    """The two stages of a step, and the ways before and after it that are written or not."""
    stages = {stage.key: stage for stage in desk.rows(Kind.STAGE)}
    ways, _others = steps_of(desk)
    start, goal = step.body["from"], step.body["to"]
    return {
        "piece": step,
        "start": stages.get(start),
        "goal": stages.get(goal),
        "on_a_way": any((way.start.key, way.goal.key) == (start, goal) for way in ways),
        "before": [way for way in ways if way.goal.key == start],
        "after": [way for way in ways if way.start.key == goal],
        "spots": spots(desk, step),
    }
