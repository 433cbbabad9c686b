"""Who else is told when reviews are called off: colleagues who were asked and have not answered."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.models import Appraisal
from feedback.models import Peer
from people.models import Person
from people.notices import tell


def called_off(reviews: Sequence[Appraisal], *, by: Person) -> None:
    """Tells them that there is nothing left to answer; the link is their own page of it."""
    rows = Peer.objects.filter(circle__appraisal__in=reviews, peer__is_active=True).unanswered()
    for row in rows.select_related("peer", "circle__appraisal__person"):
        if not row.rates_it_now:
            tell([row.peer], "peer_called_off", by=by, subject=row.review.person, url=row.address)
