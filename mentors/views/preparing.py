"""Before a talk: the sheet to prepare it with, and the first small question to somebody new."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentors.acting import about_page, carried_out, posted, seen_by
from mentors.asking import look_at, mailto, skeleton
from mentors.contents import Member
from mentors.desk import desk_of
from mentors.forms.people import MemberAskForm, MemberPrepareForm
from mentors.keeping import change_to
from mentors.member_page import MemberPage, talks_of
from people.requests import SignedIn

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def member_prepare(request: SignedIn, member: str) -> HttpResponse:
    """The last talk, what is open, what to ask, what to give, and their boundaries on one sheet."""
    desk = desk_of(request.user)
    held, talks = desk.member(member), talks_of(desk, member)
    first = {"questions": held.contents.questions, "gift": held.contents.gift, "seen": held.revision}
    form = MemberPrepareForm(posted(request), initial=first)
    url = reverse("member_prepare", args=[member])
    if done := carried_out(request, form, lambda: kept(request, member, form), url):
        messages.success(request, _("Kept for the talk."))
        return redirect(done)
    here = MemberPage(desk, held, talks, timezone.localdate())
    return about_page(request, "mentors/member_prepare.html", held, form, here=here)


@FORM
def member_ask(request: SignedIn, member: str) -> HttpResponse:
    """The first small question: what makes it easy to answer, and the words to copy. Nothing is sent from here."""
    held = desk_of(request.user).member(member)
    first = {"ask": held.contents.ask or skeleton(held.contents.name), "seen": held.revision}
    form = MemberAskForm(posted(request), initial=first)
    url = reverse("member_ask", args=[member])
    if done := carried_out(request, form, lambda: kept(request, member, form), url):
        messages.success(request, _("Kept. Copy it, or open it in your mail program."))
        return redirect(done)
    return about_page(request, "mentors/member_ask.html", held, form, **asked(held.contents, form))


def kept(request: SignedIn, member: str, form: MemberAskForm | MemberPrepareForm) -> None:
    """Keeps what the form says beside the person."""
    facts = {name: said for name, said in form.cleaned_data.items() if name != "seen"}
    change_to(request.user, member, facts, seen=seen_by(form))


def asked(member: Member, form: MemberAskForm) -> dict[str, Any]:
    """What there is to say about the words on the page, and the link that takes kept ones to a mail program."""
    typed = form.data.get("ask", "") if form.is_bound else member.ask
    ready = member.ask and not form.is_bound
    return {
        "look": look_at(typed) if typed else None,
        "mailto": mailto(member.email, _("A short question"), member.ask) if ready else "",
    }
