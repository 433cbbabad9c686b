"""One open review: handing it over, calling it off, and what becomes of a part that was kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.models import Appraisal, Ended
from assessments.sheet import answers, sheet_of
from people.models import Reading
from people.notices import tell
from people.requests import SignedIn
from reviews.ending import end_review
from reviews.handing import hand_over
from reviews.handover_forms import AppraisalEndForm, HandoverNewForm, KeptPartForm
from reviews.models import KeptPart
from reviews.models.handover import KEPT_DAYS, Occupied, Settled, Veiled
from reviews.steering import after_of, ended_by, handed_by
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def handover_new(request: SignedIn, appraisal: str) -> HttpResponse:
    """Gives an open review to another assessor, who begins with an empty list."""
    if url := done_before(request):
        return redirect(url)
    review = get_object_or_404(handed_by(request.user), pid=appraisal)
    form = HandoverNewForm(request.POST if request.method == "POST" else None, review=review, by=request.user)
    if not review.is_open:
        return no_longer_open(request, review)
    if form.is_bound and form.is_valid():
        try:
            return redirect(once(request, lambda: hand(request, review, form)))
        except Ended:
            return no_longer_open(request, review)
    context = {"review": review, "form": form, "days": KEPT_DAYS, "earlier": review.handovers.order_by("at")}
    return render(request, "reviews/handover_new.html", context, status=422 if form.is_bound else 200)


def hand(request: SignedIn, review: Appraisal, form: HandoverNewForm) -> str:
    said = form.cleaned_data
    row = hand_over(review, to=said["to"], by=request.user, reason=said["reason"], seen=said["seen"])
    messages.success(request, _("%(name)s rates from now on. All three of them know.") % {"name": said["to"].name})
    kept = KeptPart.objects.visible_to(request.user).filter(handover=row).first()
    return reverse("handover_show", args=[kept.pid]) if kept else after_of(review, request.user)


def no_longer_open(request: SignedIn, review: Appraisal) -> HttpResponse:
    messages.info(request, _("This review is no longer open: it was revealed or called off. Nothing was changed."))
    return redirect(after_of(review, request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def appraisal_end(request: SignedIn, appraisal: str) -> HttpResponse:
    """Calls a review off before it is revealed, with a reason."""
    if url := done_before(request):
        return redirect(url)
    review = get_object_or_404(ended_by(request.user), pid=appraisal)
    form = AppraisalEndForm(request.POST if request.method == "POST" else None)
    if not review.is_open:
        return no_longer_open(request, review)
    if form.is_bound and form.is_valid():
        try:
            return redirect(once(request, lambda: end(request, review, form.cleaned_data["reason"])))
        except Ended:
            return no_longer_open(request, review)
    context = {"review": review, "form": form, "days": KEPT_DAYS}
    return render(request, "reviews/appraisal_end.html", context, status=422 if form.is_bound else 200)


def end(request: SignedIn, review: Appraisal, reason: str) -> str:
    end_review(review, by=request.user, reason=reason)
    messages.success(request, _("The review is called off. Both of them know why."))
    return after_of(review, request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def handover_show(request: SignedIn, part: str) -> HttpResponse:
    """A part that was kept: its writer reads it and decides; the person reads what was given to them."""
    if url := done_before(request):
        return redirect(url)
    parts = KeptPart.objects.visible_to(request.user).select_related("assessment", "appraisal__person", "writer")
    kept = get_object_or_404(parts, pid=part)
    mine = not kept.choice
    form = KeptPartForm(request.POST if request.method == "POST" and mine else None, kept=kept)
    if form.is_bound and form.is_valid():
        try:
            return redirect(once(request, lambda: decide(request, kept, form.cleaned_data["choice"])))
        except (Settled, Veiled, Occupied) as problem:
            form.add_error("choice", str(WHY_NOT[type(problem)]))
    Reading.note(request.user, [kept.appraisal.person], "handover_show")
    context = {"kept": kept, "form": form if mine else None, "veiled": mine and kept.is_veiled, **shown(kept)}
    return render(request, "reviews/handover_show.html", context, status=422 if form.is_bound else 200)


WHY_NOT = {
    Settled: gettext_lazy("This was decided before, in another window."),
    Veiled: gettext_lazy("While a review is open nothing from before is used. Come back when it is revealed."),
    Occupied: gettext_lazy("You have another check-in open. Submit or discard it first."),
}


def shown(kept: KeptPart) -> dict[str, object]:
    """The answers as they were written, unless a review of the person that the viewer has a part in is open."""
    own = kept.choice != KeptPart.Choice.GIVEN
    if kept.assessment is None or (own and kept.is_veiled):
        return {"answers": []}
    sheet = sheet_of(kept.assessment)
    return {"answers": answers(sheet), "sheet": sheet, "until": kept.goes_on() or kept.until}


def decide(request: SignedIn, kept: KeptPart, choice: str) -> str:
    """Does what the writer of a part chose. Raises Settled, Veiled or Occupied."""
    person = kept.appraisal.person
    if choice == KeptPart.Choice.GIVEN:
        kept.give()
        url = reverse("handover_show", args=[kept.pid])
        tell([person], "part_given", by=request.user, subject=person, url=url)
        messages.success(
            request, _("%(name)s reads it when the review is over. Nobody else does.") % {"name": person}
        )
    elif choice == KeptPart.Choice.CHECK_IN:
        kept.to_check_in()
        messages.success(request, _("It is a check-in of your own now. Nobody else sees it."))
        return reverse("assessment_home")
    else:
        kept.discard()
        messages.success(request, _("It is discarded. Nothing of it is kept."))
    return reverse("round_list")
