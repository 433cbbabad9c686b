"""Reading a ladder: the career map, a stage, a skill."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ladders.models import Ladder
from ladders.published import chart_of
from ladders.reading import open_chart, open_skill, open_stage, place_of
from ladders.stage_page import arrivals, wordings
from ladders.views.places import map_of
from people.requests import SignedIn


@require_safe
def ladder_home(request: SignedIn) -> HttpResponse:
    """The ladder one is on, or the choice among several."""
    ladders = list(Ladder.objects.visible_to(request.user).order_by("slug"))
    place = place_of(request.user)
    if place:
        return redirect("ladder_show", place.chart.ladder)
    if len(ladders) == 1:
        return redirect("ladder_show", ladders[0].pid)
    charts = [chart_of(ladder.current_id) for ladder in ladders]
    return render(request, "ladders/ladder_home.html", {"charts": charts})


@require_safe
def ladder_show(request: SignedIn, ladder: str) -> HttpResponse:
    """The career map, the fork, and what each stage expects."""
    chart, place = open_chart(request.user, ladder), place_of(request.user)
    mine = place if place and place.chart is chart else None
    context = {
        "chart": chart,
        "place": mine,
        "map": map_of(request.user, chart, mine),
        "forks": [stage for stage in chart.stages if len(stage.next) > 1],
    }
    return render(request, "ladders/ladder_show.html", context)


@require_safe
def stage_show(request: SignedIn, ladder: str, stage: str) -> HttpResponse:
    """What a stage does, how its success shows, and what it expects, in plain words."""
    chart = open_chart(request.user, ladder)
    found = open_stage(chart, stage)
    place = place_of(request.user)
    context = {
        "chart": chart,
        "stage": found,
        "place": place if place and place.chart is chart else None,
        "groups": wordings(chart, found),
        "before": arrivals(chart, found),
    }
    return render(request, "ladders/stage_show.html", context)


@require_safe
def skill_show(request: SignedIn, ladder: str, skill: str) -> HttpResponse:
    """A skill at every level, and which stage expects which."""
    chart = open_chart(request.user, ladder)
    found = open_skill(chart, skill)
    expected = [(stage, chart.expects.get(stage.slug, {}).get(found.slug)) for stage in chart.stages]
    context = {"chart": chart, "skill": found, "expected": expected, "place": place_of(request.user)}
    return render(request, "ladders/skill_show.html", context)
