"""The log of evidence: private until its owner shares it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.evidence_cells import Log, bars, seen_by
from assessments.forms import EvidenceForm
from assessments.models import Evidence, with_witnesses
from assessments.models.evidence import EvidenceQuerySet
from assessments.quarters import Quarters
from ladders.chart import Chart
from ladders.models import Ladder
from ladders.pictures.spark import quarters as quarters_picture
from ladders.reading import place_of
from ladders.translations import read_chart
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once

A_PAGE = 30


def chart_for(person: Person) -> Chart | None:
    """The ladder whose skills evidence can show: the person's own, else the first there is."""
    place = place_of(person)
    if place:
        return place.chart
    first = Ladder.objects.visible_to(person).order_by("pk").first()
    return read_chart(first.current_id) if first else None


@require_safe
def evidence_list(request: SignedIn) -> HttpResponse:
    """What happened, the latest first, with who reads each item, and the last twelve months as bars."""
    own, chart = Evidence.objects.visible_to(request.user).about(request.user), chart_for(request.user)
    quarters = Quarters.until(timezone.localdate())
    items = with_witnesses(own.latest_first().prefetch_related("skills"))
    page = Paginator(items, A_PAGE).get_page(request.GET.get("page"))
    manager, shared = open_items(request.user)
    log = Log(chart, manager.name if manager else "", shared)
    days = own.recent(quarters).values_list("happened_on", flat=True)
    context = {
        "page": page,
        "rows": log.rows(page.object_list),
        "manager": manager if shared else None,
        "spark": quarters_picture(quarters.counts(days), quarters.labels),
        "bars": bars(Evidence.own_by_quarter(request.user, quarters), chart, quarters),
    }
    return render(request, "assessments/evidence_list.html", context)


def open_items(person: Person) -> tuple[Person | None, frozenset[int]]:
    """The manager of a person, and the primary keys of the items that are open to them."""
    manager = Person.objects.managing(person).active().first()
    if manager is None:
        return None, frozenset()
    return manager, frozenset(Evidence.objects.shared_with(manager).about(person).values_list("pk", flat=True))


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_new(request: SignedIn) -> HttpResponse:
    """A new item; `?skill=` ticks a skill, `?next=` is not taken: the way back is always the list."""
    chart = chart_for(request.user)
    data = request.POST if request.method == "POST" else None
    form = EvidenceForm(data, chart=chart, initial={"skills": request.GET.getlist("skill")})
    if form.is_valid():
        url = once(request, lambda: record(request.user, form))
        messages.success(request, _("Noted."))
        return redirect(url)
    status = 422 if form.is_bound else 200
    return render(request, "assessments/evidence_new.html", {"form": form}, status=status)


def record(person: Person, form: EvidenceForm) -> str:
    Evidence.record(person, skills=form.chosen(), **form.facts())
    return reverse("evidence_list")


def changeable(request: SignedIn) -> EvidenceQuerySet:
    return Evidence.objects.visible_to(request.user).writable_by(request.user)


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_edit(request: SignedIn, evidence: str) -> HttpResponse:
    found = get_object_or_404(with_witnesses(changeable(request)), pid=evidence)
    had = {skill.pk: skill.pid for skill in found.skills.all()}
    first = {
        **{name: getattr(found, name) for name in ("title", "happened_on", "text", "link", "strength")},
        "skills": list(had.values()),
        "seen": found.revision,
    }
    data = request.POST if request.method == "POST" else None
    form = EvidenceForm(data, chart=chart_for(request.user), initial=first)
    if form.is_valid():
        url = once(request, lambda: rewrite(found, form, set(had)))
        messages.success(request, _("Changed."))
        return redirect(url)
    status = 422 if form.is_bound else 200
    return edit_page(request, found, form, status)


def edit_page(request: SignedIn, evidence: Evidence, form: EvidenceForm, status: int) -> HttpResponse:
    manager, shared = open_items(request.user)
    reader = manager if evidence.pk in shared else None
    context = {"form": form, "evidence": evidence, "reader": reader, "seen_by": seen_by(evidence)}
    return render(request, "assessments/evidence_edit.html", context, status=status)


def rewrite(evidence: Evidence, form: EvidenceForm, had: set[int]) -> str:
    """Changes the item. Skills of another ladder are not on the form; they stay."""
    elsewhere = had - set(form.skill_pks.values())
    evidence.rewrite(seen=form.cleaned_data["seen"] or 0, skills=form.chosen() | elsewhere, **form.facts())
    return reverse("evidence_list")


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_delete(request: SignedIn, evidence: str) -> HttpResponse:
    """Asks before an item is deleted."""
    if url := done_before(request):
        return redirect(url)
    found = get_object_or_404(changeable(request), pid=evidence)
    manager, shared = open_items(request.user)
    if request.method == "POST":
        url = once(request, lambda: delete(found))
        messages.success(request, _("Deleted."))
        return redirect(url)
    context = {"evidence": found, "reader": manager if found.pk in shared else None}
    return render(request, "assessments/evidence_delete.html", context)


def delete(evidence: Evidence) -> str:
    evidence.delete()
    return reverse("evidence_list")
