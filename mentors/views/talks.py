"""Touchpoints: noting one, changing it, and what is still to be done after it."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentors.acting import about_page, back_to, carried_out, posted, seen_by
from mentors.asking import mailto
from mentors.contents import Member, Owed, Touch
from mentors.desk import Desk, Held, desk_of
from mentors.forms.talks import FollowUpDoneForm, TouchEditForm, TouchNewForm, first_values
from mentors.giving import outcome_letter
from mentors.talking import change_touch, delete_touch, finish, note_prepared, told
from mentors.topics import topics_for
from people.requests import SignedIn
from safeguards.once import done_before

FORM = require_http_methods(["GET", "HEAD", "POST"])


def touch_of(desk: Desk, member: str, touch: str) -> Held[Touch]:
    """A touchpoint with somebody on the board. Raises Http404."""
    found = desk.touches(member).get(touch)
    if found is None:
        raise Http404
    return found


@FORM
def touch_new(request: SignedIn, member: str) -> HttpResponse:
    """A talk, in one line or in full; `?mark=` ticks what happened."""
    held, today = desk_of(request.user).member(member), timezone.localdate()
    first = prepared(held.contents) | {"on": today, "marks": request.GET.getlist("mark") or ["hello"]}
    form = TouchNewForm(posted(request), initial=first, topics=topics_for(request.user), today=today)
    fresh: list[bool] = []
    if url := carried_out(request, form, lambda: fresh.append(noted(request, member, form)), back_to(member)):
        messages.success(request, _("It was noted already.") if fresh == [False] else _("Noted."))
        return redirect(url)
    return about_page(request, "mentors/touch_new.html", held, form)


def prepared(member: Member) -> dict[str, str]:
    """What was prepared for this talk."""
    return {"questions": member.questions}


def noted(request: SignedIn, member: str, form: TouchNewForm) -> bool:
    """Whether it is new. The full form takes over what was prepared; the one line leaves it for next time."""
    return note_prepared(request.user, member, Touch(**form.facts()), taken="questions" in request.POST)


@FORM
def touch_edit(request: SignedIn, member: str, touch: str) -> HttpResponse:
    desk, today = desk_of(request.user), timezone.localdate()
    held, found = desk.member(member), touch_of(desk, member, touch)
    first, topics = first_values(found.contents), topics_for(request.user, [found.contents.topic])
    data = posted(request)
    form = TouchEditForm(
        data, initial=first | {"seen": found.revision}, topics=topics, today=today, touch=found.contents
    )
    if url := carried_out(
        request,
        form,
        lambda: change_touch(request.user, member, touch, form.facts(), seen=seen_by(form)),
        back_to(member),
    ):
        messages.success(request, _("Changed."))
        return redirect(url)
    return about_page(request, "mentors/touch_edit.html", held, form, touch=found)


@FORM
def touch_delete(request: SignedIn, member: str, touch: str) -> HttpResponse:
    """Asks before a talk is deleted."""
    if url := done_before(request):
        return redirect(url)
    desk = desk_of(request.user)
    held, found = desk.member(member), touch_of(desk, member, touch)
    if url := carried_out(
        request, Form(posted(request)), lambda: delete_touch(request.user, member, touch), back_to(member)
    ):
        messages.success(request, _("Deleted."))
        return redirect(url)
    return about_page(request, "mentors/touch_delete.html", held, touch=found)


@require_POST
def follow_up_done(request: SignedIn, member: str, touch: str) -> HttpResponse:
    """One of the things to do after a talk is done: `number`, from 0."""
    desk, today = desk_of(request.user), timezone.localdate()
    touch_of(desk, member, touch)
    form = FollowUpDoneForm(request.POST)
    if url := carried_out(
        request,
        form,
        lambda: finish(request.user, member, touch, form.cleaned_data["number"], on=today),
        back_to(member),
    ):
        messages.success(request, _("Done."))
    else:
        messages.error(request, _("There is nothing of this number to do."))
    return redirect(url or back_to(member))


@FORM
def touch_told(request: SignedIn, member: str, touch: str) -> HttpResponse:
    """What became of some advice: words to copy, and afterwards that they know."""
    desk, today = desk_of(request.user), timezone.localdate()
    held, found = desk.member(member), touch_of(desk, member, touch)
    if url := carried_out(
        request, Form(posted(request)), lambda: told(request.user, member, touch, on=today), back_to(member)
    ):
        messages.success(request, _("Noted. They know what became of it."))
        return redirect(url)
    owed = Owed(touch, found.contents.advice, found.contents.on)
    letter = outcome_letter(held.contents.name, owed, today)
    link = mailto(held.contents.email, _("What became of your advice"), letter)
    return about_page(request, "mentors/touch_told.html", held, touch=found, letter=letter, mailto=link)
