"""Both say yes to a review as it stands, and what is agreed comes to count: one transaction."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from assessments.agreement import Pair, Settled, agreed_levels
from assessments.models import Appraisal, Assessment, Rating, Standing
from assessments.models.appraisal import Ended
from assessments.sealing import digest
from assessments.telling import address
from people.models import Person
from people.notices import tell
from safeguards.revisions import Stale


class StillOpen(Exception):
    """Skills on which the two differ are not settled; `skills` holds their primary keys."""

    def __init__(self, skills: list[int]) -> None:
        super().__init__(skills)
        self.skills = skills


def pairs_of(review: Appraisal) -> list[Pair]:
    """What each of the two said about each skill of a revealed review, and what is settled, by skill."""
    parts = review.parts()
    said = {
        kind: {int(skill): level for skill, level in (parts[kind].levels or {}).items()}
        for kind in ("self", "manager")
        if kind in parts
    }
    mine, theirs = said.get("self", {}), said.get("manager", {})
    settled = {row.skill_id: Settled(row.level, row.disagree) for row in review.agreements.all()}
    skills = [*mine, *(skill for skill in theirs if skill not in mine)]
    return [Pair(skill, mine.get(skill), theirs.get(skill), settled=settled.get(skill)) for skill in skills]


def fingerprint(review: Appraisal) -> str:
    """What somebody says yes to: every settled skill at the revision that the page showed."""
    rows = sorted(review.agreements.values_list("skill_id", "revision"))
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:32]


def say_yes(review: Appraisal, *, by: Person, seen: str, at: datetime | None = None) -> bool:
    """One of the two says yes to everything; with the second yes the review is agreed. Whether it is agreed now.

    `seen` is the `fingerprint` of what the page showed. Raises Ended unless it is revealed and not agreed, StillOpen
    while a skill is to be settled, Stale if something was changed since. Saying it twice changes nothing.
    """
    with transaction.atomic():
        now = review.locked()
        if now.state is not Appraisal.State.AGREEING or by.pk not in (now.person_id, now.assessor_id):
            raise Ended
        pairs = pairs_of(now)
        still = [pair.skill for pair in pairs if pair.is_open]
        if still:
            raise StillOpen(still)
        if fingerprint(now) != seen:
            raise Stale
        _yes, new = now.consents.get_or_create(person=by)
        if now.consents.filter(person__in=[now.person_id, now.assessor_id]).count() == 2:
            _conclude(now, agreed_levels(pairs), at=at or timezone.now())
            return True
        if new:
            tell([now.person, now.assessor], "review_said_yes", by=by, url=address(now))
    return False


def _conclude(review: Appraisal, levels: dict[int, int | None], *, at: datetime) -> None:
    """Writes the agreed result and the standing that follows; the first ratings stay as they were given."""
    rated = [(skill, levels[skill], "", False) for skill in sorted(levels)]
    result = Assessment(
        person_id=review.person_id,
        assessor_id=review.assessor_id,
        kind=Assessment.Kind.AGREED,
        appraisal=review,
        ladder_id=review.ladder_id,
        version_id=review.version_id,
        stage=review.stage,
        target=review.target,
        form=review.form,
        started_at=at,
        submitted_at=at,
        levels={str(skill): level for skill, level in levels.items()},
        digest=digest(review.version.digest, rated),
    )
    result.save()
    Rating._default_manager.bulk_create(
        Rating(assessment=result, skill_id=skill, level=level, rated_at=at) for skill, level in levels.items()
    )
    Standing.write(result, levels)
    review.agreed_at = at
    review.save(update_fields=["agreed_at"])
    for one, other in ((review.person, review.assessor), (review.assessor, review.person)):
        tell([one], "review_agreed", subject=other, url=address(review))
