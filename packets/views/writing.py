"""Writing a packet: one section at a time, each saved on its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from packets.gathering import gather
from packets.models import Closed, Comment, Packet, Section
from packets.models.section import Full
from packets.pieces import BLOCK, SINGLE, text_in
from packets.section_forms import FORMS, SectionForm
from packets.views.opened import open_packet, stages_of, too_late
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.revisions import Stale


@require_http_methods(["GET", "HEAD", "POST"])
def packet_edit(request: SignedIn, packet: str, section: str) -> HttpResponse:
    """One section of the packet. Raises Http404 for a section that no packet has."""
    found = open_packet(Packet.objects.visible_to(request.user).writable_by(request.user), packet)
    if section not in SINGLE:
        raise Http404
    return edited(request, found, found.sections.get(kind=section), "packets/packet_edit.html")


@require_http_methods(["GET", "HEAD", "POST"])
def block_edit(request: SignedIn, packet: str, block: str) -> HttpResponse:
    """One case block."""
    section = open_block(request, packet, block)
    found = section.packet
    return edited(request, found, section, "packets/block_edit.html")


def open_block(request: SignedIn, packet: str, block: str) -> Section:
    """A case block of one's own draft, with its packet. Raises Http404."""
    rows = Section.objects.visible_to(request.user).blocks().filter(packet__pid=packet)
    section = get_object_or_404(rows, pid=block)
    section.packet = open_packet(Packet.objects.visible_to(request.user).writable_by(request.user), packet)
    return section


def edited(request: SignedIn, packet: Packet, section: Section, template: str) -> HttpResponse:
    """Shows the form, saves it, or shows both texts where somebody saved meanwhile."""
    if late := too_late(request, packet):
        return late
    data = request.POST.copy() if request.method == "POST" else None
    made: dict[str, Any] = {"found": gather(packet), "saved": section.body, "seen": section.revision}
    form, met, stale = FORMS[section.kind](data, **made), [], False
    if form.is_valid():
        try:
            url = once(request, lambda: save(packet, section, form))
        except Closed:
            raise  # the page for it keeps what was typed
        except Stale:
            # The next go overwrites what stands there, which is shown beside it.
            section.refresh_from_db()
            met, stale = form.against(section.body), True
            if data is not None:
                data["seen"] = str(section.revision)
        else:
            messages.success(request, _("Saved."))
            return redirect(url)
    comments = Comment.objects.visible_to(request.user).filter(sharing__packet=packet, about=section.kind)
    context = {
        **stages_of(packet),
        "form": form,
        "section": section,
        "met": met,
        "stale": stale,
        "comments": comments.select_related("by"),
    }
    status = 409 if stale else 422 if form.is_bound else 200
    return render(request, template, context, status=status)


def save(packet: Packet, section: Section, form: SectionForm) -> str:
    section.write(form.body(), seen=form.cleaned_data["seen"] or 0)
    return f"{reverse('packet_show', args=[packet.pid])}#{section.kind}"


@require_http_methods(["GET", "HEAD", "POST"])
def block_new(request: SignedIn, packet: str) -> HttpResponse:
    """A new case block at the end."""
    found = open_packet(Packet.objects.visible_to(request.user).writable_by(request.user), packet)
    if late := too_late(request, found):
        return late
    form = FORMS[BLOCK](request.POST if request.method == "POST" else None, found=gather(found), saved={}, seen=0)
    full = False
    if form.is_valid():
        try:
            return redirect(once(request, lambda: add(found, form)))
        except Full:
            full = True
    context = {**stages_of(found), "form": form, "full": full}
    return render(request, "packets/block_new.html", context, status=422 if form.is_bound else 200)


def add(packet: Packet, form: SectionForm) -> str:
    Section.add_block(packet, form.body())
    return f"{reverse('packet_show', args=[packet.pid])}#{BLOCK}"


@require_POST
def block_move(request: SignedIn, packet: str, block: str) -> HttpResponse:
    """Moves a case block up or down by one."""
    section = open_block(request, packet, block)
    found = section.packet
    section.move(up=request.POST.get("way") == "up")
    return redirect(f"{reverse('packet_show', args=[found.pid])}#{BLOCK}")


@require_http_methods(["GET", "HEAD", "POST"])
def block_remove(request: SignedIn, packet: str, block: str) -> HttpResponse:
    """Asks before a case block is taken out."""
    if url := done_before(request):
        return redirect(url)
    section = open_block(request, packet, block)
    found = section.packet
    if late := too_late(request, found):
        return late
    if request.method == "POST":
        return redirect(once(request, lambda: remove(found, section)))
    context = {**stages_of(found), "section": section, "title": text_in(section.body, "title")}
    return render(request, "packets/block_remove.html", context)


def remove(packet: Packet, section: Section) -> str:
    section.remove()
    return f"{reverse('packet_show', args=[packet.pid])}#{BLOCK}"
