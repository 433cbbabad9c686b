"""The step between two stages: what rises, what is new, what you stop doing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ladders.forms import StepChooseForm
from ladders.reading import open_chart, open_stage
from ladders.step import step
from ladders.step_page import step_groups, steps_drawn
from people.requests import SignedIn


@require_safe
def step_choose(request: SignedIn, ladder: str) -> HttpResponse:
    """Two stages, neighbours or not."""
    chart = open_chart(request.user, ladder)
    form = StepChooseForm(request.GET or None, chart=chart)
    if form.is_bound and form.is_valid():
        return redirect("step_show", ladder, form.cleaned_data["start"].pid, form.cleaned_data["goal"].pid)
    context = {"chart": chart, "form": form, "steps": steps_drawn(chart)}
    return render(request, "ladders/step_choose.html", context, status=422 if form.is_bound else 200)


@require_safe
def step_show(request: SignedIn, ladder: str, start: str, goal: str) -> HttpResponse:
    """How the job changes, then every expectation row by row."""
    chart = open_chart(request.user, ladder)
    first, second = open_stage(chart, start), open_stage(chart, goal)
    if first is second:
        return redirect("stage_show", ladder, second.pid)
    found = step(chart, first.slug, second.slug)
    context = {
        "chart": chart,
        "step": found,
        "groups": step_groups(chart, found),
        "form": StepChooseForm(initial={"start": start, "goal": goal}, chart=chart),
    }
    return render(request, "ladders/step_show.html", context)
