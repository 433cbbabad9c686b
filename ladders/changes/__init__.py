"""The difference between two versions of a ladder, in words. Nothing in a file changes without a line here."""

from __future__ import annotations

from ladders.changes.both import Both, Side
from ladders.changes.change import Change, Changes, Direction, Group, Status, Weight, Where
from ladders.changes.skills import skills
from ladders.changes.stages import stages
from ladders.changes.tally import Tally, suggested, tally
from ladders.changes.whole import unworded, whole
from ladders.exchange.schema import LadderFile

__all__ = [
    "Change",
    "Changes",
    "Direction",
    "Group",
    "Status",
    "Tally",
    "Weight",
    "Where",
    "changes",
    "suggested",
    "tally",
]


def changes(before: LadderFile, after: LadderFile) -> Changes:
    """Everything in which one version of a ladder differs from another, in the language that is active.

    Empty exactly where the two files are equal but for `version` and `status`, which only name them.
    """
    both = Both(Side(before), Side(after))
    found = Changes(both.language, tuple(stages(both)), tuple(skills(both)), tuple(whole(both)))
    return found or Changes(both.language, (), (), tuple(unworded(both)))
