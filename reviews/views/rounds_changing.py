"""Changing a round: its window, who is in it, and its end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from people.notices import tell
from people.requests import SignedIn
from reviews.daily import waiting
from reviews.ending import close_round
from reviews.models import Round
from reviews.models.round import Closed
from reviews.opening import add_person, url_of
from reviews.round_change_forms import RoundAddForm, RoundCloseForm
from reviews.round_choices import WHY
from reviews.round_forms import RoundEditForm
from reviews.round_page import joining, steers, visible_round
from reviews.seating import Left
from safeguards.once import once


def round_to_steer(request: SignedIn, pid: str) -> Round:
    """A round that the viewer may change. Raises Http404, or PermissionDenied for one they only see."""
    found = visible_round(request.user, pid)
    if not steers(request.user, found):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request: SignedIn, round: str) -> HttpResponse:
    """The words, the window and the reminders; the first day only before it."""
    found = round_to_steer(request, round)
    form = RoundEditForm(request.POST if request.method == "POST" else None, round_=found)
    if found.is_over:
        return over(request, found)
    if form.is_bound and form.is_valid():
        try:
            rewrite(request, found, form.cleaned_data)
        except Closed:
            return over(request, found)
        return redirect(url_of(found))
    context = {"round": found, "form": form}
    return render(request, "reviews/round_edit.html", context, status=422 if form.is_bound else 200)


def rewrite(request: SignedIn, round_: Round, said: dict[str, Any]) -> None:
    if round_.rewrite(**said):
        tell(waiting(round_), "round_moved", by=request.user, detail=round_.title, url=url_of(round_))
    messages.success(request, _("The round is changed."))


def over(request: SignedIn, round_: Round) -> HttpResponse:
    messages.info(request, _("The round is closed. It was not changed."))
    return redirect(url_of(round_))


@require_http_methods(["GET", "HEAD", "POST"])
def round_add(request: SignedIn, round: str) -> HttpResponse:
    """Somebody joins a round that is open."""
    found = round_to_steer(request, round)
    if not found.is_running:
        return over(request, found)
    first, sent = {"who": request.GET.get("person", "")}, request.POST if request.method == "POST" else None
    form = RoundAddForm(sent, by=request.user, joining=joining(found, request.user), initial=first)
    if form.is_bound and form.is_valid():
        try:
            if add(request, found, form):
                return redirect(url_of(found))
        except Closed:
            return over(request, found)
    context = {"round": found, "form": form}
    return render(request, "reviews/round_add.html", context, status=422 if form.is_bound else 200)


def add(request: SignedIn, round_: Round, form: RoundAddForm) -> bool:
    """Begins the review; a reason against it stands beside its field. Raises Closed."""
    said = form.cleaned_data
    why = add_person(round_, said["person"], by=request.user, assessor=said["assessor"])
    if why is None:
        messages.success(request, _("%(name)s is in the round now.") % {"name": said["person"].name})
    else:
        form.add_error("assessor" if why is Left.NO_ASSESSOR else form.asked, str(WHY[why]))
    return why is None


@require_http_methods(["GET", "HEAD", "POST"])
def round_close(request: SignedIn, round: str) -> HttpResponse:
    """What becomes of unfinished reviews is said and chosen; a round that has not begun is called off."""
    found = round_to_steer(request, round)
    if found.is_over:
        return over(request, found)
    form = RoundCloseForm({"unfinished": "stay"} | request.POST.dict() if request.method == "POST" else None)
    if found.opened_at and request.method == "POST":
        form = RoundCloseForm(request.POST)
    if form.is_bound and form.is_valid():
        return redirect(once(request, lambda: close(request, found, form.cleaned_data)))
    left = found.places.rating().count()
    context = {"round": found, "form": form, "left": left}
    return render(request, "reviews/round_close.html", context, status=422 if form.is_bound else 200)


def close(request: SignedIn, round_: Round, said: dict[str, Any]) -> str:
    ended = close_round(round_, by=request.user, end_open=said["unfinished"] == "end", reason=said["reason"])
    if ended is None:
        messages.info(request, _("Somebody else closed the round a moment ago."))
    elif ended:
        words = ngettext(
            "The round is closed, %(n)d review called off.", "The round is closed, %(n)d reviews called off.", ended
        )
        messages.success(request, words % {"n": ended})
    else:
        messages.success(request, _("The round is closed."))
    return url_of(round_)
