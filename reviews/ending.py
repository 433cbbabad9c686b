"""Reviews that end before they are revealed, and rounds that are closed."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from assessments.models import Appraisal, Assessment, Ended
from people.models import Person
from people.notices import tell
from reviews.models import KeptPart, Round
from reviews.opening import url_of
from safeguards.rooms import each


def end_review(review: Appraisal, *, by: Person, reason: str) -> None:
    """Calls an open review off; what the two wrote is kept for each of them. Raises Ended unless it is open."""
    with transaction.atomic():
        review.end(by=by, reason=reason)
        keep_parts([review])
        url = reverse("round_list")
        tell([review.person], "review_off", by=by, subject=review.assessor, detail=reason, url=url)
        tell([review.assessor], "review_off_for", by=by, subject=review.person, detail=reason, url=url)
        tell_bystanders([review], by)


def tell_bystanders(reviews: Sequence[Appraisal], by: Person) -> None:
    """Rooms above in which others were asked about these reviews have a module `bystanders` that tells them."""
    for room in each("bystanders"):
        room.called_off(reviews, by=by)


def keep_parts(reviews: Sequence[Appraisal]) -> None:
    """Keeps what both wrote in reviews that were called off; parts from before a hand-over are kept already."""
    parts = Assessment.objects.filter(appraisal__in=reviews, kept=None).select_related("appraisal")
    KeptPart.keep(list(parts))


def close_round(round_: Round, *, by: Person, end_open: bool, reason: str) -> int | None:
    """Closes a round, or drops it before it began; gives how many reviews were called off with it, None if somebody
    else closed it before.

    Reviews that are not called off stay open: both can submit as before. A review that is revealed at this moment is
    not called off, and whoever closes the round decides nothing about their own.
    """
    with transaction.atomic():
        now = round_.locked()
        if now.is_over:
            return None
        ended = _end_all(now, by, reason) if end_open else []
        round_.closed_at, round_.closed_by = timezone.now(), by
        round_.reason = reason if end_open else ""
        round_.save(update_fields=["closed_at", "closed_by", "reason"])
        tell([now.by], "round_closed", by=by, detail=now.title, url=url_of(now))
    return len(ended)


def _end_all(round_: Round, by: Person, reason: str) -> list[Appraisal]:
    open_ones = Appraisal.objects.open().filter(round_place__round=round_).exclude(person=by).order_by("pk")
    ended = []
    for review in open_ones.select_related("person", "assessor"):
        try:
            review.end(by=by, reason=reason)
        except Ended:  # revealed, or called off by somebody else, since the list was read
            continue
        ended.append(review)
    keep_parts(ended)
    title, url = round_.title, reverse("round_list")
    tell([review.person for review in ended], "round_ended", by=by, detail=title, url=url)
    tell([review.assessor for review in ended], "round_ended_for", by=by, detail=title, url=url)
    tell_bystanders(ended, by)
    return ended
