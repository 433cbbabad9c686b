"""The order of the parts of a draft."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from drafts.doors import draft_to_edit
from drafts.frame import open_desk
from drafts.models import Piece
from drafts.ordering import MOVABLE, bunches, move, spot_beside, spot_of
from drafts.parts import part_of
from drafts.pieces import Kind
from people.requests import SignedIn


@require_POST
def piece_move(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """Moves a piece by one place (`direction`: up or down), or behind another one (`after`: its public id; without
    one it comes first in the `group` with this key). Over the edge of a category or line it belongs to the next.
    """
    found, desk = open_desk(request.user, draft_to_edit(request.user, draft).pid)
    one = get_object_or_404(found.pieces.in_use(), pid=piece)
    if Kind(one.kind) not in MOVABLE:
        raise Http404
    groups, said = bunches(desk, Kind(one.kind)), request.POST
    if "direction" in said:
        spot = spot_beside(groups, one, up=said["direction"] == "up")
    else:
        spot = spot_of(groups, said.get("after", ""), said.get("group", ""))
    if spot:
        move(found, one, groups, spot, by=request.user, writer=said.get("writer", "")[:32])
    if not request.accepts("text/html"):
        return HttpResponse(status=204)
    return redirect(seen_at(draft, one))


def seen_at(draft: str, piece: Piece) -> str:
    """The page that shows where a piece stands; in a list at its row, so that the next Tab is there."""
    part = part_of(piece.kind)
    return (
        f"{reverse('part_list', args=[draft, part.word])}#{piece.pid}"
        if part
        else reverse("draft_show", args=[draft])
    )
