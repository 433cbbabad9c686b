"""The versions of a ladder: all of them, what one of them changed, and the ladder as it was in it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ladders.models import Noticed
from ladders.news import notice
from ladders.reading import place_on
from ladders.releases import earlier, in_force, open_release, open_releases
from ladders.translations import read_chart
from ladders.version_page import notes, skills_read, stages_read, table_read
from people.requests import SignedIn
from safeguards.once import once


@require_safe
def version_list(request: SignedIn, ladder: str) -> HttpResponse:
    """All published versions: from when each applies, and who put it into force."""
    found = open_releases(request.user, ladder)
    context = {"chart": read_chart(in_force(found).pk), "releases": found}
    return render(request, "ladders/version_list.html", context)


@require_safe
def version_show(request: SignedIn, ladder: str, version: str) -> HttpResponse:
    """The release notes of a version: what it changes since the one before, or since another one (`?since=`)."""
    found = open_releases(request.user, ladder)
    release = open_release(found, version)
    before = earlier(found, release)
    base = open_release(before, request.GET["since"]) if "since" in request.GET else next(iter(before), None)
    chart = read_chart(in_force(found).pk)
    place = place_on(chart, request.user)
    if place and request.method == "GET":
        notice(request.user, place, release)
    context = {
        "chart": chart,
        "release": release,
        "notes": notes(release, base, place) if base else None,
        "base": base,
        "before": before,
    }
    return render(request, "ladders/version_show.html", context)


@require_safe
def version_read(request: SignedIn, ladder: str, version: str) -> HttpResponse:
    """The ladder as it was in a version, for good: what was assessed against it can be read against it."""
    release = open_release(open_releases(request.user, ladder), version)
    chart = read_chart(release.version.pk)
    context = {
        "chart": chart,
        "release": release,
        "expected": table_read(chart),
        "stages": stages_read(chart),
        "skills": skills_read(chart),
    }
    return render(request, "ladders/version_read.html", context)


@require_POST
def version_notice(request: SignedIn, ladder: str, version: str) -> HttpResponse:
    """Puts the news of a version aside."""
    release = open_release(open_releases(request.user, ladder), version)

    def put_aside() -> str:
        Noticed.note(request.user, release.version)
        return reverse("home")

    return redirect(once(request, put_aside))
