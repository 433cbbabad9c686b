"""Handing a packet in, and naming who reads the frozen copy."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from packets.forms import ReadersForm
from packets.gathering import body_of, gather
from packets.handing_in import Lacking, address, fingerprint, hand_in, lacks_of, name_reader, unname_reader
from packets.models import Closed, Packet, Reader
from packets.packet_page import page_of, reader_rows
from packets.views.opened import open_packet, stages_of, too_late, unless_withdrawn, waits
from people.models import Person, Reading
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def packet_hand_in(request: SignedIn, packet: str) -> HttpResponse:
    """Asks who reads it, says what is still missing, and freezes the packet."""
    if url := done_before(request):
        return redirect(url)
    found = open_packet(Packet.objects.visible_to(request.user).writable_by(request.user), packet)
    if late := too_late(request, found):
        return late
    form = readers_form(request, found)
    gathered = gather(found)
    lacks = lacks_of(gathered)
    if form.is_valid() and not lacks:
        try:
            return redirect(once(request, lambda: freeze(found, form, request.user)))
        except Lacking as error:
            lacks = error.lacks
    form.initial = {"seen": fingerprint(gathered)}
    context = {"form": form, "lacks": lacks, "page": page_of(body_of(gathered), hidden=bool(gathered.veil))}
    status = 422 if form.is_bound else 200
    return render(request, "packets/packet_hand_in.html", {**stages_of(found), **context}, status=status)


def freeze(packet: Packet, form: ReadersForm, by: Person) -> str:
    hand_in(packet, form.cleaned_data["readers"], by=by, seen=form.cleaned_data["seen"])
    return address(packet)


def readers_form(request: SignedIn, packet: Packet) -> ReadersForm:
    """Whom the viewer may name: the person anybody, the manager only their own manager."""
    data: Any = request.POST if request.method == "POST" else None
    above = Person.objects.managing(request.user).active().first()
    return ReadersForm(data, viewer=request.user, person=packet.person, above=above)


@require_http_methods(["GET", "HEAD", "POST"])
def packet_readers(request: SignedIn, packet: str) -> HttpResponse:
    """Who reads the frozen copy; the person names anybody, the manager the one above."""
    rows = Packet.objects.visible_to(request.user).naming_readers(request.user)
    found = unless_withdrawn(request, rows, packet)
    if isinstance(found, HttpResponse):
        return found
    if hidden := waits(request, found):
        return hidden
    form = readers_form(request, found)
    if form.is_valid():
        url = once(request, lambda: name(found, form, request.user))
        messages.success(request, _("Named. They are told, and so is whom the packet is about."))
        return redirect(url)
    Reading.note(request.user, [found.person], "packet_readers")
    context = {**stages_of(found), "form": form, "readers": reader_rows(found, request.user)}
    return render(request, "packets/packet_readers.html", context, status=422 if form.is_bound else 200)


def name(packet: Packet, form: ReadersForm, by: Person) -> str:
    for reader in form.cleaned_data["readers"]:
        name_reader(packet.hand_in, reader, by=by)
    return reverse("packet_readers", args=[packet.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def reader_remove(request: SignedIn, packet: str, reader: str) -> HttpResponse:
    """Asks before the frozen copy is closed to somebody whom one named; until it is decided."""
    if url := done_before(request):
        return redirect(url)
    packets = Packet.objects.visible_to(request.user).naming_readers(request.user).filter(pid=packet)
    rows = Reader.objects.visible_to(request.user).filter(by=request.user, hand_in__packet__in=packets.values("pk"))
    row = get_object_or_404(rows.select_related("reader", "hand_in"), reader__pid=reader)
    found = row.hand_in.packet = open_packet(packets, packet)
    if hidden := waits(request, found):
        return hidden
    late = found.state is not found.State.HANDED_IN
    if request.method == "POST":
        if late:
            raise Closed
        return redirect(once(request, lambda: unname(row, request.user)))
    Reading.note(request.user, [found.person], "reader_remove")
    context = {**stages_of(found), "reader": row.reader, "late": late}
    return render(request, "packets/reader_remove.html", context)


def unname(row: Reader, by: Person) -> str:
    unname_reader(row, by=by)
    return reverse("packet_readers", args=[row.hand_in.packet.pid])
