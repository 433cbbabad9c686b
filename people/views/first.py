"""The first minutes, one's own profile, and the sign of life for a monitor."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from people.accounts import AlreadyTaken, make_first_account
from people.forms import FirstAccountForm, ProfileEditForm
from people.models import Person
from people.requests import SignedIn
from safeguards.privacy import declared


@login_not_required
@require_safe
@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """Where everybody who is not signed in arrives; leads on to the sign-in page once there is a real account."""
    if Person.objects.real().exists():
        return redirect(reverse("account_login", query=request.GET))
    return render(request, "people/welcome.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def first_account(request: HttpRequest) -> HttpResponse:
    if Person.objects.real().exists():
        return redirect("account_login")
    form = FirstAccountForm(request.POST or None)
    if form.is_valid():
        try:
            person = make_first_account(**form.cleaned_data)
        except AlreadyTaken:
            messages.info(request, _("Somebody made the first account a moment ago. Ask them for yours."))
            return redirect("account_login")
        login(request, person)
        return redirect("home")
    context = {"form": form, "demo": Person.objects.made_up().exists()}
    return render(request, "people/first_account.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def profile_edit(request: SignedIn) -> HttpResponse:
    person = request.user
    now = {"name": person.name, "called": person.called, "title": person.title, "seen": person.revision}
    form = ProfileEditForm(request.POST or None, initial=now)
    if form.is_valid():
        person.describe(**form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return redirect("profile_edit")
    return render(request, "people/profile_edit.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def stored_show(request: SignedIn) -> HttpResponse:
    """What is stored about people, in the words that classify the fields."""
    topics = [topic for privacy in declared() for topic in privacy.topics]
    return render(request, "people/stored_show.html", {"topics": topics})


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """`ok`, if the database answers; else the 503 page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
