"""The page about one report, the same page for the person, and what the two noted."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ladders.reading import place_of
from people.models import Person, Reading
from people.requests import SignedIn
from teams.notes import notes_before, notes_of
from teams.pairs import report_of
from teams.report_page import report_context


@require_safe
def report_show(request: SignedIn, person: str) -> HttpResponse:
    """All that a manager sees of a report; `?to=` a stage to compare with."""
    found = report_of(request.user, person)
    context = report_context(request.user, found, request.GET.get("to", ""))
    Reading.note(request.user, [found], "report_show")
    return render(request, "teams/report_show.html", {**context, "acts": True})


@require_safe
def as_manager(request: SignedIn) -> HttpResponse:
    """What one's manager sees on the page about oneself, and nothing else. Nobody is told about it."""
    manager = Person.objects.managing(request.user).first()
    found = report_context(manager, request.user, request.GET.get("to", "")) if manager else {}
    return render(request, "teams/as_manager.html", {**found, "acts": False})


@require_safe
def my_team_notes(request: SignedIn) -> HttpResponse:
    """What one and one's manager noted, and below it what was noted with managers before."""
    manager = Person.objects.managing(request.user).first()
    place = place_of(request.user)
    context = {
        "person": request.user,
        "manager": manager,
        "notes": notes_of(request.user, request.user, manager, place.chart if place else None) if manager else None,
        "before": notes_before(request.user, manager),
        "acts": True,
    }
    return render(request, "teams/my_team_notes.html", context)
