"""Reading a ladder: the career map, a stage, a skill."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ladders.fork import forks
from ladders.ladder_page import columns, exits, expected_table
from ladders.models import Ladder, Version
from ladders.reading import open_chart, open_skill, open_stage, place_of, place_on
from ladders.rule import rule, rules
from ladders.skill_page import holders, neighbours, skill_levels, stage_texts
from ladders.stage_page import around, change_into, focus, tally, wordings
from ladders.translations import choices
from ladders.views.places import map_of
from people.models import Person
from people.requests import SignedIn


def current_versions(viewer: Person) -> QuerySet[Version]:
    """The versions in force of the ladders on which `viewer` can have a place, with the number of their `stages`."""
    current = [ladder.current_id for ladder in Ladder.objects.visible_to(viewer).open_to(viewer)]
    found = Version.objects.visible_to(viewer).filter(pk__in=current).select_related("ladder")
    return found.annotate(stages=Count("stage_rows")).order_by("title", "pk")


@require_safe
def ladder_home(request: SignedIn) -> HttpResponse:
    """The ladder one is on; the choice among several, also with `?all`; or how an operator loads the first."""
    place = None if "all" in request.GET else place_of(request.user)
    if place:
        return redirect("ladder_show", place.chart.ladder)
    versions = list(current_versions(request.user))
    if len(versions) == 1:
        return redirect("ladder_show", versions[0].ladder.pid)
    return render(request, "ladders/ladder_home.html", {"versions": versions})


@require_safe
def ladder_show(request: SignedIn, ladder: str) -> HttpResponse:
    """The career map, the fork, and what each stage expects."""
    chart = open_chart(request.user, ladder)
    place = place_on(chart, request.user)
    context = {
        "chart": chart,
        "place": place,
        "map": map_of(request.user, chart, place),
        "forks": forks(chart),
        "columns": columns(chart, place),
        "expected": expected_table(chart),
        "rule": rule(chart.needs),
        "rules": rules(chart),
        "exits": exits(chart),
        "languages": choices(chart),
        **among(request.user, ladder),
    }
    return render(request, "ladders/ladder_show.html", context)


def among(viewer: Person, ladder: str) -> dict[str, bool]:
    """Whether everybody may read a ladder (public id), whether it has several versions (announced ones, too), and
    whether there are other ladders; one query for all.
    """
    public = Exists(Ladder.objects.for_everybody().filter(pk=OuterRef("pk")))
    several = Exists(Version.objects.visible_to(viewer).filter(ladder=OuterRef("pk"), library=False)[1:2])
    found = {pid: here for pid, *here in Ladder.objects.visible_to(viewer).values_list("pid", public, several)}
    is_public, has_several = found.get(ladder, (False, False))
    return {"public": is_public, "several": has_several, "others": len(found) > 1}


@require_safe
def stage_show(request: SignedIn, ladder: str, stage: str) -> HttpResponse:
    """What a stage does, how its success shows, and what it expects, in plain words."""
    chart = open_chart(request.user, ladder)
    found, place = open_stage(chart, stage), place_on(chart, request.user)
    context = {
        "chart": chart,
        "stage": found,
        "place": place,
        "change": change_into(chart, found, place.stage if place else None),
        "around": around(chart, found),
        "titles": focus(chart, found),
        "groups": wordings(chart, found),
        "rule": rule(found.needs or chart.needs),
        "tally": tally(chart, found),
    }
    return render(request, "ladders/stage_show.html", context)


@require_safe
def skill_show(request: SignedIn, ladder: str, skill: str) -> HttpResponse:
    """A skill at every level, and which stage expects which."""
    chart = open_chart(request.user, ladder)
    found = open_skill(chart, skill)
    before, after = neighbours(chart, found)
    context = {
        "chart": chart,
        "skill": found,
        "levels": skill_levels(chart, found),
        "texts": stage_texts(chart, found),
        "holders": holders(chart, found),
        "place": place_on(chart, request.user),
        "before": before,
        "after": after,
    }
    return render(request, "ladders/skill_show.html", context)
