"""A colleague answers what they are asked about somebody, or would rather not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.models import Ended
from feedback.asking import asked_of
from feedback.forms.peers import DeclineForm, PeerAnswerForm
from feedback.models import Decided, Peer
from feedback.own_answers import own_answers
from people.models import Reading
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.revisions import Stale
from safeguards.views import typed


def asked_me(request: SignedIn, peer: str) -> Peer:
    """A request to the viewer. Raises Http404."""
    rows = Peer.objects.visible_to(request.user).asking(request.user)
    related = ("circle__appraisal__person", "circle__appraisal__assessor", "confirmed_by")
    return get_object_or_404(rows.select_related(*related), pid=peer)


@require_http_methods(["GET", "HEAD", "POST"])
def peer_answer(request: SignedIn, peer: str) -> HttpResponse:
    """The questions; each change saves itself, the buttons save too, and one of them sends."""
    found = asked_me(request, peer)
    Reading.note(request.user, [found.review.person], "peer_answer")
    asked = asked_of(found.circle)
    if request.method != "POST":
        return answer_page(request, found, PeerAnswerForm(peer=found, asked=asked))
    form = PeerAnswerForm(request.POST, peer=found, asked=asked, send="send" in request.POST)
    if not found.takes_answers or not form.is_valid():
        return answer_page(request, found, form)
    try:
        data = form.cleaned_data
        found.save_answers(form.said(), send=form.send, seen=data["seen"], writer=data["writer"])
    except (Decided, Ended):
        return answer_page(request, asked_me(request, peer), form)
    except Stale:
        if not request.htmx:
            raise
        return HttpResponse(status=409)
    return saved(request, found, form)


def saved(request: SignedIn, peer: Peer, form: PeerAnswerForm) -> HttpResponse:
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Trigger": "saved"})
    if not form.send:
        messages.success(request, _("Saved. It is read by nobody until you send it."))
    return redirect("peer_answer", peer.pid)


def answer_page(request: SignedIn, peer: Peer, form: PeerAnswerForm) -> HttpResponse:
    """The form; once nothing can be said any more, what was said, and what was typed too late."""
    takes, posted = peer.takes_answers, request.method == "POST"
    context = {
        "peer": peer,
        "form": form,
        "takes": takes,
        "own": [] if takes else own_answers(peer),
        "typed": typed(request) if posted else [],
    }
    status = 200 if not posted else 422 if takes else 409
    return render(request, "feedback/peer_answer.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def peer_decline(request: SignedIn, peer: str) -> HttpResponse:
    """That one would rather not; what was written so far is deleted."""
    if url := done_before(request):
        return redirect(url)
    found = asked_me(request, peer)
    form, late = DeclineForm(request.POST or None), not found.takes_answers
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: declined(request, found, form)))
        except (Decided, Ended):
            found, late = asked_me(request, peer), True
    Reading.note(request.user, [found.review.person], "peer_decline")
    status = 409 if late and request.method == "POST" else 422 if form.errors else 200
    context = {"peer": found, "form": form, "late": late, "typed": typed(request)}
    return render(request, "feedback/peer_decline.html", context, status=status)


def declined(request: SignedIn, peer: Peer, form: DeclineForm) -> str:
    peer.decline(reason=form.cleaned_data["reason"])
    messages.success(request, _("%(name)s is told.") % {"name": peer.review.person.name})
    return reverse("peer_answer", args=[peer.pid])
