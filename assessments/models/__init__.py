"""Where a person stands: assessments, evidence, and the standing that follows."""

from assessments.models.assessment import Assessment, Rating
from assessments.models.evidence import Evidence
from assessments.models.standing import Standing

__all__ = ["Assessment", "Evidence", "Rating", "Standing"]
