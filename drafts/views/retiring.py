"""Taking something out of a draft, and bringing it back."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.frame import frame, open_desk
from drafts.history import sheet_url
from drafts.models import Draft, Piece
from drafts.parts import part_of
from drafts.pieces import Kind
from drafts.retiring import going, retire, retired_pieces
from drafts.returning import Former, bring_back, former
from drafts.shared import titles_of
from drafts.telling import Names, names_of
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def piece_retire(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """Says what goes along, and what points to it; then takes it out of the draft."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    row = get_object_or_404(may_go(found), pid=piece)
    if request.method == "POST":
        url = once(request, lambda: take_out(found, row, request.user))
        messages.success(request, _("Retired. It can be brought back from “What is retired”."))
        return redirect(url)
    names, goes = all_names(desk), going(desk, row)
    context = frame(found, desk, request.user) | {
        "piece": row,
        "title": names.piece(row),
        "goes": goes,
        "pointing": [(names.piece(one), sheet_of(found, one)) for one in goes.pointing],
        "up": sheet_of(found, row),
    }
    return render(request, "drafts/piece_retire.html", context)


def may_go(draft: Draft) -> QuerySet[Piece]:
    """All pieces but the ladder itself, and the rows of its own skills: those go with their skill."""
    own = draft.pieces.of(Kind.SKILL).values("key")
    return draft.pieces.exclude(kind=Kind.HEAD).exclude(kind=Kind.ROW, key__in=own)


def all_names(desk: Desk) -> Names:
    """What everything in the draft is called, also the skills of its library."""
    names = names_of(desk)
    shared = {(str(Kind.SKILL.value), key): title for key, title in titles_of(desk).items()}
    return Names(shared | dict(names.titles))


def sheet_of(draft: Draft, piece: Piece) -> str:
    return sheet_url(draft, piece, "", {})


def take_out(draft: Draft, piece: Piece, by: Person) -> str:
    retire(draft, piece, by=by)
    return list_of(draft, piece)


def list_of(draft: Draft, piece: Piece) -> str:
    """The page that lists what is of its kind."""
    if part := part_of(piece.kind):
        return reverse("part_list", args=[draft.pid, part.word])
    pages = {Kind.SKILL: "texts_show", Kind.STEP: "step_list", Kind.ROW: "shared_list"}
    return reverse(pages.get(Kind(piece.kind), "draft_show"), args=[draft.pid])


@require_POST
def piece_restore(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """Brings back what was retired in this draft."""
    found = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    row = get_object_or_404(found.pieces, pid=piece)
    url = once(request, lambda: put_back(found, row, request.user))
    messages.success(request, _("It is back."))
    return redirect(url)


def put_back(draft: Draft, piece: Piece, by: Person) -> str:
    retire(draft, piece, by=by, back=True)
    return sheet_of(draft, piece)


@require_safe
def retired_list(request: SignedIn, draft: str) -> HttpResponse:
    """What was retired in this draft, and the skills and stages that only earlier versions had."""
    found, desk = open_desk(request.user, draft)
    names = all_names(desk)
    context = frame(found, desk, request.user) | {
        "rows": [(piece, Kind(piece.kind).label, names.piece(piece)) for piece in retired_pieces(found)],
        "former": former(found),
    }
    return render(request, "drafts/retired_list.html", context)


@require_POST
def former_restore(request: SignedIn, draft: str) -> HttpResponse:
    """Brings back a skill or a stage that only an earlier version had."""
    found = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    asked = request.POST.get("kind"), request.POST.get("key")
    one = next((one for one in former(found) if (one.kind, one.key) == asked), None)
    if one is None:
        raise Http404
    url = once(request, lambda: come_back(found, one, request.user))
    messages.success(request, _("It is back."))
    return redirect(url)


def come_back(draft: Draft, one: Former, by: Person) -> str:
    return sheet_of(draft, bring_back(draft, one, by=by))
