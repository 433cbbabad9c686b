"""Which open reviews somebody may hand over or call off."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.urls import reverse

from assessments.models import Appraisal
from assessments.telling import address
from people.models import Duty, Person
from reviews.models import Round


def handed_by(viewer: Person) -> QuerySet[Appraisal]:
    """The reviews that the viewer may give to another assessor: those they rate; all but their own for the people
    team.
    """
    return _steered(viewer, Q(assessor=viewer))


def ended_by(viewer: Person) -> QuerySet[Appraisal]:
    """The reviews that the viewer may call off: those they rate or opened; all but their own for the people team."""
    return _steered(viewer, Q(assessor=viewer) | Q(by=viewer))


def outside_rounds(viewer: Person) -> QuerySet[Appraisal]:
    """For the people team: open reviews in no round that they do not rate themselves, by the name of the person."""
    found = handed_by(viewer).filter(pk__in=Appraisal.objects.open().values("pk"), round_place=None)
    return found.exclude(assessor=viewer).order_by("person__name", "pk")


def _steered(viewer: Person, theirs: Q) -> QuerySet[Appraisal]:
    reviews = Appraisal.objects.select_related("person", "assessor", "round_place__round")
    if not viewer.is_active:
        return reviews.none()
    mine = Q() if viewer.holds(Duty.Kind.PEOPLE) else theirs
    return reviews.filter(mine).exclude(person=viewer)


def after_of(review: Appraisal, viewer: Person) -> str:
    """Where somebody goes on after they changed a review: to its round if they see one, else the review."""
    rounds = Round.objects.visible_to(viewer).filter(places__appraisal=review)
    pid = rounds.values_list("pid", flat=True).first()
    if pid:
        return reverse("round_show", args=[pid])
    return address(review) if viewer in (review.person, review.assessor) else reverse("round_list")
