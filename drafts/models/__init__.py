"""Ladders being rewritten: drafts in pieces, every change to them, and who keeps which ladder.

A draft is a ladder file in pieces. Editing it touches no published row, so nothing published can change; publishing
puts the pieces together, checks them like any file, and takes them in as the next version.
"""

from drafts.models.anchors import AnchorTest, Sorter, Sorting
from drafts.models.change import Change
from drafts.models.draft import Closed, Draft, Edit, Met, Saved
from drafts.models.keeper import Keeper
from drafts.models.piece import Piece
from drafts.models.proposal import Proposal, ProposalAnswer
from drafts.models.remark import Remark
from drafts.models.review import Review
from drafts.models.second_person import SecondPerson
from drafts.models.upload import Upload

__all__ = [
    "AnchorTest",
    "Change",
    "Closed",
    "Draft",
    "Edit",
    "Keeper",
    "Met",
    "Piece",
    "Proposal",
    "ProposalAnswer",
    "Remark",
    "Review",
    "Saved",
    "SecondPerson",
    "Sorter",
    "Sorting",
    "Upload",
]
