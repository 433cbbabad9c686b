"""The manager's statement, kept apart from the packet and theirs alone until they release it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from packets.commenting import release_statement
from packets.forms import ReleaseForm, StatementForm
from packets.models import Closed, Packet, Statement
from packets.models.packet import PacketQuerySet, shared_with
from packets.views.opened import open_packet, stages_of, too_late, unless_withdrawn, waits
from people.models import Reading
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.revisions import Stale


def read_as_manager(request: SignedIn) -> PacketQuerySet:
    """Packets that the viewer reads as the manager."""
    return Packet.objects.visible_to(request.user).filter(shared_with(request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def statement_edit(request: SignedIn, packet: str) -> HttpResponse:
    """Writes the statement; two tabs see both texts."""
    found = unless_withdrawn(request, read_as_manager(request), packet)
    if isinstance(found, HttpResponse):
        return found
    if answer := waits(request, found) or too_late(request, found):
        return answer
    row = Statement.objects.visible_to(request.user).filter(packet=found, by=request.user).first()
    if row and row.released_at:
        return redirect("statement_show", row.pid)
    data = request.POST.copy() if request.method == "POST" else None
    first = {"text": row.text if row else "", "seen": row.revision if row else 0}
    form = StatementForm(data, initial=first)
    stale = form.is_valid() and not saved(request, found, form, data)
    if form.is_valid() and not stale:
        return redirect("statement_release" if "release" in request.POST else "statement_edit", found.pid)
    Reading.note(request.user, [found.person], "statement_edit")
    context = {**stages_of(found), "form": form, "statement": row, "stale": stale}
    return render(request, "packets/statement_edit.html", context, status=status_of(form, stale=stale))


def status_of(form: StatementForm, *, stale: bool) -> int:
    return 409 if stale else 422 if form.is_bound else 200


def saved(request: SignedIn, packet: Packet, form: StatementForm, data: QueryDict | None) -> bool:
    """Whether the statement was saved; if not, the form takes over the revision that stands there now."""
    try:
        once(request, lambda: write(request, packet, form.cleaned_data))
    except Closed:
        raise  # the page for it keeps what was typed
    except Stale:
        row = Statement.objects.visible_to(request.user).filter(packet=packet, by=request.user).first()
        if data is not None:
            data["seen"] = str(row.revision if row else 0)
        return False
    messages.success(request, _("Saved. Only you read it until you release it."))
    return True


def write(request: SignedIn, packet: Packet, said: dict[str, Any]) -> str:
    Statement.write(packet, by=request.user, text=said["text"], seen=said["seen"] or 0)
    return reverse("statement_edit", args=[packet.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def statement_release(request: SignedIn, packet: str) -> HttpResponse:
    """Shows the statement once more, and asks before it is opened to the person for good."""
    if url := done_before(request):
        return redirect(url)
    found = open_packet(read_as_manager(request), packet)
    if answer := waits(request, found) or too_late(request, found):
        return answer
    rows = Statement.objects.visible_to(request.user).select_related("packet__person")
    row = get_object_or_404(rows.exclude(text=""), packet=found, by=request.user)
    form = ReleaseForm(request.POST or None, initial={"seen": row.revision})
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        url = once(request, lambda: release_statement(row, by=request.user, seen=seen))
        messages.success(request, _("Released. %(name)s can read it now.") % {"name": found.person.name})
        return redirect(url)
    Reading.note(request.user, [found.person], "statement_release")
    context = {**stages_of(found), "form": form, "statement": row}
    return render(request, "packets/statement_release.html", context, status=422 if form.is_bound else 200)


@require_safe
def statement_show(request: SignedIn, statement: str) -> HttpResponse:
    """A statement that one signed: for twelve months also after somebody else became the manager."""
    rows = Statement.objects.visible_to(request.user).released().select_related("packet__person", "by")
    found = get_object_or_404(rows, pid=statement)
    Reading.note(request.user, [found.packet.person], "statement_show")
    own = found.packet.person_id == request.user.pk
    context = {**stages_of(found.packet), "statement": found, "own": own}
    return render(request, "packets/statement_show.html", context)
