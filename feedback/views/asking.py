"""Asking a colleague for feedback, answering, and declining."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from feedback.forms.given import FeedbackAskForm, FeedbackReplyForm
from feedback.forms.peers import DeclineForm
from feedback.log import charts_for, skill_title
from feedback.models import Decided, Feedback, FeedbackAsked
from feedback.waiting import list_of_asked
from people.models import Reading
from people.policy import Ability, subjects
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.views import typed


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_ask(request: SignedIn) -> HttpResponse:
    """Asks somebody for feedback; `?to=` (a public id) names them, `?skill=` chooses the skill."""
    to = subjects(request.user, Ability.READ_CARD).filter(pid=request.GET.get("to", "")[:16]).first()
    first = {"who": to.name if to else "", "skill": request.GET.get("skill", "")}
    form = FeedbackAskForm(request.POST or None, viewer=request.user, charts=charts_for(request.user), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(request, lambda: asked(request, form)))
        except ValidationError as refused:
            form.add_error("who", refused)
    context = {"form": form, "suggestions": form.suggestions()}
    status = 422 if request.method == "POST" else 200
    return render(request, "feedback/feedback_ask.html", context, status=status)


def asked(request: SignedIn, form: FeedbackAskForm) -> str:
    giver, question = form.cleaned_data["person"], form.cleaned_data["question"]
    FeedbackAsked.ask(request.user, giver, question=question, skill=form.skill_pk())
    messages.success(request, _("%(name)s is asked.") % {"name": giver.name})
    return list_of_asked()


def asked_me(request: SignedIn, asked: str) -> FeedbackAsked:
    """A question to the viewer. Raises Http404."""
    rows = FeedbackAsked.objects.visible_to(request.user).filter(giver=request.user)
    return get_object_or_404(rows.select_related("asker", "feedback"), pid=asked)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_reply(request: SignedIn, asked: str) -> HttpResponse:
    """Answers a colleague who asked."""
    if url := done_before(request):
        return redirect(url)
    found = asked_me(request, asked)
    form, late = FeedbackReplyForm(request.POST or None), not found.is_open
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: replied(request, found, form)))
        except Decided:
            found, late = asked_me(request, asked), True
        except ValidationError as refused:
            form.add_error(None, refused)
    return reply_page(request, found, form, late=late)


def replied(request: SignedIn, asked: FeedbackAsked, form: FeedbackReplyForm) -> str:
    Feedback.give(request.user, asked.asker, skill=asked.skill_id, asked=asked, **form.facts())
    messages.success(request, _("%(name)s is told, and reads it.") % {"name": asked.asker.name})
    return f"{reverse('feedback_list')}?show=given"


def reply_page(request: SignedIn, asked: FeedbackAsked, form: FeedbackReplyForm, *, late: bool) -> HttpResponse:
    Reading.note(request.user, [asked.asker], "feedback_reply")
    skill = skill_title(charts_for(request.user), asked.skill_id)
    context = {"asked": asked, "form": form, "late": late, "skill": skill, "typed": typed(request)}
    status = 200 if request.method != "POST" else 409 if late else 422
    return render(request, "feedback/feedback_reply.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_decline(request: SignedIn, asked: str) -> HttpResponse:
    """That one would rather not."""
    if url := done_before(request):
        return redirect(url)
    found = asked_me(request, asked)
    form, late = DeclineForm(request.POST or None), not found.is_open
    if request.method == "POST" and not late and form.is_valid():
        try:
            return redirect(once(request, lambda: declined(request, found, form)))
        except Decided:
            found, late = asked_me(request, asked), True
    Reading.note(request.user, [found.asker], "feedback_decline")
    context = {"asked": found, "form": form, "late": late, "typed": typed(request)}
    status = 409 if late and request.method == "POST" else 422 if form.errors else 200
    return render(request, "feedback/feedback_decline.html", context, status=status)


def declined(request: SignedIn, asked: FeedbackAsked, form: DeclineForm) -> str:
    asked.decline(reason=form.cleaned_data["reason"])
    messages.success(request, _("%(name)s is told.") % {"name": asked.asker.name})
    return reverse("feedback_list")
