"""Seats: what the owner wants help with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ladders.reading import place_of
from mentors.acting import carried_out, made, posted, seen_by
from mentors.contents import Seat, Topic
from mentors.desk import Desk, desk_of
from mentors.fitting import stand_of
from mentors.forms.seats import (
    SeatMoveForm,
    SeatNewForm,
    SeatPeopleForm,
    SeatRetireForm,
    SeatRewordForm,
    first_values,
)
from mentors.gaps import open_gaps
from mentors.reviewing import begin
from mentors.seating import Full, bring_back_seat, change_seat, holders_mark, move_seat, name_need, retire_seat, sit
from mentors.suggesting import open_templates, open_topics, template_of
from mentors.topics import topics_for
from people.requests import SignedIn
from safeguards.once import once

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def seat_new(request: SignedIn) -> HttpResponse:
    """A new seat; `?skill=` (public id) or `?need=` (key of a template) fills in what is known."""
    desk, topics = desk_of(request.user), topics_for(request.user)
    form = SeatNewForm(posted(request), topics=topics, initial=prefilled(request, topics))
    if url := made(request, form, lambda: opened(request, form)):
        messages.success(request, _("The seat is at your table. Who could sit there?"))
        return redirect(url)
    context = {"form": form, **suggestions(request, desk)}
    return render(request, "mentors/seat_new.html", context, status=422 if form.is_bound else 200)


def prefilled(request: HttpRequest, topics: dict[str, Topic]) -> dict[str, Any]:
    """What a suggestion says already."""
    topic = topics.get(request.GET.get("skill", ""))
    if topic:
        return {"need": topic.title, "topic": topic.pid}
    template = template_of(request.GET.get("need", ""))
    return {"need": template.need, "why": template.why} if template else {}


def opened(request: SignedIn, form: SeatNewForm) -> str:
    begin(request.user, stand_of(place_of(request.user)))
    row = name_need(request.user, Seat(opened_on=timezone.localdate(), **form.facts()))
    return reverse("seat_people", args=[row.pid])


def suggestions(request: SignedIn, desk: Desk) -> dict[str, Any]:
    gaps, seats = open_gaps(request.user, place_of(request.user)), desk.needs.values()
    return {"topics": open_topics(gaps, seats), "templates": open_templates(seats)}


@FORM
def seat_reword(request: SignedIn, seat: str) -> HttpResponse:
    held = desk_of(request.user).seat(seat)
    topics = topics_for(request.user, [held.contents.topic])
    first = first_values(held.contents) | {"seen": held.revision}
    form = SeatRewordForm(posted(request), topics=topics, initial=first)
    if url := carried_out(
        request,
        form,
        lambda: change_seat(request.user, seat, replace(held.contents, **form.facts()), seen=seen_by(form)),
        reverse("board_show"),
    ):
        messages.success(request, _("Changed."))
        return redirect(url)
    return render(
        request, "mentors/seat_reword.html", {"form": form, "seat": held}, status=422 if form.is_bound else 200
    )


@require_POST
def seat_move(request: SignedIn, seat: str) -> HttpResponse:
    """One place up or down; anything else changes nothing."""
    desk_of(request.user).seat(seat)
    form, url = SeatMoveForm(request.POST), f"{reverse('board_show')}#seats"
    if form.is_valid():
        up = form.cleaned_data["to"] == "up"
        carried_out(request, form, lambda: move_seat(request.user, seat, up=up), url)
    return redirect(url)


@FORM
def seat_retire(request: SignedIn, seat: str) -> HttpResponse:
    """Asks before a seat goes; whoever holds it stays on the board."""
    desk = desk_of(request.user)
    held, form, today = desk.seat(seat), SeatRetireForm(posted(request)), timezone.localdate()
    if url := carried_out(
        request,
        form,
        lambda: retire_seat(request.user, seat, words=form.cleaned_data["words"], on=today),
        reverse("board_show"),
    ):
        messages.success(request, _("The seat is gone from your table. Its words are kept."))
        return redirect(url)
    context = {"form": form, "seat": held, "people": desk.at(seat)}
    return render(request, "mentors/seat_retire.html", context, status=422 if form.is_bound else 200)


@require_POST
def seat_back(request: SignedIn, seat: str) -> HttpResponse:
    """A seat that was let go is at the table again, if there is room."""
    desk_of(request.user).seat(seat)
    try:
        url = once(request, lambda: back(request, seat))
        messages.success(request, _("The seat is at your table again."))
    except Full:
        url = reverse("board_show")
        messages.warning(request, _("There are 40 seats at your table. Let one go first."))
    return redirect(url)


def back(request: SignedIn, seat: str) -> str:
    bring_back_seat(request.user, seat)
    return reverse("board_show")


@FORM
def seat_people(request: SignedIn, seat: str) -> HttpResponse:
    """Who holds a seat: nobody, one or several."""
    desk = desk_of(request.user)
    held, holders = desk.seat(seat), [one.pid for one in desk.at(seat)]
    first = {"members": holders, "seen": holders_mark(desk, seat)}
    form = SeatPeopleForm(posted(request), members=desk.sitting, initial=first)
    if url := carried_out(
        request,
        form,
        lambda: sit(request.user, seat, form.chosen(), seen=form.cleaned_data["seen"]),
        reverse("board_show"),
    ):
        messages.success(request, _("Saved."))
        return redirect(url)
    context = {"form": form, "seat": held, "anybody": bool(desk.sitting)}
    return render(request, "mentors/seat_people.html", context, status=422 if form.is_bound else 200)
