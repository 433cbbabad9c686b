"""A draft seen with the eyes of somebody on the ladder."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drafts.changes_page import points_of
from drafts.differing import difference
from drafts.forms.preview import PreviewForm
from drafts.frame import frame, open_desk
from drafts.previewing import chart_kept, first_changed, preview
from people.requests import SignedIn


@require_safe
def draft_preview(request: SignedIn, draft: str) -> HttpResponse:
    """The ladder as somebody would read it after publication; `?stage=` and `?aim=` (public ids) say who."""
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user)
    chart = chart_kept(found.pk, found.revision)
    if chart is None:
        context |= {"troubles": points_of(found, desk, desk.troubles)}
        return render(request, "drafts/draft_preview.html", context)
    changed = difference(found, desk)
    form = PreviewForm(request.GET, chart=chart, first=first_changed(changed, chart))
    context |= preview(changed, chart, form.somebody()) | {"form": form}
    return render(request, "drafts/draft_preview.html", context)
