"""The doors for acting on a ladder one keeps: 404 for what one may not see, 403 for what one may only see."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from drafts.models import Closed, Draft, Keeper
from drafts.models.keeper import ladders_kept
from ladders.models import Ladder
from people.models import Person


def ladder_to(kind: Keeper.Kind, viewer: Person, pid: str) -> Ladder:
    """A ladder that the viewer keeps in this way. Raises Http404, PermissionDenied."""
    found = get_object_or_404(ladders_kept(viewer), pid=pid)
    if not ladders_kept(viewer, kind).filter(pk=found.pk).exists():
        raise PermissionDenied
    return found


def draft_to(kind: Keeper.Kind, viewer: Person, pid: str) -> Draft:
    """An open draft on which the viewer may act in this way. Raises Http404, PermissionDenied, Closed."""
    found = get_object_or_404(Draft.objects.visible_to(viewer).select_related("ladder", "base"), pid=pid)
    if not ladders_kept(viewer, kind).filter(pk=found.ladder_id).exists():
        raise PermissionDenied
    if found.closed_at is not None:
        raise Closed
    return found


def draft_to_edit(viewer: Person, pid: str) -> Draft:
    """An open draft that the viewer edits. Raises Http404, PermissionDenied, Closed."""
    return draft_to(Keeper.Kind.EDIT, viewer, pid)


def draft_to_publish(viewer: Person, pid: str) -> Draft:
    """An open draft that the viewer publishes. Raises Http404, PermissionDenied, Closed."""
    return draft_to(Keeper.Kind.PUBLISH, viewer, pid)
