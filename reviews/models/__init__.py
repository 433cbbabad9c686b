"""Reviews by two: rounds and who is in them, reminders, hand-overs, and parts that were closed before their time."""

from reviews.models.handover import Handover, KeptPart
from reviews.models.round import Reminder, Round, RoundPerson, RoundPlace

__all__ = ["Handover", "KeptPart", "Reminder", "Round", "RoundPerson", "RoundPlace"]
