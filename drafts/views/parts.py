"""The small parts of a ladder: levels, lines, phases, categories, ways in, ways beyond."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from drafts.adding import add_part
from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.forms.parts import PartNewForm
from drafts.frame import frame, open_desk, open_piece, open_sheet
from drafts.models import Draft, Piece
from drafts.parts import PARTS, Part, cells_with, loose_categories, users
from drafts.pieces import Kind
from drafts.shared import library_of
from drafts.sheets import answer
from drafts.spots import spots
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_safe
def part_list(request: SignedIn, draft: str, part: Part) -> HttpResponse:
    """All parts of a kind in their order, and how to add one."""
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | part_context(part, desk)
    context["form"] = part.new_form(draft=found, desk=desk, kind=part.kind)
    return render(request, "drafts/part_list.html", context)


def part_context(part: Part, desk: Desk) -> dict[str, Any]:
    """The parts of a kind, each with how many others name it; what the list says beside them."""
    rows = part.pieces(desk)
    borrowed = library_of(desk) if part.kind is Kind.LEVEL and not rows else None
    return {
        "part": part,
        "parts": PARTS.values(),
        "rows": [(piece, len(users(desk, piece))) for piece in rows],
        "library": borrowed,
        "loose": loose_categories(desk) if part.kind is Kind.CATEGORY else {},
    }


@require_http_methods(["GET", "HEAD", "POST"])
def part_new(request: SignedIn, draft: str, part: Part) -> HttpResponse:
    """A new part; its sheet follows."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    data = request.POST if request.method == "POST" else None
    form = part.new_form(data, draft=found, desk=desk, kind=part.kind)
    if form.is_valid():
        return redirect(once(request, lambda: added(found, part, form, request.user)))
    context = frame(found, desk, request.user) | {"form": form, "part": part}
    return render(request, "drafts/part_new.html", context, status=422 if form.is_bound else 200)


def added(draft: Draft, part: Part, form: PartNewForm, by: Person) -> str:
    piece = add_part(draft, part.kind, form.body(), key=form.key(), by=by)
    return reverse("part_edit", args=[draft.pid, part.word, piece.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def part_edit(request: SignedIn, draft: str, part: Part, piece: str) -> HttpResponse:
    """The sheet of a part."""
    found, desk = open_sheet(request, draft)
    here = open_piece(request, found, part.kind, piece)
    data = request.POST if request.method == "POST" else None
    form = part.form(data, draft=found, piece=here, desk=desk)
    context = frame(found, desk, request.user) | around_part(part, desk, here)
    return answer(request, form, "drafts/part_edit.html", context, request.path)


def around_part(part: Part, desk: Desk, piece: Piece) -> dict[str, Any]:
    """The neighbours of a part, who names it, and what is said about it."""
    rows = part.pieces(desk)
    at = next((place for place, row in enumerate(rows) if row.pk == piece.pk), None)
    return {
        "part": part,
        "piece": piece,
        "before": rows[at - 1] if at else None,
        "after": rows[at + 1] if at is not None and at + 1 < len(rows) else None,
        "users": users(desk, piece),
        "cells": cells_with(desk, piece) if part.kind is Kind.LEVEL else 0,
        "spots": spots(desk, piece),
    }
