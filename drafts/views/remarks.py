"""What keepers say to each other about a row."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from drafts.desk import Desk
from drafts.forms.remarks import RemarkNewForm
from drafts.frame import frame, open_desk
from drafts.history import sheet_url
from drafts.models import Closed, Draft, Piece, Remark
from drafts.pieces import Kind
from drafts.telling import names_of
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def remark_new(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """All remarks about a row, also the settled ones, and a form for another. Publishers remark, too."""
    found, desk = open_talk(request, draft)
    row = get_object_or_404(found.pieces, pid=piece)
    form = RemarkNewForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return redirect(once(request, lambda: say(request, found, desk, row, form)))
    about = Remark.objects.visible_to(request.user).about(row).select_related("by", "closed_by").oldest_first()
    names = names_of(desk)
    context = frame(found, desk, request.user) | {
        "form": form,
        "piece": row,
        "title": names.piece(row),
        "up": page_of(found, desk, row, ""),
        "remarks": [(remark, names.place(remark.path) if remark.path else "") for remark in about],
    }
    return render(request, "drafts/remark_new.html", context, status=422 if form.is_bound else 200)


def open_talk(request: SignedIn, draft: str) -> tuple[Draft, Desk]:
    """A draft with its desk; nothing new is said about a closed one. Raises Http404, Closed."""
    found, desk = open_desk(request.user, draft)
    if request.method == "POST" and found.closed_at is not None:
        raise Closed
    return found, desk


def say(request: SignedIn, draft: Draft, desk: Desk, row: Piece, form: RemarkNewForm) -> str:
    place = {"kind": row.kind, "key": row.key, "path": form.cleaned_data["path"]}
    Remark.say(draft.ladder, form.cleaned_data["text"], by=request.user, **place)
    return page_of(draft, desk, row, form.cleaned_data["path"])


def page_of(draft: Draft, desk: Desk, row: Piece, path: str) -> str:
    """The sheet that a remark is read on."""
    return sheet_url(draft, row, path, {stage.key: stage.pid for stage in desk.rows(Kind.STAGE)})


@require_POST
def remark_close(request: SignedIn, draft: str, remark: str) -> HttpResponse:
    """Settles a remark. Twice is once."""
    found, desk = open_talk(request, draft)
    there = Remark.objects.visible_to(request.user).filter(ladder=found.ladder_id)
    settled = get_object_or_404(there, pid=remark)
    row = get_object_or_404(found.pieces, kind=settled.kind, key=settled.key)
    settled.close(by=request.user)
    messages.success(request, _("Settled. It stays under “All remarks about this”."))
    return redirect(page_of(found, desk, row, settled.path))
