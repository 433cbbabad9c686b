"""Rating again: one of the two asks with a reason, the other or the people team answers."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.models import Appraisal, Reopening
from assessments.models.appraisal import Ended
from assessments.reopening import InTheWay, answer, ask
from people.models import Reading
from people.requests import SignedIn
from reviews.forms import ReopeningForm
from reviews.pairs import in_its_place, read_pair
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def reopening_ask(request: SignedIn, review: str) -> HttpResponse:
    """Asks to open a revealed review again, and says why."""
    if url := done_before(request):
        return redirect(url)
    found = read_pair(request.user, review)
    if found is None:
        return in_its_place(request, review)
    form = ReopeningForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect(once(request, lambda: asked(request, found, form.cleaned_data["reason"])))
    Reading.note(request.user, [found.person], "reopening_ask")
    context = {
        "review": found,
        "form": form,
        "mine": found.person == request.user,
        "other": found.assessor if found.person == request.user else found.person,
        "again": getattr(found, "reopened", None),
        "waits": found.reopenings.filter(accepted=None).first(),
    }
    return render(request, "reviews/reopening_ask.html", context, status=422 if form.is_bound else 200)


def asked(request: SignedIn, review: Appraisal, reason: str) -> str:
    try:
        row = ask(review, by=request.user, reason=reason)
    except Ended:
        messages.info(request, _("This review was opened again already."))
    else:
        own = row.by_id == request.user.pk
        told = _("Asked.") if own else _("The other one has asked already; answer that first.")
        messages.success(request, told)
    return reverse("appraisal_show", args=[review.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def reopening_answer(request: SignedIn, review: str) -> HttpResponse:
    """Opens the review again, or leaves it as it is."""
    if url := done_before(request):
        return redirect(url)
    rows = Reopening.objects.visible_to(request.user).exclude(by=request.user).filter(appraisal__pid=review)
    related = rows.select_related("by", "appraisal__person", "appraisal__assessor", "appraisal__version")
    found = get_object_or_404(related.order_by("-at")[:1])
    if request.method == "POST" and found.accepted is None and "accept" in request.POST:
        return redirect(once(request, lambda: answered(request, found)))
    Reading.note(request.user, [found.appraisal.person], "reopening_answer")
    status = 422 if request.method == "POST" else 200
    return render(
        request, "reviews/reopening_answer.html", {"asked": found, "review": found.appraisal}, status=status
    )


def answered(request: SignedIn, found: Reopening) -> str:
    accept = request.POST["accept"] == "yes"
    try:
        new = answer(found, by=request.user, accept=accept)
    except (Ended, InTheWay, ValidationError) as error:
        messages.error(request, why_not(error))
        return reverse("reopening_answer", args=[found.appraisal.pid])
    messages.success(request, _("It is opened again, and both are told.") if new else _("It stays as it is."))
    review = new or found.appraisal
    if request.user.pk in (review.person_id, review.assessor_id):
        return reverse("appraisal_show", args=[review.pid])
    return reverse("appraisal_list")


def why_not(error: Exception) -> str:
    if isinstance(error, InTheWay):
        return _("Another review of this person is open. It comes first.")
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("Nobody can rate this review again, or it was answered already.")
