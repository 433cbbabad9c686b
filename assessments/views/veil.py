"""What stands in place of figures and earlier results while a review is open."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from assessments.models import Appraisal
from people.models import Reading
from people.requests import SignedIn


def veil_page(request: SignedIn, review: Appraisal | None, section: str) -> HttpResponse:
    """Says what is hidden, until when, and what is still to do. Raises Http404 if nothing is hidden (any more)."""
    if review is None:
        raise Http404
    Reading.note(request.user, [review.person], "appraisal_show")
    mine = review.person_id == request.user.pk
    part = review.assessments.filter(kind="self" if mine else "manager", assessor=request.user).first()
    context = {
        "review": review,
        "mine": mine,
        "other": review.assessor if mine else review.person,
        "rates": request.user.pk in (review.person_id, review.assessor_id),
        "done": part is not None and not part.is_draft,
        "section": section,
    }
    return render(request, "assessments/veiled.html", context)
