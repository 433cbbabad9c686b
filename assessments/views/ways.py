"""Starting the first check-in from another job."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.blind import veil_of
from assessments.forms import WayStartForm
from assessments.models import Assessment
from assessments.sheet import Sheet, sheet_of
from assessments.views.assessing import start
from assessments.views.opened import first_open
from ladders.chart import Chart, Stage, WayIn
from ladders.models import Ladder
from ladders.questions import Form
from ladders.reading import Place, open_chart, open_way, place_of
from ladders.views.places import settle
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where somebody stands before their first check-in on a ladder.

    `done`: there is a submitted one already. `draft` is the open one. `elsewhere`: the place or the open check-in is
    on another ladder, or the place is at a stage that the ladder no longer has.
    """

    place: Place | None
    draft: Sheet | None
    done: bool
    elsewhere: bool

    @classmethod
    def of(cls, person: Person, chart: Chart) -> Standpoint:
        own = Assessment.objects.visible_to(person, Assessment.Kind.SELF).about(person)
        place, draft = place_of(person), own.filter(appraisal=None).drafts().first()
        sheet = sheet_of(draft) if draft else None
        charts = [found.chart for found in (place, sheet) if found]
        lost = place is not None and place.stage is None
        elsewhere = lost or any(found.ladder != chart.ladder for found in charts)
        # While a review is open earlier ones are hidden, and it comes first.
        done = own.counting().exists() or veil_of(person) is not None
        return cls(place, sheet, done, elsewhere)

    @property
    def free(self) -> bool:
        """Whether nothing stands in the way of starting."""
        return not (self.done or self.elsewhere)


@require_http_methods(["GET", "HEAD", "POST"])
def way_start(request: SignedIn, ladder: str, way: str) -> HttpResponse:
    """The first check-in, with hints where people from the same job often start; it asks for the stage if need be."""
    chart = open_chart(request.user, ladder)
    found, here = open_way(chart, way), Standpoint.of(request.user, chart)
    stages = () if here.place else entry_stages(request.user, chart, found)
    form = WayStartForm(request.POST if request.method == "POST" else None, stages=stages)
    if here.free and form.is_valid():
        return redirect(once(request, lambda: begin(request.user, chart, found, form.stage())))
    context = {"chart": chart, "way": found, "here": here, "form": form}
    return render(request, "assessments/way_start.html", context, status=422 if form.is_bound else 200)


def entry_stages(person: Person, chart: Chart, way: WayIn) -> tuple[Stage, ...]:
    """The stages that people usually enter at; all of them where the ladder does not say.

    Raises PermissionDenied where the ladder takes nobody new.
    """
    if not Ladder.objects.visible_to(person).open_to(person).filter(pid=chart.ladder).exists():
        raise PermissionDenied
    return tuple(chart.stage[slug] for slug in way.to) or chart.stages


def begin(person: Person, chart: Chart, way: WayIn, stage: Stage | None) -> str:
    """Puts the person at `stage`, if one is given, opens the check-in or goes on with it, and leads to a question."""
    if stage:
        settle(person, chart, {"stage": stage, "aim": None, "since": None, "seen": None})
    place = place_of(person)
    if place is None:
        raise ValueError("A check-in needs a place.")
    draft = start(person, place, Form.FULL)
    draft.come_by(way.slug)
    return first_open(sheet_of(draft))
