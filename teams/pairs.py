"""A person and their manager, as one of the two comes to write between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from people.models import Person
from people.notices import tell
from people.policy import Ability, subjects
from people.requests import SignedIn
from safeguards.views import trouble
from teams.models import Parted, Promise

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Pair:
    """The two, and which of them is looking."""

    person: Person
    manager: Person
    viewer: Person

    @property
    def other(self) -> Person:
        return self.manager if self.viewer == self.person else self.person

    @property
    def back(self) -> str:
        """The page where the viewer reads what the two noted."""
        return page_of(self.viewer, self.person)

    def told(self, kind: str) -> str:
        """Tells the other one; gives the page that the viewer goes back to."""
        tell([self.other], kind, by=self.viewer, subject=self.person, url=page_of(self.other, self.person))
        return self.back


def page_of(reader: Person, person: Person) -> str:
    return reverse("my_team_notes") if reader == person else reverse("report_show", args=[person.pid])


def pair_of(viewer: Person, person: str) -> Pair:
    """The viewer with one of their reports (public id), or with their own manager. Raises Http404."""
    found = get_object_or_404(subjects(viewer, Ability.WRITE_TEAM_NOTES), pid=person)
    if found != viewer:
        return Pair(found, viewer, viewer)
    return Pair(viewer, get_object_or_404(Person.objects.managing(viewer)), viewer)


def report_of(viewer: Person, person: str) -> Person:
    """One of the viewer's reports (public id). Raises Http404."""
    return get_object_or_404(Person.objects.reporting_to(viewer).active(), pid=person)


def promise_between(viewer: Person, promise: str) -> tuple[Promise, Pair]:
    """A promise (public id) that the viewer may keep or drop today, and the two whose it is. Raises Http404."""
    rows = Promise.objects.visible_to(viewer).writable_by(viewer).select_related("person", "manager", "closed_by")
    found = get_object_or_404(rows, pid=promise)
    if found.manager is None:
        raise Http404
    return found, Pair(found.person, found.manager, viewer)


def posted(request: SignedIn) -> QueryDict | None:
    """What a form is bound to."""
    return request.POST if request.method == "POST" else None


def keeping_words(view: View) -> View:
    """A form for somebody who reports to one no more is not taken: 404 as for nobody, with what was typed."""

    @wraps(view)
    def answered(request: SignedIn, *args: object, **named: object) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except (Http404, Parted):
            if request.method != "POST":
                raise Http404 from None
            return trouble(request, 404, "teams/parted.html")

    return answered
