"""One's packets and those one reads: the list, a new one, the packet itself, taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.blind import veil_of
from ladders.models import Version
from ladders.reading import Place, place_of
from packets.gathering import body_of, gather
from packets.handing_in import lacks_of, reading, withdraw
from packets.models import Comment, Decision, Packet, Statement
from packets.packet_page import Page, audience_of, frozen_page, page_of, visible_readers
from packets.views.opened import open_packet, stages_of, waits
from people.models import Person, Reading
from people.policy import keeps_people
from people.requests import SignedIn
from safeguards.once import done_before, once

A_PAGE = 100


@require_safe
def packet_list(request: SignedIn) -> HttpResponse:
    """One's own packets, those one was given to read, what waits for a decision, and statements one signed."""
    seen = list(Packet.objects.visible_to(request.user).full().latest_first()[:A_PAGE])
    keeper = keeps_people(request.user)
    waiting = Packet.objects.open_to_recorder(request.user).exclude(pk__in=[one.pk for one in seen])
    rest = list(waiting.full().latest_first()[:A_PAGE]) if keeper else []
    signed = Statement.objects.visible_to(request.user).released().filter(by=request.user)
    theirs = [one for one in seen if one.person_id != request.user.pk]
    Reading.note(request.user, [one.person for one in (*theirs, *rest)], "packet_list")
    context = {
        "own": [stages_of(one) for one in seen if one.person_id == request.user.pk],
        "theirs": [stages_of(one) for one in theirs],
        "waiting": [stages_of(one) for one in rest],
        "signed": signed.exclude(packet__in=seen).select_related("packet__person")[:A_PAGE],
        "keeper": keeper,
    }
    return render(request, "packets/packet_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def packet_new(request: SignedIn) -> HttpResponse:
    """Begins a packet from one's place to one's aim, or says what is missing before there can be one."""
    place = place_of(request.user)
    ready = place if place and place.stage and place.aim and place.aim is not place.stage else None
    if request.method == "POST" and ready:
        return redirect(once(request, lambda: begin(request.user, ready)))
    version = Version.objects.published().get(pid=ready.chart.version) if ready else None
    aim = ready.path.aim if ready else ""
    there = Packet.objects.visible_to(request.user).open().filter(person=request.user, target=aim).first()
    context = {"place": place, "ready": ready, "version": version, "there": there}
    return render(request, "packets/packet_new.html", context, status=422 if request.method == "POST" else 200)


def begin(person: Person, place: Place) -> str:
    version = Version.objects.published().get(pid=place.chart.version)
    packet = Packet.begin(person, version=version, stage=place.path.stage, target=place.path.aim)
    return reverse("packet_show", args=[packet.pid])


@require_safe
def packet_show(request: SignedIn, packet: str) -> HttpResponse:
    """The packet: as it is now, or from the handing in on as it was frozen."""
    found = open_packet(Packet.objects.visible_to(request.user), packet)
    if hidden := waits(request, found):
        return hidden
    Reading.note(request.user, [found.person], "packet_show")
    return render(request, "packets/packet_show.html", context_of(found, request.user))


def context_of(packet: Packet, viewer: Person) -> dict[str, Any]:
    """What the page shows beside the packet depends on who looks, and on how far it is."""
    page, lacks = shown(packet)
    managers = reading(packet)
    manages, own = viewer in managers, viewer.pk == packet.person_id
    comments = Comment.objects.visible_to(viewer).filter(sharing__packet=packet).select_related("by")
    statement = Statement.objects.visible_to(viewer).filter(packet=packet, by=viewer).first() if manages else None
    return {
        **stages_of(packet),
        "page": page,
        "lacks": lacks,
        "own": own,
        "manages": manages,
        "editable": own and packet.state in (packet.State.PRIVATE, packet.State.SHARED),
        "audience": audience_of(packet, viewer, managers),
        "manager": Person.objects.managing(packet.person).active().first() if own else None,
        "readers": visible_readers(packet, viewer) if (own or manages) and hasattr(packet, "hand_in") else [],
        "may_comment": not packet.closed_at and not page.hidden and (manages or (own and packet.is_shared)),
        "comments": comments.order_by("at", "pk") if own or manages else [],
        "statement": statement,
        "decision": Decision.objects.visible_to(viewer).filter(packet=packet).first(),
    }


def shown(packet: Packet) -> tuple[Page, tuple[str, ...]]:
    """The body to show, and what is missing before it can be handed in."""
    if hasattr(packet, "hand_in"):
        return frozen_page(packet, hidden=veil_of(packet.person) is not None), ()
    found = gather(packet)
    lacks = lacks_of(found) if not packet.closed_at else ()
    page = page_of(body_of(found), hidden=found.veil is not None, pids=[block.pid for block in found.blocks])
    return page, tuple(lack.value for lack in lacks)


@require_http_methods(["GET", "HEAD", "POST"])
def packet_withdraw(request: SignedIn, packet: str) -> HttpResponse:
    """Asks before the packet is taken back from everybody."""
    if url := done_before(request):
        return redirect(url)
    found = open_packet(Packet.objects.visible_to(request.user).filter(person=request.user), packet)
    if request.method == "POST":
        url = once(request, lambda: take_back(found, request.user))
        messages.success(request, _("Withdrawn. Nobody but you reads it any more."))
        return redirect(url)
    return render(request, "packets/packet_withdraw.html", stages_of(found))


def take_back(packet: Packet, by: Person) -> str:
    withdraw(packet, by=by)
    return reverse("packet_show", args=[packet.pid])
