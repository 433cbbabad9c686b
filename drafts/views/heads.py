"""The ladder itself: its title and its rule, and the library that it takes skills from."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from drafts.borrowing import borrow_from
from drafts.doors import draft_to_edit
from drafts.forms.head import HeadEditForm, LibraryEditForm
from drafts.frame import frame, open_desk, open_sheet
from drafts.models import Draft
from drafts.parts import PARTS
from drafts.shared import library_of, shared_rows
from drafts.sheets import answer
from drafts.spots import spots
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def head_edit(request: SignedIn, draft: str) -> HttpResponse:
    """What the ladder is called, where it comes from, and how its stages are met."""
    found, desk = open_sheet(request, draft)
    data = request.POST if request.method == "POST" else None
    form = HeadEditForm(data, draft=found, piece=desk.head, desk=desk)
    context = frame(found, desk, request.user) | {
        "piece": desk.head,
        "library": library_of(desk),
        "borrowed": len(shared_rows(desk)),
        "parts": [(part, len(desk.rows(part.kind))) for part in PARTS.values()],
        "spots": spots(desk, desk.head),
    }
    return answer(request, form, "drafts/head_edit.html", context, request.path)


@require_http_methods(["GET", "HEAD", "POST"])
def library_edit(request: SignedIn, draft: str) -> HttpResponse:
    """From which library the ladder takes skills."""
    here = draft_to_edit(request.user, draft)
    found, desk = open_desk(request.user, here.pid)
    data = request.POST if request.method == "POST" else None
    form = LibraryEditForm(data, draft=found, desk=desk)
    if form.is_valid():
        return redirect(once(request, lambda: borrowed(found, form.cleaned_data["uses"], request.user)))
    context = frame(found, desk, request.user) | {
        "form": form,
        "library": library_of(desk),
        "rows": shared_rows(desk),
    }
    return render(request, "drafts/library_edit.html", context, status=422 if form.is_bound else 200)


def borrowed(draft: Draft, uses: str, by: Person) -> str:
    borrow_from(draft, uses, by=by)
    return reverse("head_edit", args=[draft.pid])
