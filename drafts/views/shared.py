"""Skills from a library: which wording the ladder takes of each."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.desk import Desk
from drafts.doors import draft_to_edit
from drafts.frame import frame, open_desk
from drafts.models import Draft
from drafts.places import levels_of
from drafts.shared import Shared, add_shared, addable, library_of, shared, take
from drafts.wording import differing
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_safe
def shared_list(request: SignedIn, draft: str) -> HttpResponse:
    """Every skill that the ladder takes from its library, in which wording, and what the library has besides."""
    found, desk = open_desk(request.user, draft)
    rows = shared(desk)
    context = frame(found, desk, request.user) | {
        "library": library_of(desk),
        "rows": rows,
        "newer": sum(1 for one in rows if one.newer),
        "addable": addable(desk),
    }
    return render(request, "drafts/shared_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def shared_take(request: SignedIn, draft: str, piece: str) -> HttpResponse:
    """What the library's latest wording of a skill changes; then takes it over."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    one = next((one for one in shared(desk) if one.row.pid == piece and one.latest), None)
    if one is None:
        raise Http404
    if request.method == "POST":
        url = once(request, lambda: take_over(found, [one], request.user))
        messages.success(request, _("Taken over. The history can take it back."))
        return redirect(url)
    context = frame(found, desk, request.user) | {"one": one, "piece": one.row, "parts": compare(desk, one)}
    return render(request, "drafts/shared_take.html", context)


def compare(desk: Desk, one: Shared) -> list[object]:
    levels = {place.key: place.name for place in levels_of(desk)}
    return list(differing(one.taken.pk, one.latest.pk, levels)) if one.taken and one.latest else []


def take_over(draft: Draft, rows: list[Shared], by: Person) -> str:
    take(draft, {one.row.pk: one.latest.number for one in rows if one.latest}, by=by)
    return reverse("shared_list", args=[draft.pid])


@require_POST
def shared_take_all(request: SignedIn, draft: str) -> HttpResponse:
    """Takes the library's latest wording of every skill."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    rows = [one for one in shared(desk) if one.newer]
    url = once(request, lambda: take_over(found, rows, request.user))
    said = ngettext("%(n)d text taken over.", "%(n)d texts taken over.", len(rows)) % {"n": len(rows)}
    messages.success(request, said)
    return redirect(url)


@require_POST
def shared_add(request: SignedIn, draft: str) -> HttpResponse:
    """Takes one more skill of the library into the grid."""
    here = draft_to_edit(request.user, draft)
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, here.pid)
    key = request.POST.get("key", "")
    library = library_of(desk)
    if library is None or key not in dict(addable(desk)):
        raise Http404
    number = library.skills.get(edition__skill__slug=key).edition.number
    url = once(request, lambda: added(found, key, number, request.user))
    messages.success(request, _("Taken. Say in the grid which stages expect it."))
    return redirect(url)


def added(draft: Draft, key: str, number: int, by: Person) -> str:
    add_shared(draft, key, number, by=by)
    return reverse("shared_list", args=[draft.pid])
