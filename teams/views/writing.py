"""What a person and their manager write between them; both read it, and both may write it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.models import Reading
from people.requests import SignedIn
from safeguards.once import once
from teams.acting import dropped, kept, noted, promised
from teams.forms import PromiseDropForm, PromiseNewForm, TalkNewForm
from teams.notes import notes_of
from teams.pairs import Pair, keeping_words, pair_of, posted, promise_between
from teams.report_page import chart_of

FORM = require_http_methods(["GET", "HEAD", "POST"])


def form_page(request: SignedIn, template: str, pair: Pair, status: int = 200, **context: object) -> HttpResponse:
    """A page between the two."""
    return render(request, template, {"pair": pair, **context}, status=status)


@FORM
@keeping_words
def talk_new(request: SignedIn, person: str) -> HttpResponse:
    """Notes that the two talked, and what about in one line."""
    pair = pair_of(request.user, person)
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "talk_new")
    form = TalkNewForm(posted(request))
    if form.is_valid():
        url = once(request, lambda: noted(pair, form))
        messages.success(request, _("Noted. You both see it."))
        return redirect(url)
    notes = notes_of(request.user, pair.person, pair.manager)
    return form_page(request, "teams/talk_new.html", pair, 422 if form.is_bound else 200, form=form, notes=notes)


@FORM
@keeping_words
def promise_new(request: SignedIn, person: str) -> HttpResponse:
    """A promise of one of the two."""
    pair = pair_of(request.user, person)
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "promise_new")
    names, chart = (pair.manager.name, pair.person.name), chart_of(pair.manager, pair.person)
    form = PromiseNewForm(posted(request), promisers=names, chart=chart)
    if form.is_valid():
        url = once(request, lambda: promised(pair, form))
        messages.success(request, _("Noted. You both see it."))
        return redirect(url)
    notes = notes_of(request.user, pair.person, pair.manager, chart)
    return form_page(request, "teams/promise_new.html", pair, 422 if form.is_bound else 200, form=form, notes=notes)


@FORM
@keeping_words
def promise_keep(request: SignedIn, promise: str) -> HttpResponse:
    """Asks once, then says that a promise was kept; said again it changes nothing."""
    found, pair = promise_between(request.user, promise)
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "promise_keep")
    if request.method == "POST":
        url = once(request, lambda: kept(found, pair))
        said = _("Kept. You both see it.") if found.closed_by == request.user else _("It was kept already.")
        messages.success(request, said)
        return redirect(url)
    return form_page(request, "teams/promise_keep.html", pair, promise=found)


@FORM
@keeping_words
def promise_drop(request: SignedIn, promise: str) -> HttpResponse:
    """Says that a promise is not to be kept any more, with a reason."""
    found, pair = promise_between(request.user, promise)
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "promise_drop")
    form = PromiseDropForm(posted(request))
    if form.is_valid():
        url = once(request, lambda: dropped(found, pair, form.cleaned_data["reason"]))
        messages.success(request, _("Dropped, with your reason. You both see it."))
        return redirect(url)
    status = 422 if form.is_bound else 200
    return form_page(request, "teams/promise_drop.html", pair, status, promise=found, form=form)
