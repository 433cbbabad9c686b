"""The reveal: both answers open to both, in one transaction, as soon as the second one is in."""

from __future__ import annotations

from datetime import datetime

from assessments.models.appraisal import Appraisal
from assessments.models.standing import Standing
from assessments.telling import address
from people.notices import tell

RATERS = ("self", "manager")


def reveal(review: Appraisal, *, at: datetime) -> bool:
    """Reveals a review (locked in this transaction) if both parts are submitted; whether it is revealed now.

    Until then nothing of either counts anywhere: the standings of both are written here.
    """
    done = [part for kind, part in review.parts().items() if kind in RATERS and part.submitted_at]
    if len(done) < len(RATERS) or review.revealed_at:
        return review.revealed_at is not None
    review.revealed_at = at
    review.save(update_fields=["revealed_at"])
    for part in done:
        Standing.write(part, {int(skill): level for skill, level in (part.levels or {}).items()}, at=at)
    for one, other in ((review.person, review.assessor), (review.assessor, review.person)):
        tell([one], "review_revealed", subject=other, url=address(review))
    return True
