"""The decision, its release to the person, and the plan that a "not now" opens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.blind import veil_of
from packets.forms import DecisionForm, ReasonForm
from packets.handing_in import decide, reading, release
from packets.models import Decision, Packet, Reason
from packets.views.opened import hidden_page, open_packet, stages_of, unless_withdrawn, waits
from people.models import Person, Reading
from people.notices import tell
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.revisions import Stale


@require_http_methods(["GET", "HEAD", "POST"])
def packet_decide(request: SignedIn, packet: str) -> HttpResponse:
    """Records the decision: by the manager, or by one of the people team, who reads nothing of the packet here."""
    if url := done_before(request):
        return redirect(url)
    found = unless_withdrawn(request, Packet.objects.open_to_recorder(request.user), packet, recorder=True)
    if isinstance(found, HttpResponse):
        return found
    if hidden := waits(request, found):
        return hidden
    if hasattr(found, "decision") and request.method != "POST":
        return redirect("packet_release", found.pid)
    form = DecisionForm(request.POST or None, skills=skills_of(found))
    if form.is_valid():
        url = once(request, lambda: record(found, form, request.user))
        messages.success(request, _("Recorded. %(name)s reads it once it is released.") % {"name": found.person.name})
        return redirect(url)
    Reading.note(request.user, [found.person], "packet_decide")
    context = {**stages_of(found), "form": form}
    return render(request, "packets/packet_decide.html", context, status=422 if request.method == "POST" else 200)


def skills_of(packet: Packet) -> list[tuple[int, str, str]]:
    """The skills of which the target stage expects something: primary key, public id, title."""
    chart = stages_of(packet)["chart"]
    expected = chart.expects.get(packet.target, {})
    return [(skill.pk, skill.pid, skill.title) for skill in chart.skills if skill.slug in expected]


def record(packet: Packet, form: DecisionForm, by: Person) -> str:
    said = form.cleaned_data
    decide(packet, by=by, yes=said["yes"] == "yes", words=said["words"], reasons=form.reasons())
    return reverse("packet_release", args=[packet.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def packet_release(request: SignedIn, packet: str) -> HttpResponse:
    """Asks before the decision is opened to the person."""
    if url := done_before(request):
        return redirect(url)
    rows = Packet.objects.open_to_recorder(request.user).filter(decision__isnull=False)
    found = open_packet(rows, packet)
    if hidden := waits(request, found):
        return hidden
    if request.method == "POST":
        url = once(request, lambda: open_up(found, request.user))
        messages.success(request, _("Released. %(name)s is told.") % {"name": found.person.name})
        return redirect(url)
    Reading.note(request.user, [found.person], "packet_release")
    # Somebody else of the people team releases it without reading it.
    decision = Decision.objects.visible_to(request.user).filter(packet=found).first()
    return render(request, "packets/packet_release.html", {**stages_of(found), "decision": decision})


def open_up(packet: Packet, by: Person) -> str:
    release(packet, by=by)
    return reverse("packet_list")


@require_safe
def packet_plan(request: SignedIn, packet: str) -> HttpResponse:
    """What follows from "not now": for each reason what would show it, whose it is, and by when."""
    found = open_packet(Packet.objects.visible_to(request.user).planned_by(request.user), packet)
    if veil := veil_of(found.person):
        return hidden_page(request, found, veil)
    Reading.note(request.user, [found.person], "packet_plan")
    context = {
        **stages_of(found),
        "own": found.person_id == request.user.pk,
        "managers": reading(found),
        "decision": Decision.objects.visible_to(request.user).filter(packet=found).first(),
        "steps": steps_of(request.user, found),
    }
    return render(request, "packets/packet_plan.html", context)


def steps_of(viewer: Person, packet: Packet) -> list[dict[str, Any]]:
    """The reasons in the order of the ladder, with the names of their skills."""
    titles = {pk: title for pk, _pid, title in skills_of(packet)}
    rows = {
        row.skill_id: row
        for row in Reason.objects.visible_to(viewer).planned_by(viewer).filter(decision__packet=packet)
    }
    return [{"skill": title, "reason": rows[pk]} for pk, title in titles.items() if pk in rows]


@require_http_methods(["GET", "HEAD", "POST"])
def reason_edit(request: SignedIn, packet: str, reason: str) -> HttpResponse:
    """One step of the plan: both of the two change it, and see both texts where they meet."""
    found = open_packet(Packet.objects.visible_to(request.user).planned_by(request.user), packet)
    if veil := veil_of(found.person):
        return hidden_page(request, found, veil)
    row = get_object_or_404(
        Reason.objects.visible_to(request.user).planned_by(request.user), pid=reason, decision__packet=found
    )
    data = request.POST.copy() if request.method == "POST" else None
    form = ReasonForm(data, initial=first_of(row))
    stale = form.is_valid() and not planned(request, row, form, data)
    if form.is_valid() and not stale:
        return redirect("packet_plan", found.pid)
    Reading.note(request.user, [found.person], "reason_edit")
    context = {**stages_of(found), "form": form, "reason": row, "stale": stale}
    return render(request, "packets/reason_edit.html", context, status=409 if stale else 422 if form.errors else 200)


def first_of(row: Reason) -> dict[str, Any]:
    return {"sign": row.sign, "owner": row.owner, "due_on": row.due_on, "seen": row.revision}


def planned(request: SignedIn, row: Reason, form: ReasonForm, data: QueryDict | None) -> bool:
    """Whether the step was saved; if not, the form takes over the revision that stands there now."""
    try:
        once(request, lambda: plan(row.decision.packet, row, form.cleaned_data, request.user))
    except Stale:
        row.refresh_from_db()
        if data is not None:
            data["seen"] = str(row.revision)
        return False
    return True


def plan(packet: Packet, row: Reason, said: dict[str, Any], by: Person) -> str:
    row.plan(by=by, seen=said["seen"] or 0, **{name: said[name] for name in ("sign", "owner", "due_on")})
    url = reverse("packet_plan", args=[packet.pid])
    tell([packet.person, *reading(packet)], "packet_planned", by=by, url=url)
    return url
