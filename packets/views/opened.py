"""The way to a packet, and what stands in its place while a review of the person is open."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from assessments.blind import veil_of
from assessments.models import Appraisal
from ladders.published import chart_of
from packets.models import Closed, Packet
from packets.models.packet import PacketQuerySet
from people.models import Reading
from people.requests import SignedIn
from safeguards.views import typed


def open_packet(rows: PacketQuerySet, pid: str) -> Packet:
    """A packet out of those that a door gave. Raises Http404."""
    found: Packet = get_object_or_404(rows.full(), pid=pid)
    return found


def stages_of(packet: Packet) -> dict[str, Any]:
    """What the heading says: from where to where, and on which ladder; in the ladder's own language."""
    chart = chart_of(packet.version_id)
    titles = {stage.slug: stage.title for stage in chart.stages}
    return {
        "packet": packet,
        "chart": chart,
        "start": titles.get(packet.stage, packet.stage),
        "goal": titles.get(packet.target, packet.target),
    }


def unless_withdrawn(
    request: SignedIn, rows: PacketQuerySet, pid: str, *, recorder: bool = False
) -> Packet | HttpResponse:
    """A packet out of those that a door gave; where the person withdrew it meanwhile, a page that gives back what was
    typed. That says nothing but that it was withdrawn, which whoever gets it was told. Raises Http404.
    """
    found: Packet | None = rows.full().filter(pid=pid).first()
    if found:
        return found
    if not Packet.objects.taken_back_from(request.user, recorder=recorder).filter(pid=pid).exists():
        raise Http404
    return render(request, "packets/withdrawn.html", {"typed": typed(request)}, status=409)


def too_late(request: SignedIn, packet: Packet) -> HttpResponse | None:
    """Leads to the packet where there is nothing to write any more; None for a draft. Raises Closed for a form, so
    that the page for it gives back what was typed.
    """
    if packet.is_draft:
        return None
    if request.method == "POST":
        raise Closed
    return redirect("packet_show", packet.pid)


def waits(request: SignedIn, packet: Packet) -> HttpResponse | None:
    """The page that others than the person get while a review of the person is open; None if there is none."""
    if request.user.pk == packet.person_id:
        return None
    veil = veil_of(packet.person)
    return hidden_page(request, packet, veil) if veil else None


def hidden_page(request: SignedIn, packet: Packet, veil: Appraisal) -> HttpResponse:
    """Says what is hidden, and until when."""
    Reading.note(request.user, [packet.person], "packet_list")
    context = {**stages_of(packet), "review": veil, "mine": request.user.pk == packet.person_id}
    return render(request, "packets/hidden.html", context)
