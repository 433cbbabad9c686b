"""The ways to a revealed review: who reads it, and what the others see in its place."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from assessments.blind import pair_read_by, veil_of
from assessments.models import Appraisal
from assessments.views.veil import veil_page
from people.models import Person
from people.requests import SignedIn


def read_pair(viewer: Person, review: str) -> Appraisal | None:
    """A revealed review (public id) that the viewer reads in full; None if it is hidden, or not theirs."""
    rows = Appraisal.objects.visible_to(viewer).filter(pair_read_by(viewer), pid=review)
    return rows.select_related("person", "assessor", "version").first()


def in_its_place(request: SignedIn, review: str) -> HttpResponse:
    """Where a review leads that is not to be read now: not revealed yet, or hidden while another one is open.

    Raises Http404 for anything else.
    """
    known = get_object_or_404(Appraisal.objects.visible_to(request.user).select_related("person"), pid=review)
    if known.revealed_at is None:
        return redirect("appraisal_show", known.pid)
    if veil := veil_of(known.person):
        return veil_page(request, veil, "assess" if known.person == request.user else "team")
    raise Http404
