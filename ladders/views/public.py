"""The public pages of a ladder: for candidates and search engines, without an account and without cookies."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ladders.ladder_page import columns, exits
from ladders.models import Ladder
from ladders.public_page import Public, description, drawn, open_public, page_language
from ladders.rule import rule, rules
from ladders.skill_page import holders, skill_levels, stage_texts
from ladders.stage_page import around, change_into, focus, wordings

# For five minutes whoever has read a page need not ask again, nor need anybody behind the same cache.
kept = cache_control(public=True, max_age=300)


def for_anybody(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives a view the public ladder that the address names, in the language that `?lang=` names: nothing else
    decides what the page says.
    """

    @login_not_required
    @require_safe
    @kept
    @wraps(view)
    def page(request: HttpRequest, slug: str, **parts: str) -> HttpResponse:
        public = open_public(slug, request.GET.get("lang", ""))
        with override(page_language(public.chart)):
            response = view(request, public, **parts)
        response.headers["Content-Language"] = public.chart.language
        return response

    return page


@for_anybody
def public_ladder(request: HttpRequest, public: Public) -> HttpResponse:
    """The career map, what each stage is about, and what it expects."""
    chart = public.chart
    context = {
        "public": public,
        "chart": chart,
        "description": description(chart.summary, _("A career ladder: its stages, and what each expects.")),
        "drawn": drawn(public),
        "columns": columns(chart, None),
        "rule": "" if rules(chart) else rule(chart.needs),
        "exits": exits(chart),
    }
    return render(request, "ladders/public_ladder.html", context)


@for_anybody
def public_stage(request: HttpRequest, public: Public, stage: str) -> HttpResponse:
    """What a stage does, how its success shows, and what it expects, in plain words."""
    chart, found = public.chart, public.chart.stage.get(stage)
    if found is None:
        raise Http404
    context = {
        "public": public,
        "chart": chart,
        "stage": found,
        "description": description(found.text, _("A stage of a career ladder, and what it expects.")),
        "change": change_into(chart, found, None),
        "around": around(chart, found),
        "titles": focus(chart, found),
        "groups": wordings(chart, found),
        "rule": rule(found.needs or chart.needs),
    }
    return render(request, "ladders/public_stage.html", context)


@for_anybody
def public_skill(request: HttpRequest, public: Public, skill: str) -> HttpResponse:
    """A skill at every level, and which stage expects which."""
    chart, found = public.chart, public.chart.skill.get(skill)
    if found is None:
        raise Http404
    context = {
        "public": public,
        "chart": chart,
        "skill": found,
        "description": description(found.text, _("A skill of a career ladder, level by level.")),
        "levels": skill_levels(chart, found),
        "texts": stage_texts(chart, found),
        "holders": holders(chart, found),
    }
    return render(request, "ladders/public_skill.html", context)


@login_not_required
@require_safe
@kept
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the public pages, if there are any, and nothing else."""
    found = Ladder.objects.for_everybody().exists()
    allowed = "Allow: /public/\nAllow: /static/\n" if found else ""
    return HttpResponse(f"User-agent: *\n{allowed}Disallow: /\n", content_type="text/plain")
