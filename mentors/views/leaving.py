"""Leaving people alone for a while, letting them go, and having them back."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentors.acting import about_page, back_to, carried_out, posted
from mentors.asking import mailto
from mentors.desk import desk_of
from mentors.forms.people import MemberRetireForm, MemberSnoozeForm
from mentors.giving import thanks_letter
from mentors.keeping import bring_back_member, forget_member, rest, retire_member, snooze
from people.requests import SignedIn
from safeguards.once import done_before

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def member_snooze(request: SignedIn, member: str) -> HttpResponse:
    """Not due before a day."""
    held, today = desk_of(request.user).member(member), timezone.localdate()
    form = MemberSnoozeForm(posted(request), today=today)
    if url := carried_out(request, form, lambda: snooze(request.user, member, until=form.day()), back_to(member)):
        messages.success(request, _("Not due before %(day)s.") % {"day": date_format(form.day(), "j F Y")})
        return redirect(url)
    return about_page(request, "mentors/member_snooze.html", held, form)


@FORM
def member_rest(request: SignedIn, member: str) -> HttpResponse:
    """Never due, until the owner says so again."""
    held = desk_of(request.user).member(member)
    if url := carried_out(
        request, Form(posted(request)), lambda: rest(request.user, member, on=timezone.localdate()), back_to(member)
    ):
        messages.success(request, _("Resting."))
        return redirect(url)
    return about_page(request, "mentors/member_rest.html", held)


@FORM
def member_back(request: SignedIn, member: str) -> HttpResponse:
    """From a rest, or from those who were let go."""
    held, form = desk_of(request.user).member(member), Form(posted(request))
    if url := carried_out(request, form, lambda: bring_back_member(request.user, member), back_to(member)):
        messages.success(request, _("Back again."))
        return redirect(url)
    return about_page(request, "mentors/member_back.html", held, form)


@FORM
def member_retire(request: SignedIn, member: str) -> HttpResponse:
    """Lets somebody go, with thanks to copy first; what was written stays."""
    held = desk_of(request.user).member(member)
    form = MemberRetireForm(posted(request))
    if url := carried_out(
        request,
        form,
        lambda: retire_member(request.user, member, words=form.cleaned_data["words"], on=timezone.localdate()),
        back_to(member),
    ):
        messages.success(request, _("Let go. What you wrote stays."))
        return redirect(url)
    letter = thanks_letter(held.contents.name)
    link = mailto(held.contents.email, _("Thank you"), letter)
    return about_page(request, "mentors/member_retire.html", held, form, letter=letter, mailto=link)


@FORM
def member_forget(request: SignedIn, member: str) -> HttpResponse:
    """Asks before somebody is deleted with every talk."""
    if url := done_before(request):
        return redirect(url)
    held = desk_of(request.user).member(member)
    if url := carried_out(
        request, Form(posted(request)), lambda: forget_member(request.user, member), reverse("member_list")
    ):
        messages.success(request, _("Deleted."))
        return redirect(url)
    return about_page(request, "mentors/member_forget.html", held)
