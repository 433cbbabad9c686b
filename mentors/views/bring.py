"""People whom somebody brings along: looked at first, then taken in, all or none."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentors.desk import Desk, desk_of
from mentors.forms.bring import BoardImportForm
from mentors.keeping import MOST, add_members
from mentors.seating import Full
from mentors.tables import EXAMPLE
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once
from safeguards.revisions import Stale


@require_http_methods(["GET", "HEAD", "POST"])
def board_import(request: SignedIn) -> HttpResponse:
    """A file, or its text; what it would do; and, sent from there, that it is done."""
    desk, today = desk_of(request.user), timezone.localdate()
    sent = int(request.headers.get("Content-Length") or 0)
    bound = request.method == "POST"
    form = (
        BoardImportForm(request.POST, request.FILES, today=today, sent=sent)
        if bound
        else BoardImportForm(today=today)
    )
    fits = form.is_valid() and has_room(desk, form)
    if fits and form.agreed():
        url = once(request, lambda: take_in(request.user, form))
        messages.success(request, _("They are on your board."))
        return redirect(url)
    context = {"form": form, "fits": fits, "example": EXAMPLE}
    if fits:
        context |= {"members": form.members(), "twice": form.twice(names(desk))}
    return render(request, "mentors/board_import.html", context, status=422 if bound and not fits else 200)


def has_room(desk: Desk, form: BoardImportForm) -> bool:
    """Whether all of them find room; says so beside the file if not."""
    if len(desk.sitting) + len(form.brought.rows) <= MOST:
        return True
    form.add_error("file", _("Your board holds 500 people. Retire or forget somebody first."))
    return False


def names(desk: Desk) -> list[str]:
    return [held.contents.name for held in desk.members.values()]


def take_in(owner: Person, form: BoardImportForm) -> str:
    """Raises Stale where another tab has filled the board meanwhile."""
    try:
        add_members(owner, form.members())
    except Full as full:
        raise Stale from full
    return reverse("member_list")
