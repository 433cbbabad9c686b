"""Practice cases: rating them, and forgetting it. Nobody but oneself learns of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calibration.models import PracticeAnswer
from calibration.practice_page import PracticeForm, answered, asked, beside, chart_for
from calibration.practising import case_called, cases, fitting
from calibration.wording import Words
from people.requests import SignedIn


@require_safe
def practice_list(request: SignedIn) -> HttpResponse:
    """The cases, and which of them one has rated."""
    chart, given = chart_for(request.user), answered(request.user)
    fits = [(case, len(fitting(case, chart)), case.slug in given) for case in cases()] if chart else []
    context = {"chart": chart, "cases": [row for row in fits if row[1]], "given": bool(given)}
    return render(request, "calibration/practice_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def practice_case(request: SignedIn, case: str) -> HttpResponse:
    """A case to rate against the ladder; once it is rated, how that lies beside the panel."""
    found, chart = case_called(case), chart_for(request.user)
    if found is None:
        raise Http404
    if chart is None or not fitting(found, chart):
        return redirect("practice_list")
    words, kept = Words(chart), answered(request.user).get(found.slug, {})
    form = PracticeForm(request.POST or None, asked=fitting(found, chart), words=words, initial=kept)
    if request.method == "POST" and form.is_valid():
        PracticeAnswer.keep(request.user, found.slug, form.levels())
        return redirect("practice_case", found.slug)
    said = [] if form.is_bound or "again" in request.GET else beside(found, kept, words)
    after = next((one for one in cases() if one.number == found.number + 1), None)
    context = {"case": found, "chart": chart, "form": form, "asked": asked(form, words), "said": said, "after": after}
    return render(request, "calibration/practice_case.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def practice_forget(request: SignedIn) -> HttpResponse:
    """Deletes one's own answers."""
    if request.method == "POST":
        PracticeAnswer.forget(request.user)
        messages.success(request, _("Your answers are deleted."))
        return redirect("practice_list")
    return render(request, "calibration/practice_forget.html", {"given": bool(answered(request.user))})
