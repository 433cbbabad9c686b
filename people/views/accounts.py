"""Accounts as far as the people team keeps them: made, switched off, switched on again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people import joining, switching
from people.mails import can_mail
from people.models import Person, Reading
from people.policy import Ability, keeps_people, subjects
from people.requests import SignedIn
from people.team_forms import PersonNewForm
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def person_new(request: SignedIn) -> HttpResponse:
    """A new colleague; leads on to the link with which they choose a password."""
    if not keeps_people(request.user):
        raise PermissionDenied
    if done := done_before(request):
        return redirect(done)
    form = PersonNewForm(request.POST if request.method == "POST" else None, viewer=request.user)
    if form.is_bound and form.is_valid():
        try:
            return redirect(once(request, lambda: added(request, form)))
        except ValidationError as refused:
            form.add_error(None if hasattr(refused, "error_dict") else "who", refused)
    return render(request, "people/person_new.html", {"form": form}, status=422 if form.is_bound else 200)


def added(request: SignedIn, form: PersonNewForm) -> str:
    """Makes the account and mails its link, if there are mails; gives the address of the link's page."""
    said = form.cleaned_data
    given = {name: said[name] for name in ("name", "email", "title", "manager")}
    person = joining.join(by=request.user, **given)
    joining.mail_link(person, link_of(request, person))
    messages.success(request, _("%(name)s has an account now.") % {"name": person.name})
    return reverse("person_link", args=[person.pid])


def link_of(request: SignedIn, person: Person) -> str:
    return request.build_absolute_uri(joining.password_path(person))


@require_http_methods(["GET", "HEAD", "POST"])
def person_link(request: SignedIn, person: str) -> HttpResponse:
    """The way into an account that nobody has opened yet: its link, or the link mailed once more."""
    found = get_object_or_404(subjects(request.user, Ability.KEEP_ACCOUNT), pid=person)
    waiting = joining.is_waiting(found)
    Reading.note(request.user, [found], "person_link")
    if request.method == "POST":
        if waiting and can_mail():
            joining.mail_link(found, link_of(request, found))
            messages.success(request, _("The link is on its way."))
        return redirect("person_link", found.pid)
    link = link_of(request, found) if waiting and not can_mail() else ""
    context = {"person": found, "waiting": waiting, "mails": can_mail(), "link": link}
    return render(request, "people/person_link.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def account_switch(request: SignedIn, person: str) -> HttpResponse:
    """Switches an account off, or on again; sent twice, the second changes nothing."""
    found = get_object_or_404(subjects(request.user, Ability.KEEP_ACCOUNT), pid=person)
    problem = ""
    if request.method == "POST":
        try:
            return switched(request, found, on=request.POST.get("to") == "on")
        except ValidationError as refused:
            problem = refused.messages[0]
    Reading.note(request.user, [found], "account_switch")
    acts = found.acts.exclude(kind="line").latest_first().select_related("by")
    context = {"person": found, "consequences": switching.consequences(found), "acts": acts, "problem": problem}
    return render(request, "people/account_switch.html", context, status=422 if problem else 200)


def switched(request: SignedIn, person: Person, *, on: bool) -> HttpResponse:
    """Does it, and leads to those who now need another manager, else back to the account."""
    said = _("The account of %(name)s is switched on.") if on else _("The account of %(name)s is switched off.")
    if switching.switch(person, on=on, by=request.user):
        messages.success(request, said % {"name": person.name})
    if not on and Person.objects.reporting_to(person).active().exists():
        return redirect(reverse("person_list", query={"manager": person.pid}))
    return redirect("account_switch", person.pid)
