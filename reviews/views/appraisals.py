"""One's reviews: the list, opening one, and how far one is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.models import Appraisal, Reopening
from assessments.models.appraisal import Ended
from assessments.sheet import sheet_of
from assessments.views.opened import first_open
from ladders.questions import Form
from people.models import Reading
from people.policy import Ability, subjects
from people.requests import SignedIn
from reviews.ad_hoc import Ground, ground_of, open_review
from reviews.forms import AppraisalForm
from reviews.status import status_of
from safeguards.once import done_before, once

LAST = 100  # reviews on the list


@require_safe
def appraisal_list(request: SignedIn) -> HttpResponse:
    """My reviews, as the person and as the assessor, and what is to do next; what waits for an answer comes first."""
    rows = Appraisal.objects.visible_to(request.user).select_related("person", "assessor", "version")
    found = [
        status_of(one, request.user) for one in rows.prefetch_related("assessments", "consents").latest_first()[:LAST]
    ]
    asked = Reopening.objects.visible_to(request.user).waiting().exclude(by=request.user)
    rated_now = [one.review.person_id for one in found if one.review.is_open]
    reports = subjects(request.user, Ability.OPEN_REVIEW).active().reporting_to(request.user)
    context = {
        "open": [one for one in found if one.review.state in (one.review.State.RATING, one.review.State.AGREEING)],
        "earlier": [one for one in found if one.review.state in (one.review.State.AGREED, one.review.State.ENDED)],
        "asked": asked.select_related("by", "appraisal__person", "appraisal__assessor").order_by("at")[:LAST],
        "reports": reports.exclude(pk__in=rated_now).order_by("name"),
    }
    return render(request, "reviews/appraisal_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def appraisal_new(request: SignedIn, person: str) -> HttpResponse:
    """Opens a review of somebody, or says what is missing before there can be one."""
    if url := done_before(request):
        return redirect(url)
    found = get_object_or_404(subjects(request.user, Ability.OPEN_REVIEW).active(), pid=person)
    ground, form = ground_of(found), None
    if ground.ready and ground.chart and ground.stage:
        form = AppraisalForm(request.POST or None, chart=ground.chart, stage=ground.stage)
        if form.is_valid():
            return redirect(once(request, lambda: begin(request, ground, form)))
    Reading.note(request.user, [found], "appraisal_new")
    status = 422 if request.method == "POST" else 200
    return render(request, "reviews/appraisal_new.html", {"ground": ground, "form": form}, status=status)


def begin(request: SignedIn, ground: Ground, form: AppraisalForm) -> str:
    data = form.cleaned_data
    review = open_review(
        ground, by=request.user, target=form.target_slug(), form=Form(data["form"]), due_on=data["due_on"]
    )
    messages.success(request, _("The review is open, and both are told."))
    if request.user.pk in (review.person_id, review.assessor_id):
        return reverse("appraisal_show", args=[review.pid])
    return reverse("appraisal_list")


@require_http_methods(["GET", "HEAD", "POST"])
def appraisal_show(request: SignedIn, review: str) -> HttpResponse:
    """How far a review is, who is done, what stays hidden and until when; the button begins one's own part."""
    rows = Appraisal.objects.visible_to(request.user).select_related("person", "assessor", "by", "version", "reopens")
    found = get_object_or_404(rows, pid=review)
    if request.method == "POST":
        try:
            return redirect(first_open(sheet_of(found.start_part(request.user))))
        except Ended:
            messages.info(request, _("This review takes no more answers."))
            return redirect("appraisal_show", found.pid)
    Reading.note(request.user, [found.person], "appraisal_show")
    status = status_of(found, request.user)
    asked = Reopening.objects.visible_to(request.user).filter(appraisal=found).select_related("by").order_by("-at")
    own = status.own_part
    sheet = sheet_of(own) if own else None
    waits = any(one.accepted is None for one in asked)
    context = {"review": found, "status": status, "sheet": sheet, "asked": asked, "waits": waits}
    return render(request, "reviews/appraisal_show.html", context)
