"""What a manager and a person note together: talks, promises, the next challenge, seat and scope, offers to help."""

from teams.models.between import Parted
from teams.models.challenge import Challenge
from teams.models.offer import CoachOffer
from teams.models.promise import Promise
from teams.models.seat import Seat
from teams.models.talk import Talk

__all__ = ["Challenge", "CoachOffer", "Parted", "Promise", "Seat", "Talk"]
