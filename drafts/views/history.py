"""Who changed what in a draft, and the way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from drafts.doors import draft_to_edit
from drafts.forms.history import HistoryForm
from drafts.frame import frame, open_desk
from drafts.history import changes_of, sheet_url, told
from drafts.models import Change, Draft
from drafts.pieces import Kind
from drafts.telling import in_words, names_of
from drafts.writing import NoWayBack, undo
from people.requests import SignedIn
from safeguards.once import done_before, once

A_PAGE = 50


@require_safe
def history_show(request: SignedIn, draft: str) -> HttpResponse:
    """All changes, the latest first; `?piece=` and `?by=` keep those of one piece or person, `?before=` goes on."""
    found, desk = open_desk(request.user, draft)
    form = HistoryForm(request.GET, draft=found, desk=desk)
    context = frame(found, desk, request.user)
    changes = list(form.only(changes_of(found))[: A_PAGE + 1])
    context |= {
        "form": form,
        "rows": told(found, desk, changes[:A_PAGE], context["language"]),
        "older": form.older(changes[A_PAGE - 1].number) if len(changes) > A_PAGE else "",
    }
    return render(request, "drafts/history_show.html", context)


@require_POST
def change_undo(request: SignedIn, draft: str, number: int) -> HttpResponse:
    """Takes one change back, or says what stands there now."""
    if url := done_before(request):
        return redirect(url)
    found = draft_to_edit(request.user, draft)
    change = get_object_or_404(changes_of(found), number=number)
    try:
        url = once(request, lambda: take_back(request, found, change))
    except NoWayBack:
        return no_way_back(request, found, change)
    messages.success(request, _("Taken back."))
    return redirect(url)


def take_back(request: SignedIn, draft: Draft, change: Change) -> str:
    undo(change, by=request.user)
    stages = dict(draft.pieces.of(Kind.STAGE).values_list("key", "pid"))
    return sheet_url(draft, change.piece, change.path, stages)


def no_way_back(request: SignedIn, draft: Draft, change: Change) -> HttpResponse:
    """The place has changed since: what stands there now, and who put it there."""
    desk = open_desk(request.user, draft.pid)[1]
    context = frame(draft, desk, request.user)
    last = changes_of(draft).filter(piece=change.piece_id, path=change.path).first()
    rows = told(draft, desk, [one for one in (last, change) if one], context["language"])
    context |= {
        "row": rows[-1],
        "last": rows[0],
        "now": in_words(change.path, change.piece.read(change.path), names_of(desk)),
    }
    return render(request, "drafts/change_undo.html", context, status=409)
