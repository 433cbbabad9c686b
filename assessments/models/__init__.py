"""Where a person stands: assessments, reviews by two, evidence, and the standing that follows."""

from assessments.models.agreement import Agreement, Consent, Reopening
from assessments.models.appraisal import Appraisal, Ended
from assessments.models.assessment import Assessment
from assessments.models.evidence import Evidence
from assessments.models.rating import Rating
from assessments.models.sharing import Answered, Endorsement, Share, with_witnesses
from assessments.models.standing import Standing

__all__ = [
    "Agreement",
    "Answered",
    "Appraisal",
    "Assessment",
    "Consent",
    "Ended",
    "Endorsement",
    "Evidence",
    "Rating",
    "Reopening",
    "Share",
    "Standing",
    "with_witnesses",
]
