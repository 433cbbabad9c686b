"""What colleagues say: peers in a review, feedback at any time, and words about evidence."""

from feedback.models.circle import Circle, Fixed
from feedback.models.given import Feedback, FeedbackAsked, Late
from feedback.models.peer import Decided, Peer, PeerAnswer
from feedback.models.summary import PeerSummary

__all__ = [
    "Circle",
    "Decided",
    "Feedback",
    "FeedbackAsked",
    "Fixed",
    "Late",
    "Peer",
    "PeerAnswer",
    "PeerSummary",
]
