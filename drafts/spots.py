"""What the checks and the linter say about one piece of a draft, at the field that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from drafts.desk import Desk
from drafts.hints import Hint, hints_of
from drafts.models import Piece
from drafts.telling import Names, names_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A hint and where in the piece it is: a field of its sheet and a line of it from 1, or nothing in particular."""

    hint: Hint
    field: str = ""
    line: int = 0
    place: str = ""  # the level or the stage of a skill, by name

    @property
    def where(self) -> str:
        """The place in words; empty where the hint is about the whole piece."""
        return self.place or {
            "does": _("What people do, line %(line)d"),
            "success": _("How success shows, line %(line)d"),
        }.get(self.field, "") % {"line": self.line}


@dataclass(frozen=True, slots=True)
class Spots:
    """What must be mended in a piece before the draft can be published, and what could be better."""

    troubles: tuple[str, ...]
    hints: tuple[Spot, ...]


def spots(desk: Desk, piece: Piece) -> Spots:
    """All that is said about a piece; what is said about none in particular is about the ladder itself."""
    names = names_of(desk)
    told = [(place, hint) for (pid, place), hints in hints_of(desk).items() if pid == piece.pid for hint in hints]
    found = [spot(hint, place, names) for place, hint in told]
    return Spots(
        tuple(trouble.message for trouble in desk.troubles if (trouble.piece or desk.head).pid == piece.pid),
        tuple(found),
    )


def spot(hint: Hint, place: str, names: Names) -> Spot:
    field, _slash, line = place.partition("/")
    if field in ("levels", "at"):
        return Spot(hint, place=names.place(place))
    return Spot(hint, field, int(line) + 1) if line.isdecimal() else Spot(hint)
