"""The small parts of a ladder that one page lists, one adds and one edits: a closed set, each with its words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from drafts.desk import Desk
from drafts.forms.parts import (
    BeyondForm,
    CategoryForm,
    LevelForm,
    LevelNewForm,
    PartNewForm,
    PhaseForm,
    TrackForm,
)
from drafts.forms.sheet import PieceForm
from drafts.forms.ways_in import WayInForm
from drafts.models import Piece
from drafts.pieces import Kind


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of part: its word in addresses, what its pages say, and its forms.

    `retiring` says what retiring one does to the rest of the ladder.
    """

    word: str
    kind: Kind
    title: Promise
    lede: Promise
    add: Promise
    retiring: Promise
    form: type[PieceForm]
    new_form: type[PartNewForm] = PartNewForm

    @property
    def moves(self) -> bool:
        """Whether people choose the order; levels have theirs from their numbers."""
        return self.kind is not Kind.LEVEL

    @property
    def named(self) -> bool:
        """Whether other parts of the ladder name it."""
        return self.kind not in (Kind.WAY_IN, Kind.BEYOND)

    def pieces(self, desk: Desk) -> list[Piece]:
        """Those in use, in order."""
        found = desk.rows(self.kind)
        return found if self.moves else sorted(found, key=lambda piece: int(piece.key))


PARTS = {
    part.word: part
    for part in (
        Part(
            "levels",
            Kind.LEVEL,
            _("Levels"),
            _("What a level means for any skill. The grid and the texts of the skills name a level by its number."),
            _("Add a level"),
            _(
                "Cells of the grid that expect this level, and texts that describe it, stay and have to be changed "
                "before the draft can be published."
            ),
            LevelForm,
            LevelNewForm,
        ),
        Part(
            "lines",
            Kind.TRACK,
            _("Lines"),
            _("The ways after a fork, such as leading people and being an expert. Each has its colour on the map."),
            _("Add a line"),
            _("Its stages stay; choose another line for each of them."),
            TrackForm,
        ),
        Part(
            "phases",
            Kind.PHASE,
            _("Phases"),
            _("Stretches of a career, such as early, middle and late."),
            _("Add a phase"),
            _("Its stages stay; choose another phase for each of them, or none."),
            PhaseForm,
        ),
        Part(
            "categories",
            Kind.CATEGORY,
            _("Categories"),
            _("Groups of skills. Their order is the order on the pages."),
            _("Add a category"),
            _("Its skills stay; choose another category for each of them, or none."),
            CategoryForm,
        ),
        Part(
            "ways-in",
            Kind.WAY_IN,
            _("Ways in"),
            _("Other jobs that people come from: what they bring along, and what they have usually not done yet."),
            _("Add a way in"),
            _("Nothing else in the ladder changes."),
            WayInForm,
        ),
        Part(
            "ways-beyond",
            Kind.BEYOND,
            _("Ways beyond"),
            _("Places to go after the ladder."),
            _("Add a way beyond"),
            _("Nothing else in the ladder changes."),
            BeyondForm,
        ),
    )
}


def part_of(kind: str) -> Part | None:
    """The part of this kind of piece, if it is one."""
    return next((part for part in PARTS.values() if part.kind == kind), None)


class PartConverter:
    """The url converter `<part:…>`: matches the word of a part and nothing else."""

    regex = "|".join(PARTS)

    def to_python(self, value: str) -> Part:
        return PARTS[value]

    def to_url(self, value: Part | str) -> str:
        return value.word if isinstance(value, Part) else value


def users(desk: Desk, piece: Piece) -> list[Piece]:
    """The stages, skills and rows in use that name a piece: a line, a phase, a category, a level."""
    if piece.kind in (Kind.TRACK, Kind.PHASE):
        key = "track" if piece.kind == Kind.TRACK else "phase"
        return [stage for stage in desk.rows(Kind.STAGE) if stage.body.get(key) == piece.key]
    if piece.kind == Kind.CATEGORY:
        return [skill for skill in desk.rows(Kind.SKILL) if skill.body.get("category") == piece.key]
    if piece.kind == Kind.LEVEL:
        return [skill for skill in desk.rows(Kind.SKILL) if piece.key in (skill.body.get("levels") or {})]
    return []


def cells_with(desk: Desk, level: Piece) -> int:
    """How many cells of the grid expect a level."""
    cells = (cell for row in desk.rows(Kind.ROW) for cell in row.body.get("cells", {}).values())
    return sum(str(cell.get("level")) == level.key for cell in cells)


def loose_categories(desk: Desk) -> dict[str, int]:
    """The names of categories that stand only at the skills, and how many skills have each.

    None once the ladder lists its categories.
    """
    if desk.rows(Kind.CATEGORY):
        return {}
    names = [skill.body["category"] for skill in desk.rows(Kind.SKILL) if skill.body.get("category")]
    return {name: names.count(name) for name in dict.fromkeys(names)}
