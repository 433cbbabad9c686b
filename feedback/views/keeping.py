"""Feedback becomes an item of evidence."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.forms import EvidenceForm
from assessments.views.evidence import chart_for
from feedback.keeping import first_words, keep
from feedback.models import Decided
from feedback.views.given import got
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.views import typed


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_keep(request: SignedIn, feedback: str) -> HttpResponse:
    """The form of a new item, filled in from the feedback; whoever gave it stands as who saw it."""
    if url := done_before(request):
        return redirect(url)
    found, chart = got(request, feedback), chart_for(request.user)
    form = EvidenceForm(request.POST or None, chart=chart, initial=first_words(found, chart))
    late = found.evidence is not None
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: kept(request, found.pid, form)))
        except Decided:
            found, late = got(request, feedback), True
    status = 200 if request.method != "POST" else 409 if late else 422
    context = {"feedback": found, "form": form, "late": late, "typed": typed(request)}
    return render(request, "feedback/feedback_keep.html", context, status=status)


def kept(request: SignedIn, feedback: str, form: EvidenceForm) -> str:
    keep(got(request, feedback), skills=form.chosen(), **form.facts())
    messages.success(request, _("Noted."))
    return reverse("evidence_list")
