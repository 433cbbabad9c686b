"""Where a person stands: assessments, evidence, and the standing that follows."""

from assessments.models.assessment import Assessment
from assessments.models.evidence import Evidence
from assessments.models.rating import Rating
from assessments.models.standing import Standing

__all__ = ["Assessment", "Evidence", "Rating", "Standing"]
