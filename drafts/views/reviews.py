"""A look at a draft before it is published: asked for by an editor, answered by a publisher."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from drafts.changes_page import against, sorted_advice
from drafts.doors import draft_to_edit, draft_to_publish
from drafts.forms.review import ReviewAnswerForm, ReviewAskForm
from drafts.frame import frame, open_desk
from drafts.models import Review
from people.requests import SignedIn
from safeguards.once import once


@require_http_methods(["GET", "HEAD", "POST"])
def review_ask(request: SignedIn, draft: str) -> HttpResponse:
    """Asks those who publish the ladder to look, with a note; while one question waits there is no other."""
    found = draft_to_edit(request.user, draft)
    form = ReviewAskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        url = once(request, lambda: ask(request, found.pid, form.cleaned_data["note"]))
        messages.success(request, _("Those who publish this ladder see your question now."))
        return redirect(url)
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | {"form": form}
    return render(request, "drafts/review_ask.html", context, status=422 if form.is_bound else 200)


def ask(request: SignedIn, draft: str, note: str) -> str:
    Review.ask(draft_to_edit(request.user, draft), by=request.user, note=note)
    return reverse("draft_show", args=[draft])


@require_http_methods(["GET", "HEAD", "POST"])
def review_answer(request: SignedIn, draft: str) -> HttpResponse:
    """The answer, for the draft as it was read: 409 if it has changed since."""
    found = draft_to_publish(request.user, draft)
    reviews = Review.objects.visible_to(request.user).waiting().select_related("asked_by")
    review = get_object_or_404(reviews, draft=found)
    if review.asked_by == request.user:
        raise PermissionDenied  # somebody else looks
    form = ReviewAnswerForm(request.POST if request.method == "POST" else None, initial={"seen": found.revision})
    if form.is_bound and form.is_valid():
        review.reply(by=request.user, **form.cleaned_data)
        messages.success(request, _("Your answer stands above the draft now."))
        return redirect("draft_show", draft)
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | {"form": form, "review": review}
    return render(request, "drafts/review_answer.html", context, status=422 if form.is_bound else 200)


@require_safe
def draft_changes(request: SignedIn, draft: str) -> HttpResponse:
    """What publishing would change, row by row; each row leads to its sheet."""
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | against(found, desk)
    return render(request, "drafts/draft_changes.html", context)


@require_safe
def draft_check(request: SignedIn, draft: str) -> HttpResponse:
    """What stands in the way of publishing, then advice, which never does."""
    found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | sorted_advice(found, desk)
    return render(request, "drafts/draft_check.html", context)
