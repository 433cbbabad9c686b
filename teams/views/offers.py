"""What one is glad to help others with."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ladders.reading import place_of
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once
from teams.forms import CoachOfferEditForm
from teams.models import CoachOffer
from teams.views.writing import FORM


@FORM
def coach_offer_edit(request: SignedIn) -> HttpResponse:
    """One's offers to help, skill by skill."""
    place = place_of(request.user)
    if place is None:
        return render(request, "teams/coach_offer_edit.html", {"form": None})
    own = CoachOffer.objects.visible_to(request.user).filter(person=request.user)
    glad = set(own.values_list("skill__pid", flat=True))
    data = request.POST if request.method == "POST" else None
    form = CoachOfferEditForm(data, chart=place.chart, initial={"skills": sorted(glad)})
    if form.is_valid():
        url = once(request, lambda: choose(request.user, form))
        messages.success(request, _("Saved."))
        return redirect(url)
    status = 422 if form.is_bound else 200
    return render(request, "teams/coach_offer_edit.html", {"form": form}, status=status)


def choose(person: Person, form: CoachOfferEditForm) -> str:
    CoachOffer.choose(person, asked=list(form.pks.values()), chosen=form.chosen())
    return reverse("my_team_notes")
