"""The colleagues in a review: what they are asked, who they are, and what the manager decides about each."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.models import Appraisal, Ended
from feedback.asking import asked_of
from feedback.forms.peers import PeerConfirmForm, PeerNominateForm, PeerSettingForm
from feedback.models import Circle, Decided, Fixed, Peer
from feedback.peer_page import peers_for
from feedback.results import results_for
from people.models import Reading
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.views import typed


def review_of(request: SignedIn, review: str) -> Appraisal:
    """A review that the viewer is one of the two of. Raises Http404."""
    rows = Appraisal.objects.visible_to(request.user).select_related("person", "assessor", "version")
    return get_object_or_404(rows, pid=review)


def circle_of(request: SignedIn, review: Appraisal) -> Circle | None:
    found = Circle.objects.visible_to(request.user).filter(appraisal=review).first()
    if found:
        found.appraisal = review
    return found


@require_safe
def peer_list(request: SignedIn, review: str) -> HttpResponse:
    """What colleagues are asked, in which manner it is read, and who they are."""
    found = review_of(request, review)
    circle = circle_of(request, found)
    Reading.note(request.user, [found.person], "peer_list")
    context = {
        "review": found,
        "mine": found.person == request.user,
        "circle": circle,
        "asked": asked_of(circle) if circle else [],
        "peers": peers_for(request.user, circle) if circle else None,
    }
    return render(request, "feedback/peer_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def peer_setting(request: SignedIn, review: str) -> HttpResponse:
    """Named or summarised, and which skills; until the first colleague is named and asked."""
    found = review_of(request, review)
    circle = circle_of(request, found)
    form, late = PeerSettingForm(request.POST or None, review=found, circle=circle), not found.is_open
    if request.method == "POST" and not late and form.is_valid():
        try:
            Circle.settle(found, by=request.user, **form.choice())
            return redirect("peer_list", found.pid)
        except (Ended, Fixed):
            late = True
    Reading.note(request.user, [found.person], "peer_setting")
    status = 409 if late and request.method == "POST" else 422 if request.method == "POST" else 200
    context = {"review": found, "mine": found.person == request.user, "circle": circle, "form": form, "late": late}
    return render(request, "feedback/peer_setting.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def peer_nominate(request: SignedIn, review: str) -> HttpResponse:
    """The person names a colleague."""
    rows = Appraisal.objects.visible_to(request.user).about(request.user).select_related("person", "assessor")
    found = get_object_or_404(rows, pid=review)
    circle, late = circle_of(request, found), not found.is_open
    if circle is None and not late:
        return redirect("peer_setting", found.pid)
    form = PeerNominateForm(request.POST or None, viewer=request.user, review=found)
    if request.method == "POST" and circle and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: nominated(request, circle, form)))
        except ValidationError as refused:
            form.add_error("who", refused)
        except Ended:
            late = True
    return nominate_page(request, found, circle, form, late=late)


def nominated(request: SignedIn, circle: Circle, form: PeerNominateForm) -> str:
    person = form.cleaned_data["person"]
    Peer.name(circle, person)
    messages.success(request, _("%(name)s is named. Your manager confirms it next.") % {"name": person.name})
    return reverse("peer_list", args=[circle.appraisal.pid])


def nominate_page(
    request: SignedIn, review: Appraisal, circle: Circle | None, form: PeerNominateForm, *, late: bool
) -> HttpResponse:
    status = 200 if request.method != "POST" else 409 if late else 422
    context = {
        "review": review,
        "circle": circle,
        "form": form,
        "late": late,
        "typed": typed(request),
        "suggestions": form.suggestions(),
    }
    return render(request, "feedback/peer_nominate.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def peer_confirm(request: SignedIn, peer: str) -> HttpResponse:
    """The assessor asks the colleague, or strikes the name with a word."""
    if url := done_before(request):
        return redirect(url)
    rows = Peer.objects.visible_to(request.user).filter(circle__appraisal__assessor=request.user)
    found = get_object_or_404(rows.select_related("peer", "circle__appraisal__person"), pid=peer)
    form, late = PeerConfirmForm(request.POST or None, peer=found), not decidable(found)
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: confirmed(request, found, form)))
        except (Decided, Ended):
            found.refresh_from_db()
            late = True
    Reading.note(request.user, [found.review.person], "peer_confirm")
    status = 409 if late and request.method == "POST" else 422 if request.method == "POST" else 200
    context = {"peer": found, "form": form, "late": late, "asked": asked_of(found.circle), "typed": typed(request)}
    return render(request, "feedback/peer_confirm.html", context, status=status)


def decidable(peer: Peer) -> bool:
    return peer.state is Peer.State.NAMED and peer.review.is_open


def confirmed(request: SignedIn, peer: Peer, form: PeerConfirmForm) -> str:
    peer.confirm(by=request.user, **form.decision())
    return reverse("peer_list", args=[peer.review.pid])


@require_http_methods(["GET", "HEAD", "POST"])
def peer_take_back(request: SignedIn, peer: str) -> HttpResponse:
    """Asks before a colleague whom one named is named no longer; until the manager decides."""
    if url := done_before(request):
        return redirect(url)
    rows = Peer.objects.visible_to(request.user).filter(circle__appraisal__person=request.user)
    found = get_object_or_404(rows.select_related("peer", "circle__appraisal"), pid=peer)
    late = not decidable(found)
    if request.method == "POST" and not late:
        try:
            return redirect(once(request, lambda: taken_back(request, found)))
        except (Decided, Ended):
            found.refresh_from_db()
            late = True
    status = 409 if request.method == "POST" else 200
    return render(request, "feedback/peer_take_back.html", {"peer": found, "late": late}, status=status)


def taken_back(request: SignedIn, peer: Peer) -> str:
    peer.take_back()
    messages.success(request, _("Taken back. Nobody asks them."))
    return reverse("peer_list", args=[peer.review.pid])


@require_safe
def peer_results(request: SignedIn, review: str) -> HttpResponse:
    """What colleagues said, to both from the reveal on."""
    found = review_of(request, review)
    circle = circle_of(request, found)
    results = results_for(request.user, found, circle)
    Reading.note(request.user, [found.person], "peer_results")
    context = {"review": found, "mine": found.person == request.user, "circle": circle, "results": results}
    return render(request, "feedback/peer_results.html", context)
