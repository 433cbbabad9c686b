"""Opening a round, and adding somebody to one that is open."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from assessments.models import Appraisal
from people.models import Person
from people.notices import tell
from reviews.gathering import Gathered, Plan, gather, plan_of
from reviews.models import Round, RoundPlace
from reviews.models.round import Closed
from reviews.seating import Left, Seat


def open_round(round_: Round, *, by: Person) -> int | None:
    """Begins one review for each person whom the round is for; gives how many, None if it was open already.

    One transaction, and the same few statements for one person and for a thousand. Raises Closed if it is over.
    """
    with transaction.atomic():
        now = round_.locked()
        if now.is_over:
            raise Closed
        if now.opened_at:
            return None
        found = gather(plan_of(now), by, timezone.localdate())
        begun = begin(now, found.seats, found, by)
        round_.opened_at, round_.opened_by = timezone.now(), by
        round_.save(update_fields=["opened_at", "opened_by"])
        tell([round_.by], "round_begun", by=by, detail=round_.title, url=url_of(round_))
    return len(begun)


def add_person(round_: Round, person: Person, *, by: Person, assessor: Person | None) -> Left | None:
    """Begins a review for somebody in a round that is open; why not, if there is a reason.

    `assessor` counts only if nobody manages the person. Raises Closed unless the round is open.
    """
    named = {person.pk: assessor.pk} if assessor else {}
    with transaction.atomic():
        now = round_.locked()
        if not now.is_running:
            raise Closed
        kept = plan_of(now)
        plan = Plan(
            group=Round.Group.CHOSEN,
            own_reports=kept.own_reports,
            version=kept.version,
            people=frozenset({person.pk}),
            named=named,
        )
        found = gather(plan, by, timezone.localdate())
        if found.left:
            return found.left[0][1]
        return None if begin(now, found.seats, found, by) else Left.OPEN


def begin(round_: Round, seats: Sequence[Seat], found: Gathered, by: Person) -> list[Appraisal]:
    """The reviews of these seats, each in the round; both of each pair are told. Leaves out whoever got a review
    from somebody else meanwhile: the database keeps one open review for each person.
    """
    now = timezone.now()
    rows = [
        Appraisal(
            person_id=one.person,
            assessor_id=one.assessor,
            appointed=one.appointed,
            by=by,
            ladder_id=one.ladder,
            version_id=one.version,
            stage=one.stage,
            target=one.target,
            form=round_.form,
            due_on=round_.closes_on,
            opened_at=now,
        )
        for one in seats
    ]
    Appraisal.objects.bulk_create(rows, ignore_conflicts=True)
    begun = list(Appraisal.objects.filter(pid__in=[row.pid for row in rows]))
    RoundPlace.objects.bulk_create(RoundPlace(round=round_, appraisal=review, at=now) for review in begun)
    title, url, people = round_.title, url_of(round_), found.people
    tell([people[review.person_id] for review in begun], "round_opened", by=by, detail=title, url=url)
    tell([people[review.assessor_id or 0] for review in begun], "round_given", by=by, detail=title, url=url)
    return begun


def url_of(round_: Round) -> str:
    return reverse("round_show", args=[round_.pid])
