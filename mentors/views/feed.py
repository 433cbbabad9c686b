"""The calendar: what it shows, its secret address, and the file behind that address."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentors.calendar import calendar
from mentors.desk import desk_of
from mentors.feeding import Category, events
from mentors.forms.feed import REVOKE, FeedEditForm
from mentors.models import Feed
from mentors.subscribing import issue_feed, keep_feed, revoke_feed
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once

TYPE = "text/calendar; charset=utf-8"


def gives_away(request: HttpRequest) -> bool:
    """Whether a request makes an address or changes what it shows; taking it back never waits for a password."""
    return request.method == "POST" and request.POST.get("act") != REVOKE


@reauthentication_required(enabled=gives_away)  # type: ignore[untyped-decorator]  # without types
@require_http_methods(["GET", "HEAD", "POST"])
def feed_edit(request: SignedIn) -> HttpResponse:
    """What the calendar shows. A new address stands on the answer to the form that asked for it, and nowhere else."""
    desk = desk_of(request.user)
    first = {"feed": desk.settings.feed or list(Category), "feed_names": desk.settings.feed_names}
    form = FeedEditForm(request.POST if request.method == "POST" else None, initial=first)
    made: list[str] = []
    if form.is_valid():
        url = once(request, lambda: act_on(request.user, form, made))
        if not form.issues():
            messages.success(request, form.done())
            return redirect(url)
    address = request.build_absolute_uri(reverse("feed_show", args=made)) if made else ""
    feed = Feed.of(desk.board)
    gone = form.is_bound and form.is_valid() and not made
    context = {"form": form, "feed": feed, "address": address, "gone": gone}
    return render(request, "mentors/feed_edit.html", context, status=422 if form.errors else 200)


def act_on(owner: Person, form: FeedEditForm, made: list[str]) -> str:
    """Does what the form asks for; a new token is put into `made`, not into the address that is remembered."""
    if form.revokes():
        revoke_feed(owner)
    else:
        keep_feed(owner, form.categories(), names=form.names())
        if form.issues():
            made.append(issue_feed(owner))
    return reverse("feed_edit")


@login_not_required
@require_safe
def feed_show(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar, to whoever has its address: no account, no cookies. Anything else is not there."""
    feed = Feed.opened_by(token)
    if feed is None:
        raise Http404
    now = timezone.now()
    desk = desk_of(feed.board.owner)
    file = calendar(_("Career"), events(desk, timezone.localdate(now)), at=now)
    headers = {"Content-Disposition": 'inline; filename="career.ics"', "Cache-Control": "private, no-store"}
    return HttpResponse(file, content_type=TYPE, headers=headers)
