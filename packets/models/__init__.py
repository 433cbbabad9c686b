"""The case for a promotion, assembled from the log against the ladder."""

from packets.models.decision import Decision, Reason, Release
from packets.models.handing import HandIn, Reader, Withdrawal
from packets.models.packet import Closed, Packet
from packets.models.said import Comment, Statement
from packets.models.section import Section
from packets.models.sharing import Sharing

__all__ = [
    "Closed",
    "Comment",
    "Decision",
    "HandIn",
    "Packet",
    "Reader",
    "Reason",
    "Release",
    "Section",
    "Sharing",
    "Statement",
    "Withdrawal",
]
