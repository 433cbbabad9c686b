"""How managers rate: sessions on frozen ratings, and practice cases."""

from calibration.models.change import RatingChange
from calibration.models.practice import PracticeAnswer
from calibration.models.session import Chair, Entry, Session

__all__ = ["Chair", "Entry", "PracticeAnswer", "RatingChange", "Session"]
