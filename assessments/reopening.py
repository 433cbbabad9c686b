"""A review is opened again: one of the two asks with a reason, the other or the people team agrees, or not."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.models import Appraisal, Reopening
from assessments.models.appraisal import Ended
from assessments.telling import address
from ladders.questions import Form
from people.models import Person
from people.notices import tell


class InTheWay(Exception):
    """Another review about the person is open; it comes first."""


def ask(review: Appraisal, *, by: Person, reason: str) -> Reopening:
    """Asks to rate again. Gives the request that waits already, if one does.

    Raises Ended unless the review is revealed, and opened again not yet.
    """
    with transaction.atomic():
        now = review.locked()
        if now.revealed_at is None or hasattr(now, "reopened"):
            raise Ended
        try:
            with transaction.atomic():
                asked = now.reopenings.create(by=by, reason=reason)
        except IntegrityError:
            return now.reopenings.get(accepted=None)
        tell([now.person, now.assessor], "reopening_asked", by=by, url=address(now))
    return asked


def answer(asked: Reopening, *, by: Person, accept: bool) -> Appraisal | None:
    """Opens a new review against the same list, or leaves it; both are told. The old one stays as it is.

    Gives the new review, if there is one. Raises Ended if it was answered or opened again meanwhile, InTheWay while
    another review is open, ValidationError if one of the two accounts is switched off.
    """
    with transaction.atomic():
        review = asked.appraisal.locked()
        waits = Reopening.objects.select_for_update().filter(pk=asked.pk, accepted=None).first()
        if waits is None or hasattr(review, "reopened"):
            raise Ended
        new = _again(review, by=by, reason=waits.reason) if accept else None
        waits.accepted, waits.answered_by, waits.answered_at = accept, by, timezone.now()
        waits.save(update_fields=["accepted", "answered_by", "answered_at"])
        kind = "reopening_accepted" if accept else "reopening_refused"
        for one, other in ((review.person, review.assessor), (review.assessor, review.person)):
            tell([one], kind, by=by, subject=other, url=address(new or review))
    return new


def _again(review: Appraisal, *, by: Person, reason: str) -> Appraisal:
    """A new review of the same list by whoever rates the person today: who did, if that is their business still."""
    managers = Person.objects.managing(review.person).active()
    before = review.assessor if review.assessor and review.assessor.is_active else None
    stays = before is not None and (review.appointed or managers.filter(pk=before.pk).exists())
    assessor = before if stays else managers.first()
    if assessor is None:
        raise Ended
    new = Appraisal.begin(
        review.person,
        assessor=assessor,
        by=by,
        version=review.version,
        stage=review.stage,
        target=review.target,
        form=Form(review.form),
        reopens=review,
        reason=reason,
    )
    if new.reopens_id != review.pk:
        raise InTheWay
    return new
