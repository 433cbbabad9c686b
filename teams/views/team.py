"""The manager's page: people by skills, talks and promises, and the teams below."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.models import Reading
from people.requests import SignedIn
from teams.notes import kept_with, promised_by
from teams.pairs import report_of
from teams.sheet import CSV, sheet
from teams.team import below, team_of
from teams.team_page import blocks_of


@require_safe
def team_show(request: SignedIn) -> HttpResponse:
    """One's reports; as a matrix, or with `?as=list` as a list."""
    team = team_of(request.user, request.user, coach=True)
    Reading.note(request.user, team.shown, "team_show")
    as_list = request.GET.get("as") == "list"
    context = {
        "team": team,
        "as_list": as_list,
        "blocks": blocks_of(team, as_list=as_list, links=True),
        "kept": kept_with(request.user, team.people),
        "promises": promised_by(request.user),
        "below": below(request.user),
    }
    return render(request, "teams/team_show.html", context)


@require_safe
def team_part(request: SignedIn, person: str) -> HttpResponse:
    """The team of one of one's reports: agreed levels and nothing that was written."""
    manager = report_of(request.user, person)
    team = team_of(request.user, manager)
    Reading.note(request.user, team.shown, "team_part")
    as_list = request.GET.get("as") == "list"
    blocks = blocks_of(team, as_list=as_list, links=False)
    context = {"manager": manager, "team": team, "as_list": as_list, "blocks": blocks}
    name = "teams/_team_part.html" if request.htmx else "teams/team_part.html"
    return render(request, name, context)


@require_safe
def team_csv(request: SignedIn) -> HttpResponse:
    """The same map as a table for a spreadsheet: a row for each person and skill."""
    team = team_of(request.user, request.user)
    Reading.note(request.user, team.shown, "team_csv")
    name = f"team-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(sheet(team), content_type=CSV, headers=headers)
