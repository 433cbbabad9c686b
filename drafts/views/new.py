"""Starting a ladder."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from drafts.beginnings import copies, file_for, templates
from drafts.forms.new import LadderNewForm
from drafts.opening import start_from_file
from people.models import Duty
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def ladder_new(request: SignedIn) -> HttpResponse:
    """A ladder that begins empty, with a template or as a copy; for those whose duty ladders are."""
    if not request.user.holds(Duty.Kind.LADDERS):
        raise PermissionDenied
    come_along, copied = templates(), copies(request.user)
    data = request.POST if request.method == "POST" else None
    form = LadderNewForm(data, beginnings=(*come_along, *copied))
    if form.is_bound and form.is_valid():
        return redirect(once(request, lambda: start(request, **form.cleaned_data)))
    context = {"form": form, "templates": come_along, "copies": copied}
    return render(request, "drafts/ladder_new.html", context, status=422 if form.is_bound else 200)


def start(request: SignedIn, source: str, title: str) -> str:
    """Opens the first draft and leads to it."""
    file = file_for(source, request.user, title)
    return reverse("draft_show", args=[start_from_file(file, by=request.user, title=title).pid])
