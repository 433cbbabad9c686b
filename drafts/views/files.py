"""Ladders as files to take along."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drafts.downloads import yaml_file
from drafts.frame import open_desk
from drafts.models.keeper import ladders_kept
from ladders.exchange import write
from ladders.exporting import file_of
from ladders.models import Version
from people.requests import SignedIn


@require_safe
def ladder_file(request: SignedIn, ladder: str) -> HttpResponse:
    """The version in force of a ladder that the viewer keeps."""
    kept = Version.objects.in_force(timezone.localdate()).filter(ladder__in=ladders_kept(request.user))
    found = kept.filter(ladder__pid=ladder).select_related("ladder__library", "scale").first()
    if found is None:
        raise Http404
    return yaml_file(write(file_of(found)), found.ladder.slug)


@require_safe
def draft_file(request: SignedIn, draft: str) -> HttpResponse:
    """A draft as it is now, if it fits together; otherwise what is in the way."""
    found, desk = open_desk(request.user, draft)
    if desk.file is None:
        messages.error(request, _("The draft is no file yet. This is in the way."))
        return redirect("draft_check", found.pid)
    return yaml_file(write(desk.file), f"{found.ladder.slug}-draft")
