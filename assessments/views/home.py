"""My path: one's place on the map, and at most three things to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.blind import veil_of
from assessments.gap_page import headline, lines, listed, marks, next_step
from assessments.models import Appraisal, Assessment
from assessments.outlook import Outlook, outlook
from assessments.quarters import Quarters
from assessments.sheet import sheet_of
from ladders.chart import Stage
from ladders.forms import PlaceEditForm
from ladders.models import Ladder
from ladders.news import news_of
from ladders.pictures.readiness import scalebar
from ladders.pictures.spark import trend_lines
from ladders.reading import Place, place_of
from ladders.translations import read_chart
from ladders.views.places import map_of
from people.models import Person
from people.notices import news_for
from people.requests import SignedIn
from people.waiting import news_waiting


@dataclass(frozen=True, slots=True)
class Thing:
    """Something worth doing now: what kind, what about, where, and a sentence that says why."""

    kind: str
    title: str
    url: str
    why: str


@require_safe
def home(request: SignedIn) -> HttpResponse:
    place = place_of(request.user)
    if place is None or place.stage is None:
        return newcomer(request, place)
    return render(request, "assessments/home.html", on_the_path(request.user, place, place.aim or place.stage))


def on_the_path(person: Person, place: Place, goal: Stage) -> dict[str, Any]:
    """What the page shows to somebody who has a place."""
    found = outlook(person, place, goal, Quarters.until(timezone.localdate()))
    # A review that is open leaves nothing rated; only then is it worth asking for.
    veil = veil_of(person) if found.empty else None
    return {
        "place": place,
        "map": map_of(person, place.chart, place),
        "chart": place.chart,
        "change": _("Change your place or aim"),
        "change_url": reverse("place_edit", args=[place.chart.ladder]),
        "outlook": found,
        "headline": headline(found),
        "bar": scalebar(found.gap.met, found.gap.grow, found.gap.unknown),
        "marks": listed(marks(found)),
        "trend": trend_lines(lines(found)) if found.trend.days else "",
        "things": things(person, place, found, veil),
        "veil": veil,
        "news": news_of(person, place),
        "notices": news_for(person),
        "waiting": news_waiting(person),
    }


def newcomer(request: SignedIn, place: Place | None) -> HttpResponse:
    """The first visit, or a stage that the ladder no longer has: the map and the question where you are."""
    ladders = list(Ladder.objects.visible_to(request.user).open_to(request.user).order_by("pk"))
    chart = place.chart if place else read_chart(ladders[0].current_id) if ladders else None
    context = {
        "place": place,
        "chart": chart,
        "map": map_of(request.user, chart, place) if chart else None,
        "form": PlaceEditForm(chart=chart, place=place) if chart else None,
        "notices": news_for(request.user),
        "waiting": news_waiting(request.user),
        "others": [read_chart(ladder.current_id) for ladder in ladders[1:]],
    }
    return render(request, "assessments/newcomer.html", context)


def things(person: Person, place: Place, found: Outlook, veil: Appraisal | None = None) -> list[Thing]:
    """At most three: the review or check-in that is open, the step that moves most, evidence that is missing."""
    drafts = Assessment.objects.visible_to(person, Assessment.Kind.SELF).about(person).drafts()
    draft = drafts.filter(appraisal=None).with_done().first()
    chosen = []
    if veil:
        why = _("Your earlier ratings and all figures come back when you have both submitted.")
        url = reverse("appraisal_show", args=[veil.pid])
        chosen.append(Thing(_("Review"), _("A review of you is open"), url, why))
    elif draft:
        asked = len(sheet_of(draft).questions)
        left = _("%(done)d of %(all)d skills are answered.") % {"done": draft.done, "all": asked}
        url = reverse("assessment_show", args=[draft.pid])
        chosen.append(Thing(_("Check-in"), _("Go on with your check-in"), url, left))
    elif found.empty:
        why = _("One sentence each to compare with. Nobody sees it but you.")
        chosen.append(Thing(_("Check-in"), _("Say where you stand"), reverse("assessment_home"), why))
    step = next_step(found.gap)
    if step and step.ahead:
        kind = _("Must-have") if step.must else _("Skill")
        url = reverse("gap_show", args=[found.gap.stage.pid]) + f"#{step.skill.slug}"
        chosen.append(Thing(kind, _("%(skill)s, one step to go") % {"skill": step.skill.title}, url, step.ahead.text))
    bare = next((row for row in found.gap.rows if row.required and row.met and not row.fresh), None)
    if bare:
        why = _("It counts as met, and nothing from the last twelve months shows it.")
        title = _("Note what shows %(skill)s") % {"skill": bare.skill.title}
        chosen.append(Thing(_("Evidence"), title, reverse("evidence_new") + f"?skill={bare.skill.pid}", why))
    return chosen
