"""Where a person stands: their place on a ladder, assessments, evidence, and the standing that follows."""

from assessments.models.assessment import Assessment, Rating
from assessments.models.evidence import Evidence
from assessments.models.path import Path, Placement
from assessments.models.standing import Standing

__all__ = ["Assessment", "Evidence", "Path", "Placement", "Rating", "Standing"]
