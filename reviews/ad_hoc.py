"""A review that a manager, or the people team, opens for one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from assessments.blind import veil_of
from assessments.models import Appraisal
from assessments.telling import address
from ladders.chart import Chart, Stage
from ladders.models import Version
from ladders.questions import Form
from ladders.reading import place_of
from people.models import Person
from people.notices import tell


@dataclass(frozen=True, slots=True)
class Ground:
    """What a review of somebody would stand on, or what is missing: `open` is one that is open already."""

    person: Person
    assessor: Person | None
    open: Appraisal | None
    chart: Chart | None
    stage: Stage | None

    @property
    def ready(self) -> bool:
        return self.open is None and self.stage is not None and self.assessor is not None


def ground_of(person: Person) -> Ground:
    """Who manages the person today, and their stage in the version in force. What they aim for stays theirs."""
    place = place_of(person)
    return Ground(
        person=person,
        assessor=Person.objects.managing(person).active().first(),
        open=veil_of(person),
        chart=place.chart if place else None,
        stage=place.stage if place else None,
    )


def open_review(ground: Ground, *, by: Person, target: str, form: Form, due_on: date | None) -> Appraisal:
    """Opens the review and tells both; gives the one that somebody else opened a moment ago, if somebody did.

    Raises ValueError unless the ground is ready, ValidationError if an account is switched off.
    """
    if ground.chart is None or ground.stage is None or ground.assessor is None:
        raise ValueError("Nothing to stand on.")
    version = Version.objects.visible_to(by).get(pid=ground.chart.version)
    began = timezone.now()
    with transaction.atomic():
        review = Appraisal.begin(
            ground.person,
            assessor=ground.assessor,
            by=by,
            version=version,
            stage=ground.stage.slug,
            target=target,
            form=form,
            due_on=due_on,
        )
        if review.by_id == by.pk and review.opened_at >= began:
            tell([review.person], "review_opened", by=by, subject=review.assessor, url=address(review))
            tell([review.assessor], "review_given", by=by, subject=review.person, url=address(review))
    return review
