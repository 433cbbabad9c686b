"""Evidence that others read: shared with the manager, and shown to somebody who saw it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.models import Answered, Endorsement, Evidence, Share
from assessments.sharing_forms import EndorsementAnswerForm, EndorsementAskForm, ShareForm
from assessments.views.evidence import changeable
from people.models import Person, Reading
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.views import typed


@require_http_methods(["GET", "HEAD", "POST"])
def share_edit(request: SignedIn, evidence: str) -> HttpResponse:
    """Opens one item to one's manager, or closes it; says who reads what before and after."""
    found = get_object_or_404(changeable(request), pid=evidence)
    manager = Person.objects.managing(request.user).active().first()
    form = ShareForm(request.POST or None, manager=manager)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(request, lambda: shared(request, found, form)))
        except ValidationError as refused:
            form.add_error(None, refused)
    context = {"evidence": found, "form": form, "manager": manager, "reader": reader_of(found, manager)}
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/share_edit.html", context, status=status)


def reader_of(evidence: Evidence, manager: Person | None) -> Person | None:
    """The manager, if the item is open to them."""
    return manager if manager and Evidence.objects.shared_with(manager).filter(pk=evidence.pk).exists() else None


def shared(request: SignedIn, evidence: Evidence, form: ShareForm) -> str:
    if form.cleaned_data["act"] == "stop":
        Share.stop(evidence)
        messages.success(request, _("Only you read it now."))
    elif form.manager:
        Share.give(evidence, form.manager)
        messages.success(request, _("%(name)s reads it now.") % {"name": form.manager.name})
    return reverse("evidence_list")


@require_http_methods(["GET", "HEAD", "POST"])
def endorsement_ask(request: SignedIn, evidence: str) -> HttpResponse:
    """Asks a colleague who saw it to say so."""
    found = get_object_or_404(changeable(request), pid=evidence)
    form = EndorsementAskForm(request.POST or None, viewer=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(request, lambda: asked(request, found, form)))
        except ValidationError as refused:
            form.add_error("who", refused)
    said = found.endorsements.latest_first().select_related("witness")
    context = {"evidence": found, "form": form, "endorsements": said, "suggestions": form.suggestions()}
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/endorsement_ask.html", context, status=status)


def asked(request: SignedIn, evidence: Evidence, form: EndorsementAskForm) -> str:
    row = Endorsement.ask(evidence, form.cleaned_data["person"])
    messages.success(request, _("%(name)s is asked.") % {"name": form.cleaned_data["person"].name})
    return reverse("endorsement_ask", args=[row.evidence.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def endorsement_answer(request: SignedIn, endorsement: str) -> HttpResponse:
    """What somebody else noted, as it was when they asked, and whether the viewer saw it."""
    if url := done_before(request):
        return redirect(url)
    rows = Endorsement.objects.visible_to(request.user).filter(witness=request.user)
    found = get_object_or_404(rows.select_related("evidence__person"), pid=endorsement)
    form = EndorsementAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and found.is_open:
        try:
            return redirect(once(request, lambda: answered(request, found, form)))
        except Answered:
            found.refresh_from_db()
    Reading.note(request.user, [found.evidence.person], "endorsement_answer")
    late = request.method == "POST" and not found.is_open
    status = 409 if late else 422 if request.method == "POST" else 200
    context = {"endorsement": found, "form": form, "late": late, "typed": typed(request)}
    return render(request, "assessments/endorsement_answer.html", context, status=status)


def answered(request: SignedIn, endorsement: Endorsement, form: EndorsementAnswerForm) -> str:
    endorsement.answer(**form.answer())
    messages.success(request, _("Thank you. %(name)s is told.") % {"name": endorsement.evidence.person.name})
    return endorsement.address
