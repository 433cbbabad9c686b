"""What is left between where a person stands and a stage: one target, several side by side, and the formula."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.blind import veil_of
from assessments.cells import compared
from assessments.forms import GapCompareForm
from assessments.gap_page import gap_context
from assessments.outlook import Outlook, outlook
from assessments.quarters import Quarters
from assessments.views.veil import veil_page
from ladders.compare import compare
from ladders.readiness import FORMULA_VERSION
from ladders.reading import open_stage, place_of
from people.requests import SignedIn


@require_safe
def gap_home(request: SignedIn) -> HttpResponse:
    """The way to the gap page of one's aim, or what is missing before there can be one."""
    place = place_of(request.user)
    if place and place.aim:
        return redirect("gap_show", place.aim.pid)
    if veil := veil_of(request.user):
        return veil_page(request, veil, "gaps")
    return render(request, "assessments/gap_home.html", {"place": place})


@require_safe
def gap_show(request: SignedIn, stage: str) -> HttpResponse:
    """Every figure about the way to one stage, and the table they come from."""
    place = place_of(request.user)
    if place is None:
        return redirect("gap_home")
    target = open_stage(place.chart, stage)
    found = outlook(request.user, place, target, Quarters.until(timezone.localdate()))
    # A review that is open leaves nothing rated; only then is it worth asking for.
    if found.empty and (veil := veil_of(request.user)):
        return veil_page(request, veil, "gaps")
    return render(request, "assessments/gap_show.html", gap_context(place, target, found))


@require_safe
def gap_compare(request: SignedIn) -> HttpResponse:
    """Up to three stages side by side, such as the two branches of a fork."""
    place = place_of(request.user)
    if place is None:
        return redirect("gap_home")
    held = Outlook.held(request.user, place.chart)
    if not held and (veil := veil_of(request.user)):
        return veil_page(request, veil, "gaps")
    form = GapCompareForm(request.GET or None, place=place)
    chosen = form.chosen()
    found = compare(place.chart, [stage.slug for stage in chosen], held) if chosen else None
    context = {
        "form": form,
        "stages": chosen,
        "comparison": found,
        "table": compared(place.chart, found) if found else "",
    }
    return render(request, "assessments/gap_compare.html", context, status=422 if form.errors else 200)


@require_safe
def gap_formula(request: SignedIn) -> HttpResponse:
    """How every number is computed."""
    return render(request, "assessments/gap_formula.html", {"version": FORMULA_VERSION})
