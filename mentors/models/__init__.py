"""Personal boards: private to their owners, sealed in the database."""

from mentors.models.board import Board
from mentors.models.feed import Feed
from mentors.models.rows import Member, Seat, Touch
from mentors.models.server_key import ServerKey

__all__ = ["Board", "Feed", "Member", "Seat", "ServerKey", "Touch"]
