"""Rounds: the list, a new one with a look at who is in it, and how far one is."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.models import Person
from people.requests import SignedIn
from reviews.gathering import Gathered, gather
from reviews.models import KeptPart, Round, RoundPlace
from reviews.models.round import Closed
from reviews.opening import open_round, url_of
from reviews.round_forms import REPORTS, RoundNewForm, groups_of
from reviews.round_page import left_out, page_of, preview, steers, visible_round
from reviews.seating import Left
from reviews.steering import outside_rounds
from safeguards.once import done_before, once

LISTED = 60


@require_safe
def round_list(request: SignedIn) -> HttpResponse:
    """The rounds one has to do with, the latest first, and parts of reviews that wait for a decision."""
    rounds = Round.objects.visible_to(request.user).select_related("by").latest_first()[:LISTED]
    mine = RoundPlace.objects.visible_to(request.user).filter(appraisal__person=request.user)
    kept = KeptPart.objects.visible_to(request.user).select_related("appraisal__person", "writer").latest_first()
    context = {
        "rounds": rounds,
        "mine": set(mine.values_list("round", flat=True)),
        "kept": kept[:LISTED],
        "alone": outside_rounds(request.user)[:LISTED],
        "may_open": bool(groups_of(request.user, Person.objects.reporting_to(request.user).exists())),
        "today": timezone.localdate(),
    }
    return render(request, "reviews/round_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: SignedIn) -> HttpResponse:
    """First the form, then the same form with who would be in it and who is left out, then the act."""
    form = RoundNewForm(request.POST if request.method == "POST" else None, by=request.user)
    if not form.groups:
        raise PermissionDenied  # neither has reports nor is of the people team
    found = None
    if form.says_who:
        found = gather(form.plan(), request.user, timezone.localdate())
        # Sent twice, it finds nobody left to begin with, and leads where it led the first time.
        if "open" in request.POST and form.is_valid() and (found.seats or done_before(request)):
            return redirect(once(request, lambda: plan(request, form)))
    status = 422 if form.is_bound and (form.errors or "open" in request.POST) else 200
    return render(request, "reviews/round_new.html", {"form": form, **looked(form, found)}, status=status)


def looked(form: RoundNewForm, found: Gathered | None) -> dict[str, object]:
    """The preview, with a field for each assessor who has to be chosen: what was typed there stays."""
    fields = {name.removeprefix("assessor-"): form[name] for name in form.fields if name.startswith("assessor-")}
    if found is None:
        return {"typed": list(fields.values()), "groups": [key for key, _label in form.groups], "own": REPORTS}
    for person, reason in found.left:
        if reason is Left.NO_ASSESSOR:
            fields[person.pid] = form[form.ask_assessor(person.pid)]
    named = [found.people[pk] for pk in form.named if pk in found.people]
    asked = [person for person, reason in found.left if reason is Left.NO_ASSESSOR] + named
    lacking = [(person, fields[person.pid]) for person in asked if person.pid in fields]
    rest = [one for one in left_out(found.left) if one.reason is not Left.NO_ASSESSOR]
    groups = [key for key, _label in form.groups]
    later = form.cleaned_data["opens_on"] > timezone.localdate()
    more = {"looked": True, "lacking": lacking, "left": rest, "groups": groups, "own": REPORTS, "later": later}
    return preview(found) | more


def plan(request: SignedIn, form: RoundNewForm) -> str:
    """Keeps the round, and opens it if its first day has come; gives its page."""
    kept, version, ladder = form.plan(), form.named_version(), form.named_ladder()
    with transaction.atomic():
        made = Round.plan(
            by=request.user,
            own_reports=kept.own_reports,
            group=kept.group,
            head=form.cleaned_data["head"],
            version=version,
            ladder=ladder if kept.ladder else None,
            **form.words(),
        )
        assessors = Person.objects.active().in_bulk(set(form.named.values()))
        made.name_people(form.chosen(), {pk: assessors[by] for pk, by in form.named.items()})
        if made.opens_on <= timezone.localdate():
            say_opened(request, open_round(made, by=request.user))
        else:
            messages.success(request, _("The round is planned. It opens on its first day, or when you open it."))
    return url_of(made)


def say_opened(request: SignedIn, begun: int | None) -> None:
    if begun is None:
        messages.info(request, _("The round was open already. Nothing was changed."))
        return
    words = ngettext("%(n)d review has begun. Both know of it.", "%(n)d reviews have begun. All know of it.", begun)
    messages.success(request, words % {"n": begun})


@require_safe
def round_show(request: SignedIn, round: str) -> HttpResponse:  # the name in the address
    """How far a round is: names and states, and one's own part in it."""
    found = visible_round(request.user, round)
    context = page_of(found, request.user, request.GET.get("team", ""))
    return render(request, "reviews/round_show.html", context)


@require_POST
def round_open(request: SignedIn, round: str) -> HttpResponse:
    """Opens a planned round now."""
    found = visible_round(request.user, round)
    if not steers(request.user, found):
        raise PermissionDenied
    try:
        say_opened(request, open_round(found, by=request.user))
    except Closed:
        messages.info(request, _("The round was called off. It was not opened."))
    return redirect(reverse("round_show", args=[round]))
