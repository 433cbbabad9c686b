"""What one writes, a check-in or a part of a review: the way to it, where it goes on, and when it comes too late."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from assessments.models import Assessment
from assessments.sheet import Sheet, answers, sheet_of
from people.requests import SignedIn
from safeguards.views import typed


def open_sheet(request: SignedIn, assessment: str, *, lock: bool = False) -> Sheet:
    """The sheet of what one writes: a check-in, or one's part of a review. Raises Http404."""
    found = Assessment.own(request.user, assessment, lock=lock)
    if found is None:
        raise Http404
    return sheet_of(found)


def takes_answers(sheet: Sheet) -> bool:
    return sheet.assessment.is_draft and not sheet.assessment.is_stopped


def first_open(sheet: Sheet) -> str:
    """Where to go on: the first open question, else the situations, else the end."""
    pid = sheet.assessment.pid
    if sheet.open:
        return reverse("rating_edit", args=[pid, sheet.open[0].skill.pid])
    if not sheet.ready:
        return reverse("situations_edit", args=[pid])
    return reverse("assessment_submit", args=[pid])


def frozen(request: SignedIn, sheet: Sheet) -> HttpResponse:
    """The answer to a save that comes too late; it keeps what was typed, and shows what was written before."""
    assessment, lost = sheet.assessment, request.method == "POST"
    context = {"assessment": assessment, "lost": lost, "typed": typed(request)}
    if not assessment.is_stopped:
        return render(request, "assessments/frozen.html", context, status=409)
    context |= {"answers": answers(sheet), "review": assessment.appraisal, "sheet": sheet}
    return render(request, "assessments/stopped.html", context, status=409 if lost else 200)
