"""The two things that both reword: the next challenge, and seat and scope. Whoever comes second sees both texts."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Reading
from people.requests import SignedIn
from safeguards.once import once
from safeguards.revisions import Stale
from teams.acting import challenged, seated
from teams.forms import ChallengeEditForm, SeatEditForm
from teams.models import Challenge, Seat
from teams.notes import notes_of
from teams.pairs import keeping_words, pair_of, posted
from teams.quarter import quarter_name, quarter_of
from teams.views.writing import FORM, form_page


@FORM
@keeping_words
def challenge_edit(request: SignedIn, person: str) -> HttpResponse:
    """The next bigger challenge of this quarter; those before it stand below."""
    pair, quarter = pair_of(request.user, person), quarter_of(timezone.localdate())
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "challenge_edit")
    notes = notes_of(request.user, pair.person, pair.manager)
    now = notes.challenge if notes.challenge and notes.challenge.quarter == quarter else None
    form = ChallengeEditForm(posted(request), initial=shown(now, "words"))
    page = partial(form_page, request, "teams/challenge_edit.html", pair, notes=notes, quarter=quarter_name(quarter))
    if not form.is_valid():
        return page(422 if form.is_bound else 200, form=form)
    try:
        url = once(request, lambda: challenged(pair, form, quarter))
    except Stale:
        theirs = Challenge.objects.visible_to(request.user).filter(pk=now.pk).first() if now else None
        return page(409, form=again(form, theirs), theirs=theirs)
    messages.success(request, _("Agreed for this quarter. You both see it."))
    return redirect(url)


@FORM
@keeping_words
def seat_edit(request: SignedIn, person: str) -> HttpResponse:
    """Whether there is a role, work of that scope, who decides and when."""
    pair = pair_of(request.user, person)
    if request.method != "POST":
        Reading.note(request.user, [pair.person], "seat_edit")
    now = Seat.objects.visible_to(request.user).filter(person=pair.person, manager=pair.manager).first()
    form = SeatEditForm(posted(request), initial=shown(now, "role", "work", "decides", "decided"))
    page = partial(form_page, request, "teams/seat_edit.html", pair, seat=now)
    if not form.is_valid():
        return page(422 if form.is_bound else 200, form=form)
    try:
        url = once(request, lambda: seated(pair, form))
    except Stale:
        return page(409, form=again(form, now), theirs=now)
    messages.success(request, _("Written down. You both see it."))
    return redirect(url)


def shown(row: Challenge | Seat | None, *names: str) -> dict[str, object]:
    """What a form shows of a row, or that there is none yet."""
    if row is None:
        return {"seen": 0, "role": Seat.Role.UNKNOWN}
    return {"seen": row.revision, **{name: getattr(row, name) for name in names}}


def again(form: Form, theirs: Challenge | Seat | None) -> Form:
    """The same form with what was typed, to be sent once more by somebody who has now seen the other's words."""
    typed = {name: form[name].value() for name in form.fields}
    return type(form)(typed | {"seen": theirs.revision if theirs else 0})
