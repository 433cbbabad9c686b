"""How many changes there are, and which kind of release they ask for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ladders.changes.change import Changes, Direction, Weight


@dataclass(frozen=True, slots=True)
class Tally:
    """How many changes there are: all of them, those that ask more or less of people, those of the wording."""

    changes: int
    more: int
    less: int
    wording: int

    def __str__(self) -> str:
        """As in "9 changes: 2 ask more, 1 asks less, 4 wordings, 2 others"; only the number if none is of a kind."""
        others = self.changes - self.more - self.less - self.wording
        parts = [
            ngettext("%(n)d asks more", "%(n)d ask more", self.more) % {"n": self.more} if self.more else "",
            ngettext("%(n)d asks less", "%(n)d ask less", self.less) % {"n": self.less} if self.less else "",
            ngettext("%(n)d wording", "%(n)d wordings", self.wording) % {"n": self.wording} if self.wording else "",
        ]
        said = ngettext("%(n)d change", "%(n)d changes", self.changes) % {"n": self.changes}
        if any(parts) and others > 0:
            parts.append(ngettext("%(n)d other", "%(n)d others", others) % {"n": others})
        listed = _(", ").join(filter(None, parts))
        return _("%(changes)s: %(parts)s") % {"changes": said, "parts": listed} if listed else said


def tally(found: Changes) -> Tally:
    every = list(found)
    return Tally(
        changes=len(every),
        more=sum(change.direction is Direction.MORE for change in every),
        less=sum(change.direction is Direction.LESS for change in every),
        wording=sum(change.weight is Weight.PATCH for change in every),
    )


def suggested(found: Changes) -> Weight | None:
    """The kind of release that the heaviest change asks for; None where nothing changes."""
    return max((change.weight for change in found), default=None)
