"""The ladders one keeps, and the way into their drafts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.doors import draft_to_edit, ladder_to
from drafts.frame import frame, open_desk
from drafts.models import Draft, Keeper, Proposal
from drafts.opening import open_draft
from drafts.publishing import drop, reopen
from drafts.shelf import shelf
from people.models import Duty
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_safe
def draft_list(request: SignedIn) -> HttpResponse:
    """Every ladder the viewer keeps: what is in force, what is announced, what is open."""
    today = timezone.localdate()
    kept = shelf(request.user, today)
    may_start, may_bring = request.user.holds(Duty.Kind.LADDERS), any(one.may_edit for one in kept)
    waiting = Proposal.objects.visible_to(request.user).answerable_by(request.user).waiting().count() if kept else 0
    context = {"kept": kept, "may_start": may_start, "may_bring": may_bring, "waiting": waiting}
    return render(request, "drafts/draft_list.html", context)


@require_POST
def draft_open(request: SignedIn, ladder: str) -> HttpResponse:
    """Opens the draft of a ladder, or goes on with the one that is open."""
    found = ladder_to(Keeper.Kind.EDIT, request.user, ladder)
    return redirect("draft_show", open_draft(found, by=request.user).pid)


@require_POST
def draft_reopen(request: SignedIn, draft: str) -> HttpResponse:
    """Takes a dropped draft up again; 409 if another was opened, or a version published, meanwhile."""
    found = get_object_or_404(Draft.objects.visible_to(request.user).select_related("ladder", "base"), pid=draft)
    ladder_to(Keeper.Kind.EDIT, request.user, found.ladder.pid)
    reopen(found)
    return redirect("draft_show", found.pid)


@require_http_methods(["GET", "HEAD", "POST"])
def draft_drop(request: SignedIn, draft: str) -> HttpResponse:
    """Asks before a draft is put aside; nothing of it is deleted."""
    if url := done_before(request):
        return redirect(url)
    found = draft_to_edit(request.user, draft)
    if request.method == "POST":
        return redirect(once(request, lambda: put_aside(request, found)))
    found, desk = open_desk(request.user, draft)
    return render(request, "drafts/draft_drop.html", frame(found, desk, request.user))


def put_aside(request: SignedIn, draft: Draft) -> str:
    drop(draft, by=request.user)
    messages.success(request, _("The draft is put aside. You can take it up again from this list."))
    return reverse("draft_list")
