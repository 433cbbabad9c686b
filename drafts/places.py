"""Where a skill is described: at each level of the scale, or at each stage of a ladder without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from drafts.desk import Desk
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.shared import library_of
from drafts.telling import cell_in_words, names_of
from ladders.exchange.ways import leads_on

AT = "at"
LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class Place:
    """`path` inside the body of a skill, such as "levels/3" or "at/senior"; `pid` of the stage, "" for a level."""

    path: str
    title: str
    pid: str = ""

    @property
    def key(self) -> str:
        """The number of the level, or the id of the stage."""
        return self.path.partition("/")[2]

    @property
    def name(self) -> str:
        """What it is called: "3 Owning", or the name of the stage."""
        return self.title if self.pid else f"{self.key} {self.title}".strip()

    def url(self, draft: Draft, skill: Piece) -> str:
        """The sheet of a skill's text here."""
        if self.pid:
            return reverse("stage_text_edit", args=[draft.pid, skill.pid, self.pid])
        return reverse("text_edit", args=[draft.pid, skill.pid, int(self.key)])


def group_of(desk: Desk, skill: Piece) -> int:
    """The number of a skill's category in the tree, from 1; 0 for a skill that is retired."""
    return next((number for number, group in enumerate(desk.skills(), 1) if skill in group.pieces), 0)


def grid_url(draft: Draft, desk: Desk, skill: Piece) -> str:
    """The row of a skill in the grid of texts."""
    group = group_of(desk, skill)
    url = reverse("texts_show", args=[draft.pid])
    return f"{url}?group={group}#{quote(skill.key)}" if group else url


def levels_of(desk: Desk) -> list[Place]:
    """The levels of the scale from low to high: the ladder's own, or that of the library it uses."""
    own = {piece.key: piece.title for piece in desk.rows(Kind.LEVEL) if piece.key.isdecimal()}
    if not own and desk.head.body.get("uses"):
        library = library_of(desk)
        scale = library.scale if library else None
        own = {str(level.level): level.name for level in scale.levels.all()} if scale else {}
    return [Place(f"{LEVELS}/{key}", own[key]) for key in sorted(own, key=int)]


def stages_of(desk: Desk) -> list[Place]:
    """The stages in the order of the ladder."""
    return [Place(f"{AT}/{piece.key}", piece.title, piece.pid) for piece in desk.rows(Kind.STAGE)]


def places_of(desk: Desk) -> list[Place]:
    """Where each skill of this ladder has texts. Level 0 is “not yet”: it shows only where a skill describes it."""
    levels = levels_of(desk)
    if not any("0" in skill.body.get(LEVELS, {}) for skill in desk.rows(Kind.SKILL)):
        levels = [place for place in levels if place.key != "0"]
    return levels or stages_of(desk)


def around(desk: Desk, places: list[Place], here: Place) -> tuple[list[Place], list[Place]]:
    """The places just before and just after one: levels by number, stages by the ways between them."""
    if not here.pid:
        at = places.index(here)
        return places[max(at - 1, 0) : at], places[at + 1 : at + 2]
    ahead = leads_on(
        (piece.key, str(piece.body.get("track") or ""), way_of(piece.body)) for piece in desk.rows(Kind.STAGE)
    )
    before = [place for place in places if here.key in ahead[place.key]]
    return before, [place for place in places if place.key in ahead[here.key]]


def way_of(body: Mapping[str, Any]) -> tuple[str, ...] | None:
    """Where a stage says it leads on to; None if it says nothing."""
    given = body.get("next")
    return tuple(map(str, given)) if isinstance(given, list) else None


def expected_by(desk: Desk, skill: Piece, place: Place) -> list[Piece]:
    """The stages that expect this level of the skill."""
    row = next((row for row in desk.rows(Kind.ROW) if row.key == skill.key), None)
    cells: Mapping[str, Any] = row.body.get("cells", {}) if row else {}
    return [
        stage
        for stage in desk.rows(Kind.STAGE)
        if not place.pid and str(cells.get(stage.key, {}).get("level")) == place.key
    ]


def expected_levels(desk: Desk, skill: Piece) -> list[tuple[Piece, str]]:
    """What each stage expects of the skill, in words."""
    row = next((row for row in desk.rows(Kind.ROW) if row.key == skill.key), None)
    cells: Mapping[str, Any] = row.body.get("cells", {}) if row else {}
    names = names_of(desk)
    return [(stage, cell_in_words(cells[stage.key], names)) for stage in desk.rows(Kind.STAGE) if stage.key in cells]
