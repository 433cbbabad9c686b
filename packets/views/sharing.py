"""Showing a packet to the manager, and talking about it there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from packets.commenting import comment, partner_of, sharing_of
from packets.forms import CommentForm
from packets.gathering import items_of
from packets.handing_in import address, share
from packets.models import Packet
from packets.views.opened import open_packet, stages_of, unless_withdrawn, waits
from people.models import Person, Reading
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def packet_share(request: SignedIn, packet: str) -> HttpResponse:
    """Asks before the packet is opened to the manager there is today."""
    own = Packet.objects.visible_to(request.user).filter(person=request.user, withdrawal=None)
    found = open_packet(own, packet)
    manager = Person.objects.managing(request.user).active().first()
    if request.method == "POST" and manager:
        url = once(request, lambda: show_to(found, manager))
        messages.success(request, _("Shared with %(name)s.") % {"name": manager.name})
        return redirect(url)
    context = {**stages_of(found), "manager": manager, "items": len(items_of(request.user))}
    status = 422 if request.method == "POST" else 200
    return render(request, "packets/packet_share.html", context, status=status)


def show_to(packet: Packet, manager: Person) -> str:
    share(packet, manager)
    return address(packet)


@require_http_methods(["GET", "HEAD", "POST"])
def comment_new(request: SignedIn, packet: str) -> HttpResponse:
    """A comment, between the person and the manager who reads the packet."""
    rows = Packet.objects.visible_to(request.user).commented_by(request.user)
    found = unless_withdrawn(request, rows, packet)
    if isinstance(found, HttpResponse):
        return found
    sharing = sharing_of(found)
    if hidden := waits(request, found):
        return hidden
    form = CommentForm(request.POST or None)
    if form.is_valid():
        said = {"about": form.kind(), "text": form.cleaned_data["text"]}
        return redirect(once(request, lambda: comment(sharing, by=request.user, **said)))
    Reading.note(request.user, [found.person], "comment_new")
    context = {**stages_of(found), "form": form, "partner": partner_of(sharing, request.user)}
    return render(request, "packets/comment_new.html", context, status=422 if request.method == "POST" else 200)
