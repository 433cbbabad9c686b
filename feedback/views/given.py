"""Feedback at any time: giving it, reading it, and what the receiver does with it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.forms.given import FeedbackNewForm, FeedbackThankForm
from feedback.log import by_quarter, charts_for
from feedback.models import Decided, Feedback, Late
from feedback.models.given import FeedbackQuerySet
from feedback.waiting import ASKED, asked_by
from people.models import Person
from people.policy import Ability, subjects
from people.requests import SignedIn
from people.waiting import waiting_for
from safeguards.once import done_before, once
from safeguards.views import typed

A_PAGE = 30
PARTS = ("got", "given", "asked", "hidden")


@require_safe
def feedback_list(request: SignedIn) -> HttpResponse:
    """What one got, what one gave, what one asked for; and what waits for an answer."""
    rows = Feedback.objects.visible_to(request.user).select_related("giver", "receiver", "evidence")
    part = request.GET.get("show", "got")
    part = part if part in PARTS else "got"
    page = Paginator(chosen(rows, part, request.user).latest_first(), A_PAGE).get_page(request.GET.get("page"))
    charts = charts_for(request.user)
    context = {
        "part": part,
        "page": page,
        "quarters": by_quarter(page.object_list, request.user, charts),
        "asked": asked_by(request.user, charts) if part == "asked" else [],
        "waiting": waiting_for(request.user, ASKED),
        "hidden": Feedback.objects.visible_to(request.user).hidden_by(request.user).count(),
    }
    return render(request, "feedback/feedback_list.html", context)


def chosen(rows: FeedbackQuerySet, part: str, viewer: Person) -> FeedbackQuerySet:
    if part == "given":
        return rows.given_by(viewer)
    if part == "hidden":
        return rows.hidden_by(viewer)
    return rows.none() if part == "asked" else rows.got_by(viewer)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_new(request: SignedIn) -> HttpResponse:
    """Words for a colleague; `?to=` (a public id) names them."""
    to = subjects(request.user, Ability.READ_CARD).filter(pid=request.GET.get("to", "")[:16]).first()
    first = {"who": to.name} if to else {}
    form = FeedbackNewForm(request.POST or None, viewer=request.user, charts=charts_for(request.user), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(request, lambda: given(request, form)))
        except ValidationError as refused:
            form.add_error("who", refused)
    context = {"form": form, "suggestions": form.suggestions()}
    status = 422 if request.method == "POST" else 200
    return render(request, "feedback/feedback_new.html", context, status=status)


def given(request: SignedIn, form: FeedbackNewForm) -> str:
    receiver = form.cleaned_data["person"]
    Feedback.give(request.user, receiver, skill=form.skill_pk(), **form.facts())
    messages.success(request, _("%(name)s is told, and reads it.") % {"name": receiver.name})
    return f"{reverse('feedback_list')}?show=given"


def got(request: SignedIn, feedback: str) -> Feedback:
    """Feedback that the viewer got. Raises Http404."""
    rows = Feedback.objects.visible_to(request.user).filter(receiver=request.user)
    return get_object_or_404(rows.select_related("giver", "evidence"), pid=feedback)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_thank(request: SignedIn, feedback: str) -> HttpResponse:
    """One line back to whoever gave it."""
    if url := done_before(request):
        return redirect(url)
    found = got(request, feedback)
    form, late = FeedbackThankForm(request.POST or None), found.thanked_at is not None
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: thanked(found, form)))
        except Decided:
            found.refresh_from_db()
            late = True
    status = 200 if request.method != "POST" else 409 if late else 422
    context = {"feedback": found, "form": form, "late": late, "typed": typed(request)}
    return render(request, "feedback/feedback_thank.html", context, status=status)


def thanked(feedback: Feedback, form: FeedbackThankForm) -> str:
    feedback.thank(form.cleaned_data["thanks"])
    return reverse("feedback_list")


@require_POST
def feedback_hide(request: SignedIn, feedback: str) -> HttpResponse:
    """Puts feedback out of one's sight, or back (`on` is not "1")."""
    found = got(request, feedback)
    hide = request.POST.get("on") == "1"
    found.hide(on=hide)
    messages.success(request, _("Out of sight.") if hide else _("Back in the list."))
    return redirect("feedback_list")


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_take_back(request: SignedIn, feedback: str) -> HttpResponse:
    """Deletes feedback that one gave, within a day."""
    if url := done_before(request):
        return redirect(url)
    rows = Feedback.objects.visible_to(request.user).filter(giver=request.user)
    found = get_object_or_404(rows.select_related("receiver", "evidence"), pid=feedback)
    late = not found.can_be_taken_back
    if request.method == "POST" and not late:
        try:
            return redirect(once(request, lambda: taken_back(request, found)))
        except Late:
            late = True
    status = 409 if request.method == "POST" else 200
    return render(request, "feedback/feedback_take_back.html", {"feedback": found, "late": late}, status=status)


def taken_back(request: SignedIn, feedback: Feedback) -> str:
    feedback.take_back()
    messages.success(request, _("Taken back. Nobody reads it any more."))
    return f"{reverse('feedback_list')}?show=given"
