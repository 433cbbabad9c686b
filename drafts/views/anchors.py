"""The anchor test: beginning one, sorting, and how the texts came out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.desk import Desk
from drafts.doors import draft_to_edit, ladder_to
from drafts.forms.anchors import AnchorTestNewForm, SortingForm, begin
from drafts.frame import frame, open_desk
from drafts.models import AnchorTest, Draft, Keeper, Sorter
from drafts.pieces import Kind
from drafts.retranslation import FEWEST, Agreement, Put, Text, agreement, shuffled
from drafts.sheets import saved
from people.requests import SignedIn
from safeguards.once import once


@require_safe
def anchor_test_list(request: SignedIn, draft: str) -> HttpResponse:
    """The tests of a draft, the latest first."""
    found, desk = open_desk(request.user, draft)
    tests = AnchorTest.objects.visible_to(request.user).filter(draft=found).latest_first().with_counts()
    return render(request, "drafts/anchor_test_list.html", frame(found, desk, request.user) | {"tests": tests})


@require_http_methods(["GET", "HEAD", "POST"])
def anchor_test_new(request: SignedIn, draft: str) -> HttpResponse:
    """Whose texts are sorted, and by whom."""
    draft_to_edit(request.user, draft)
    found, desk = open_desk(request.user, draft)
    form = AnchorTestNewForm(request.POST if request.method == "POST" else None, desk=desk, by=request.user)
    if form.is_bound and form.is_valid():

        def act() -> str:
            return reverse("anchor_test_show", args=[draft, begin(form, desk, found, request.user).pid])

        url = once(request, act)
        messages.success(
            request,
            _("The test has begun. Everybody you chose finds it under “Proposals” in the menu of their account."),
        )
        return redirect(url)
    context = frame(found, desk, request.user) | {"form": form}
    return render(request, "drafts/anchor_test_new.html", context, status=422 if form.is_bound else 200)


@require_safe
def anchor_test_show(request: SignedIn, draft: str, test: str) -> HttpResponse:
    """How each text came out, without the names of those who sorted."""
    found, desk = open_desk(request.user, draft)
    tests = AnchorTest.objects.visible_to(request.user).filter(draft=found).with_counts()
    one = get_object_or_404(tests, pid=test)
    results = outcome(one)
    context = {
        "test": one,
        "results": [row_of(one, result, found, desk) for result in results],
        "unclear": sum(not result.is_clear for result in results),
        "fewest": FEWEST,
    }
    return render(request, "drafts/anchor_test_show.html", frame(found, desk, request.user) | context)


def outcome(test: AnchorTest) -> tuple[Agreement, ...]:
    """The agreement on each text among those who finished; nothing before enough of them did."""
    sheets = test.sheets()
    return agreement([Text(**text) for text in test.texts], sheets) if len(sheets) >= FEWEST else ()


def row_of(test: AnchorTest, result: Agreement, draft: Draft, desk: Desk) -> dict[str, Any]:
    """A result with the names of its skill and level, where they are edited ("": no longer there), and of where most
    people put it instead.
    """
    skills, levels = dict(test.skills), dict(test.levels)
    piece = next((piece for piece in desk.rows(Kind.SKILL) if piece.key == result.text.skill), None)
    put, count = result.elsewhere or (None, 0)
    return {
        "result": result,
        "url": reverse("text_edit", args=[draft.pid, piece.pid, result.text.level]) if piece else "",
        "skill": skills.get(result.text.skill, result.text.skill),
        "level": f"{result.text.level} {levels.get(result.text.level, '')}",
        "other_skill": skills.get(put.skill, "") if put else "",
        "other_level": "" if put is None or put.level is None else f"{put.level} {levels.get(put.level, '')}",
        "others": count,
    }


@require_POST
def anchor_test_close(request: SignedIn, draft: str, test: str) -> HttpResponse:
    """Ends a test; what was sorted stays."""
    tests = AnchorTest.objects.visible_to(request.user).select_related("draft__ladder")
    one = get_object_or_404(tests, draft__pid=draft, pid=test)
    ladder_to(Keeper.Kind.EDIT, request.user, one.draft.ladder.pid)
    one.close()
    messages.success(request, _("The test has ended."))
    return redirect("anchor_test_show", draft, test)


@require_http_methods(["GET", "HEAD", "POST"])
def sorting_edit(request: SignedIn, sorter: str) -> HttpResponse:
    """The texts, shuffled and without names; each change saves itself, the button hands them in."""
    mine = Sorter.objects.visible_to(request.user).select_related("test__draft__ladder")
    found = get_object_or_404(mine, pid=sorter)
    there = {one.text: Put(one.skill, one.level) for one in found.sortings.all()}
    form = SortingForm(request.POST if request.method == "POST" else None, sorter=found, puts=there)
    if form.is_bound and form.is_valid():
        with transaction.atomic():
            found.sort(form.puts(), seen=form.cleaned_data["seen"], writer=form.cleaned_data["writer"])
            if "finish" in request.POST:
                found.finish()
        return saved() if request.htmx else redirect("sorting_edit", sorter)
    texts = [
        (text, form[f"skill-{text.id}"], form[f"level-{text.id}"])
        for text in shuffled([Text(**text) for text in found.test.texts], found.pid)
    ]
    context = {"sorter": found, "form": form, "texts": texts, "done": len(there)}
    return render(request, "drafts/sorting_edit.html", context, status=422 if form.is_bound else 200)
