"""Ways into a ladder from other jobs, the ways at a fork, and ways beyond."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ladders.fork_page import fork_rows, picture, standing
from ladders.reading import open_chart, open_fork, open_way, place_on
from ladders.way_page import (
    besides,
    beyond_picture,
    beyond_rows,
    carried,
    entries,
    new,
    way_rows,
    ways_in_picture,
)
from people.requests import SignedIn


@require_safe
def way_list(request: SignedIn, ladder: str) -> HttpResponse:
    """The jobs people come from, and the stages they usually enter at."""
    chart = open_chart(request.user, ladder)
    context = {"chart": chart, "rows": way_rows(chart), "picture": ways_in_picture(chart)}
    return render(request, "ladders/way_list.html", context)


@require_safe
def way_show(request: SignedIn, ladder: str, way: str) -> HttpResponse:
    """What carries over from a job, and what is usually new. `?at=` compares with another stage of entry."""
    chart = open_chart(request.user, ladder)
    found = open_way(chart, way)
    to = entries(chart, found)
    at = next((stage for stage in to if stage.pid == request.GET.get("at")), to[0] if to else None)
    context = {
        "chart": chart,
        "way": found,
        "entries": to,
        "at": at,
        "carried": carried(chart, found, at),
        "new": new(chart, found, at),
        "besides": besides(chart, found, at),
    }
    return render(request, "ladders/way_show.html", context)


@require_safe
def beyond_show(request: SignedIn, ladder: str) -> HttpResponse:
    """The places to go after the ladder: who leaves for them, what carries over, how to try them."""
    chart = open_chart(request.user, ladder)
    context = {"chart": chart, "rows": beyond_rows(chart), "picture": beyond_picture(chart)}
    return render(request, "ladders/beyond_show.html", context)


@require_safe
def fork_show(request: SignedIn, ladder: str, stage: str) -> HttpResponse:
    """The branches after a stage, row by row, with low-risk ways to try each."""
    chart = open_chart(request.user, ladder)
    fork = open_fork(chart, stage)
    context = {
        "chart": chart,
        "fork": fork,
        "place": place_on(chart, request.user),
        "picture": picture(chart, fork),
        "standing": standing(chart, fork),
        "tries": any(branch.stage.tries for branch in fork.branches),
        "rows": fork_rows(chart, fork),
    }
    return render(request, "ladders/fork_show.html", context)
