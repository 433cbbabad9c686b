"""The grid of a draft: the page, and what saves itself on it."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.cells import Outcome, save_cells
from drafts.forms.cells import CellsForm, PageForm
from drafts.frame import frame, open_desk
from drafts.grid_page import grid_context, notes_of
from drafts.models import Draft
from drafts.since import News, news
from drafts.statements import draft_to_read, draft_to_write
from people.requests import SignedIn


@require_http_methods(["GET", "HEAD", "POST"])
def draft_show(request: SignedIn, draft: str) -> HttpResponse:
    """The grid. Without scripts it is a form that comes back here; with them its cells save themselves."""
    if request.method != "POST":
        return grid_page(request, draft)
    form, outcome = typed(request, draft_to_write(request.user, draft))
    if outcome.wrong or outcome.met:
        return grid_page(request, draft, form, outcome)
    return redirect("draft_show", draft)


def grid_page(
    request: SignedIn, draft: str, form: CellsForm | None = None, outcome: Outcome | None = None
) -> HttpResponse:
    """The page; with an outcome it says at each cell what is wrong with it, or what it met."""
    found, desk = open_desk(request.user, draft)
    context: dict[str, Any] = frame(found, desk, request.user) | {
        "outcome": outcome,
        "seen": found.revision,
        "writer": form.cleaned_data["writer"] if form else secrets.token_urlsafe(16),
    }
    notes = notes_of(form.cells, outcome) if form and outcome else {}
    context |= grid_context(context, request.GET.get("stage", ""), notes)
    status = (422 if outcome.wrong else 409) if outcome else 200
    return render(request, "drafts/draft_show.html", context, status=status)


def typed(request: SignedIn, draft: Draft) -> tuple[CellsForm, Outcome]:
    """Saves the cells that were sent. Raises BadRequest, Closed."""
    form = CellsForm(request.POST)
    if not form.is_valid():
        raise BadRequest("The cells came without the revision they were made from.")
    seen, writer = form.cleaned_data["seen"], form.cleaned_data["writer"]
    return form, save_cells(draft, form.cells, seen=seen, by=request.user, writer=writer)


@require_POST
def cell_save(request: SignedIn, draft: str) -> HttpResponse:
    """Saves cells: 204, or which were not understood (422) or met somebody else's change (409); the rest is saved.

    A page that knows the revision before and how much it wrote can tell from these headers whether others wrote, too.
    """
    found = draft_to_write(request.user, draft)
    form, outcome = typed(request, found)
    if not (outcome.wrong or outcome.met):
        saved = {"X-Revision": str(outcome.saved.revision), "X-Written": str(outcome.saved.written)}
        return HttpResponse(status=204, headers=saved)
    since = news(found, seen=form.cleaned_data["seen"], writer=form.cleaned_data["writer"])
    return JsonResponse(told(since, outcome), status=422 if outcome.wrong else 409)


@require_safe
def grid_since(request: SignedIn, draft: str) -> HttpResponse:
    """What others have changed after revision `?seen=` of the page `?writer=`; 204 if nothing at all happened."""
    found, _ways, _closed = draft_to_read(request.user, draft)
    form = PageForm(request.GET)
    if not form.is_valid():
        raise BadRequest("Since when?")
    if found.revision <= form.cleaned_data["seen"]:
        return HttpResponse(status=204)
    return JsonResponse(told(news(found, **form.cleaned_data)))


def told(since: News, outcome: Outcome | None = None) -> dict[str, Any]:
    """What static/js/cell-saver.js reads. `cells` are those of others, by name: the text, and whose it is."""
    return {
        "revision": since.revision,
        "cells": since.cells,
        "anew": since.anew,
        "met": list(outcome.met) if outcome else [],
        "wrong": outcome.wrong if outcome else {},
    }
