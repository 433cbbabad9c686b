"""Evidence beside a question: one's own, or what the person one rates has shared with one."""

from __future__ import annotations

from datetime import date

from assessments.models import Assessment, Evidence, Share
from people.models import Person


def evidence_beside(rater: Person, assessment: Assessment, skill_pk: int) -> list[tuple[date, str]]:
    """Day and title of each item that the rater may see, the latest first."""
    if assessment.person_id == rater.pk:
        return Evidence.own_for_skill(rater, skill_pk)
    shared = Share.objects.visible_to(rater).filter(reader=rater, evidence__person=assessment.person_id)
    return list(shared.for_skill(skill_pk).latest_first().values_list("evidence__happened_on", "evidence__title"))
