"""What the pages about people on a board do again and again: read what was sent, act once, lead back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mentors.contents import Member
from mentors.desk import Held
from mentors.seating import Full
from people.requests import SignedIn
from safeguards.once import once

NEVER = -1  # a revision that no row has


def posted(request: SignedIn) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def carried_out(request: SignedIn, form: forms.Form, act: Callable[[], None], url: str) -> str:
    """Acts once, if there is nothing to fix, and gives `url`; empty where the form comes back."""
    return made(request, form, lambda: done(act, url))


def made(request: SignedIn, form: forms.Form, act: Callable[[], str]) -> str:
    """The same for an act that gives the url to lead to."""
    if not form.is_valid():
        return ""
    try:
        return once(request, act)
    except Full:
        form.add_error(None, _("Your board is full. Take away what you no longer need, then there is room."))
        return ""


def done(act: Callable[[], None], url: str) -> str:
    act()
    return url


def seen_by(form: forms.Form) -> int:
    """The revision that a form showed."""
    seen: int | None = form.cleaned_data["seen"]
    return seen or NEVER


def back_to(member: str) -> str:
    """The page about somebody (public id)."""
    return reverse("member_show", args=[member])


def about_page(
    request: SignedIn, template: str, held: Held[Member], form: forms.Form | None = None, **context: Any
) -> HttpResponse:
    """A page about one member; 422 with a form that has something to fix."""
    status = 422 if form is not None and form.is_bound and form.errors else 200
    here = {"held": held, "member": held.contents, "back": back_to(held.pid), "form": form}
    return render(request, template, here | context, status=status)
