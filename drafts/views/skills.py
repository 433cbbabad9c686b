"""Skills of a draft: the sheet of one with all its texts, and a new one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.forms.skills import SkillEditForm, SkillNewForm
from drafts.frame import frame, open_desk, open_piece, open_sheet
from drafts.models import Draft, Piece
from drafts.new_skill import add_skill
from drafts.pieces import Kind
from drafts.places import expected_levels, grid_url, group_of
from drafts.returning import skills_before
from drafts.sheets import answer
from drafts.spots import spots
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def skill_edit(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """Everything about a skill, with its text at each level and stage; the statements are on the sheets of those."""
    found, desk = open_sheet(request, draft)
    skill = open_piece(request, found, Kind.SKILL, piece)
    data = request.POST if request.method == "POST" else None
    form = SkillEditForm(data, draft=found, piece=skill, desk=desk)
    context = frame(found, desk, request.user) | skill_context(found, desk, skill, form)
    return answer(request, form, "drafts/skill_edit.html", context, request.path)


def skill_context(draft: Draft, desk: Desk, skill: Piece, form: SkillEditForm) -> dict[str, Any]:
    """The texts of a skill with the ways to their sheets, what the stages expect of it, and what is said about it."""
    texts = [
        (place.pid != "", field, place.url(draft, skill), skill.read(place.path) or {})
        for place, field in form.all_texts()
    ]
    return {
        "piece": skill,
        "up": grid_url(draft, desk, skill),
        "at_group": group_of(desk, skill),
        "levels": [text for text in texts if not text[0]],
        "stages": [text for text in texts if text[0]],
        "expected": expected_levels(desk, skill),
        "spots": spots(desk, skill),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def skill_new(request: SignedIn, draft: str) -> HttpResponse:
    """A new skill; `?group=` is the number of its category in the tree."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    data = request.POST if request.method == "POST" else None
    first = {"category": category_at(desk, request.GET.get("group", ""))}
    form = SkillNewForm(data, desk=desk, former=skills_before(found), initial=first)
    if form.is_valid():
        return redirect(once(request, lambda: added(found, form, request.user)))
    context = frame(found, desk, request.user) | {"form": form, "before": form.same_name}
    return render(request, "drafts/skill_new.html", context, status=422 if form.is_bound else 200)


def category_at(desk: Desk, group: str) -> str:
    """The category of the group with this number in the tree; "" if there is none."""
    groups = desk.skills()
    if not (group.isdecimal() and len(group) < len("10000") and 0 < int(group) <= len(groups)):
        return ""
    title = groups[int(group) - 1].title
    return next((row.key for row in desk.rows(Kind.CATEGORY) if row.title == title), title)


def added(draft: Draft, form: SkillNewForm, by: Person) -> str:
    given = {name: form.cleaned_data[name] for name in ("title", "category", "like")}
    return reverse("skill_edit", args=[draft.pid, add_skill(draft, **given, by=by).pid])
