"""What every page of a draft has around it: title, who can read it, what is to do, and the tree of its pieces."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from drafts.desk import Desk, desk_of, keepers_of
from drafts.doors import draft_to_edit
from drafts.models import Draft, Keeper, Piece, Review
from drafts.pieces import Kind
from drafts.statements import draft_to_read
from people.models import Person
from people.requests import SignedIn
from safeguards.revisions import Stale

OF = ("ladder", "base")


def open_desk(viewer: Person, draft: str) -> tuple[Draft, Desk]:
    """A draft (public id) that the viewer may read, open or closed, with its desk. Raises Http404."""
    for _try in range(3):  # somebody may write between the two readings
        found = Draft.objects.visible_to(viewer).filter(pid=draft).select_related(*OF).first()
        if found is None:
            break
        try:
            return found, desk_of(found)
        except Draft.DoesNotExist:
            continue
    raise Http404


def open_sheet(request: SignedIn, draft: str) -> tuple[Draft, Desk]:
    """The same for a sheet that every keeper reads and only an editor sends. Raises PermissionDenied, Closed, too."""
    if request.method == "POST":
        draft_to_edit(request.user, draft)
    return open_desk(request.user, draft)


def open_piece(request: SignedIn, draft: Draft, kind: Kind, piece: str) -> Piece:
    """A piece (public id) of a draft, also a retired one, which cannot be written to. Raises Http404, Stale."""
    found = get_object_or_404(draft.pieces.of(kind), pid=piece)
    if found.retired and request.method == "POST":
        raise Stale
    return found


def frame(draft: Draft, desk: Desk, viewer: Person) -> dict[str, Any]:
    """The context of `drafts/frame.html`; three queries."""
    _found, ways, closed = draft_to_read(viewer, draft.pid)
    review = Review.objects.visible_to(viewer).filter(draft=draft).latest_first()
    latest = review.select_related("asked_by", "answered_by").first()
    return {
        "draft": draft,
        "desk": desk,
        "language": desk.head.body.get("language") or "en",
        "keepers": get_text_list([person.name for person in keepers_of(draft)], _("and")),
        "may_edit": Keeper.Kind.EDIT in ways and not closed,
        "may_publish": Keeper.Kind.PUBLISH in ways and not closed,
        "edits": draft.revision - 1,
        "review": latest,
        "review_later": draft.revision - (latest.answered_revision or latest.revision) if latest else 0,
    }
