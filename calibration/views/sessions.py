"""Sessions: the list, a new one with a look at who is in it, the page, and its end."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from calibration.forms import SessionNewForm
from calibration.gathering import may_open
from calibration.models import Session
from calibration.models.session import Closed
from calibration.opening import Taken, TooFew, open_session
from calibration.session_page import SessionPage
from people.models import Reading
from people.notices import tell
from people.requests import SignedIn
from safeguards.once import done_before, once

LISTED = 60
WHY_NOT = {
    TooFew: gettext_lazy("A session needs three managers or more, with five reviews or more between them."),
    Taken: gettext_lazy(
        "Somebody else took some of these reviews into a session a moment ago. Look again who is left."
    ),
}


@require_safe
def session_list(request: SignedIn) -> HttpResponse:
    """The sessions one facilitates or is in, the latest first."""
    sessions = Session.objects.visible_to(request.user).select_related("facilitator", "version").latest_first()
    context = {"sessions": sessions[:LISTED], "may_open": may_open(request.user)}
    return render(request, "calibration/session_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request: SignedIn) -> HttpResponse:
    """First which reviews, then the same form with the managers who have some, then the act."""
    if not may_open(request.user):
        raise PermissionDenied
    if done := done_before(request):
        return redirect(done)
    form = SessionNewForm(request.POST if request.method == "POST" else None, by=request.user)
    valid, told = form.is_bound and form.is_valid(), ""
    if valid and "open" in request.POST:
        try:
            return redirect(once(request, lambda: begin(request, form)))
        except (TooFew, Taken) as why:
            told = str(WHY_NOT[type(why)])
    context = {"form": form, "looked": valid, "told": told}
    status = 200 if not form.is_bound or (valid and not told) else 422
    return render(request, "calibration/session_new.html", context, status=status)


def begin(request: SignedIn, form: SessionNewForm) -> str:
    """Opens the session and gives its page. Raises TooFew or Taken."""
    source = form.source_typed()
    if source is None:
        raise TooFew
    chosen = {group.manager.pid for group in form.chosen}
    made = open_session(source, title=form.cleaned_data["title"], by=request.user, managers=chosen)
    messages.success(request, _("The session is open. Every manager in it was told."))
    return reverse("session_show", args=[made.pid])


def session_of(request: SignedIn, session: str) -> Session:
    """A session that the viewer sees. Raises Http404."""
    rows = Session.objects.visible_to(request.user).select_related("facilitator", "version", "round", "closed_by")
    return get_object_or_404(rows, pid=session)


@require_safe
def session_show(request: SignedIn, session: str) -> HttpResponse:
    """The spread of each skill; a manager's own ratings beside it, and for the facilitator how each manager rates."""
    found = session_of(request, session)
    page = SessionPage(found, request.user)
    Reading.note(request.user, page.people, "session_show")
    context = {"session": found, "page": page, "steers": steers(request, found)}
    return render(request, "calibration/session_show.html", context)


def steers(request: SignedIn, session: Session) -> bool:
    return Session.objects.visible_to(request.user).steered_by(request.user).filter(pk=session.pk).exists()


@require_http_methods(["GET", "HEAD", "POST"])
def session_close(request: SignedIn, session: str) -> HttpResponse:
    """Says what stays and what ends, and closes it."""
    found = session_of(request, session)
    if not steers(request, found):
        raise PermissionDenied
    if request.method == "POST":
        return redirect(done_before(request) or once(request, lambda: close(request, found)))
    if not found.is_open:
        messages.info(request, _("The session is closed already."))
        return redirect("session_show", found.pid)
    return render(request, "calibration/session_close.html", {"session": found})


def close(request: SignedIn, session: Session) -> str:
    url = reverse("session_show", args=[session.pid])
    try:
        session.close(by=request.user)
    except Closed:
        messages.info(request, _("The session is closed already."))
        return url
    managers = [chair.manager for chair in session.chairs.select_related("manager")]
    tell(managers, "session_closed", by=request.user, detail=session.title, url=url)
    messages.success(request, _("The session is closed."))
    return url
