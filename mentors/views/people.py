"""The people on a board: everybody by ring, somebody new, one of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ladders.reading import place_of
from mentors.acting import about_page, back_to, carried_out, made, posted, seen_by
from mentors.contents import Member, Ring, Touch
from mentors.desk import Desk, desk_of
from mentors.fitting import stand_of
from mentors.forms.people import MemberEditForm, MemberNewForm, first_values
from mentors.forms.talks import TouchNewForm
from mentors.keeping import add_member, change_to
from mentors.member_page import A_PAGE, TABS, TALKS_ON_A_PAGE, MemberPage, in_ring, rows, tabs, talks_of
from mentors.reviewing import begin
from mentors.topics import topics_for
from people.requests import SignedIn

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def member_list(request: SignedIn) -> HttpResponse:
    """One ring at a time, in pages: `?ring=` is one of TABS, the board itself to begin with."""
    desk, today = desk_of(request.user), timezone.localdate()
    asked = request.GET.get("ring", "")
    ring = asked if asked in TABS else Ring.BOARD.value
    page = Paginator(in_ring(desk, ring), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": rows(desk, list(page), today), "tabs": tabs(desk), "ring": ring}
    return render(request, "mentors/member_list.html", context)


@FORM
def member_new(request: SignedIn) -> HttpResponse:
    """Somebody new; `?seat=` and `?ring=` say where."""
    desk, today = desk_of(request.user), timezone.localdate()
    first = first_values(Member("", today)) | asked_for(request, desk)
    form = MemberNewForm(posted(request), initial=first, **choices(request, desk))
    if url := made(request, form, lambda: added(request, form)):
        messages.success(request, _("Noted. A first small question is a good beginning."))
        return redirect(url)
    status = 422 if form.is_bound else 200
    return render(request, "mentors/member_new.html", {"form": form}, status=status)


def asked_for(request: SignedIn, desk: Desk) -> dict[str, Any]:
    """The seat and the ring that the address names, if there are such."""
    seat, ring = request.GET.get("seat", ""), request.GET.get("ring", "")
    found: dict[str, Any] = {"seats": [seat]} if seat in desk.open_seats else {}
    return found | ({"ring": ring} if ring in set(Ring) else {})


def choices(request: SignedIn, desk: Desk, member: Member | None = None) -> dict[str, Any]:
    """What a form about somebody offers."""
    return {
        "seats": {pid: held.contents for pid, held in desk.open_seats.items()},
        "topics": topics_for(request.user, member.strengths if member else ()),
        "today": timezone.localdate(),
        "member": member,
    }


def added(request: SignedIn, form: MemberNewForm) -> str:
    made = Member(added_on=timezone.localdate(), **form.facts())
    begin(request.user, stand_of(place_of(request.user)))
    return back_to(add_member(request.user, made).pid)


@require_safe
def member_show(request: SignedIn, member: str) -> HttpResponse:
    """Somebody: how it stands, what is open, what to give, and every talk."""
    desk, today = desk_of(request.user), timezone.localdate()
    held, talks = desk.member(member), talks_of(desk, member)
    form = TouchNewForm(topics={}, today=today, initial={"on": today, "marks": list(Touch(today).marks)})
    here, page = (
        MemberPage(desk, held, talks, today),
        Paginator(talks, TALKS_ON_A_PAGE).get_page(request.GET.get("page")),
    )
    return about_page(request, "mentors/member_show.html", held, form, here=here, page=page)


@FORM
def member_edit(request: SignedIn, member: str) -> HttpResponse:
    desk = desk_of(request.user)
    held = desk.member(member)
    first = first_values(held.contents) | {"seen": held.revision}
    form = MemberEditForm(posted(request), initial=first, **choices(request, desk, held.contents))
    if url := carried_out(
        request, form, lambda: change_to(request.user, member, form.facts(), seen=seen_by(form)), back_to(member)
    ):
        messages.success(request, _("Changed."))
        return redirect(url)
    return about_page(request, "mentors/member_edit.html", held, form)
