"""What was done to a draft, in words: one sentence for each change, and the texts before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.models import Change, Piece
from drafts.pieces import Kind
from drafts.shared import titles_of
from ladders.changes.said import Said, say

Words = str | Promise
ANY = "*"

# Kind and path → the sentence; a star stands for any one step of the path, and the most exact line counts.
SENTENCES: dict[tuple[str, str], Words] = {
    (ANY, Change.ADDED): gettext_lazy("%(who)s added %(title)s"),
    (ANY, Change.ORDER): gettext_lazy("%(who)s moved %(title)s"),
    (ANY, ""): gettext_lazy("%(who)s put %(title)s anew"),
    (ANY, "title"): gettext_lazy("%(who)s renamed %(title)s"),
    (ANY, "name"): gettext_lazy("%(who)s renamed %(title)s"),
    (ANY, "text"): gettext_lazy("%(who)s changed the text about %(title)s"),
    (ANY, ANY): gettext_lazy("%(who)s changed “%(field)s” of %(title)s"),
    (Kind.HEAD, "summary"): gettext_lazy("%(who)s changed the summary of the ladder"),
    (Kind.HEAD, "needs"): gettext_lazy("%(who)s changed the rule of the ladder"),
    (Kind.HEAD, "uses"): gettext_lazy("%(who)s changed which library of skills the ladder uses"),
    (Kind.HEAD, "assess"): gettext_lazy("%(who)s changed how people assess themselves"),
    (Kind.HEAD, "language"): gettext_lazy("%(who)s changed the language of the ladder"),
    (Kind.HEAD, "category"): gettext_lazy("%(who)s changed the job family of the ladder"),
    (Kind.HEAD, "license"): gettext_lazy("%(who)s changed the licence of the texts"),
    (Kind.HEAD, "source"): gettext_lazy("%(who)s changed where the texts come from"),
    (Kind.LEVEL, "points"): gettext_lazy("%(who)s changed the points of %(title)s"),
    (Kind.STAGE, "does"): gettext_lazy("%(who)s changed what %(title)s does"),
    (Kind.STAGE, "success"): gettext_lazy("%(who)s changed how success shows for %(title)s"),
    (Kind.STAGE, "next"): gettext_lazy("%(who)s changed where %(title)s leads on to"),
    (Kind.STAGE, "moves"): gettext_lazy("%(who)s changed the moves sideways from %(title)s"),
    (Kind.STAGE, "needs"): gettext_lazy("%(who)s changed the rule of %(title)s"),
    (Kind.STAGE, "facts"): gettext_lazy("%(who)s changed the facts about %(title)s"),
    (Kind.STAGE, "roles"): gettext_lazy("%(who)s changed the titles that people have as %(title)s"),
    (Kind.STAGE, "phase"): gettext_lazy("%(who)s changed the phase of %(title)s"),
    (Kind.STAGE, "track"): gettext_lazy("%(who)s changed the line of %(title)s"),
    (Kind.STAGE, "rank"): gettext_lazy("%(who)s changed the rank of %(title)s"),
    (Kind.STAGE, "x-try"): gettext_lazy("%(who)s changed the ways to try %(title)s"),
    (Kind.SKILL, "category"): gettext_lazy("%(who)s changed the category of %(title)s"),
    (Kind.SKILL, "core"): gettext_lazy("%(who)s changed whether %(title)s is core"),
    (Kind.SKILL, "rated"): gettext_lazy("%(who)s changed whether people rate %(title)s"),
    (Kind.SKILL, "also"): gettext_lazy("%(who)s changed the other names of %(title)s"),
    (Kind.SKILL, "measures"): gettext_lazy("%(who)s changed the measures of %(title)s"),
    (Kind.SKILL, "ref"): gettext_lazy("%(who)s changed the reference of %(title)s"),
    (Kind.SKILL, "links"): gettext_lazy("%(who)s changed the links of %(title)s"),
    (Kind.SKILL, "*/*"): gettext_lazy("%(who)s changed %(title)s at %(place)s"),
    (Kind.SKILL, "*/*/text"): gettext_lazy("%(who)s changed what %(title)s means at %(place)s"),
    (Kind.SKILL, "*/*/signs"): gettext_lazy("%(who)s changed the statements of %(title)s at %(place)s"),
    (Kind.SKILL, "*/*/examples"): gettext_lazy("%(who)s changed the examples of %(title)s at %(place)s"),
    (Kind.SKILL, "*/*/name"): gettext_lazy("%(who)s changed what %(place)s is called for %(title)s"),
    (Kind.ROW, "cells/*"): gettext_lazy("%(who)s changed what %(place)s expects of %(title)s"),
    (Kind.ROW, "edition"): gettext_lazy("%(who)s changed which wording of %(title)s is taken"),
    (Kind.ROW, Change.ADDED): gettext_lazy("%(who)s took %(title)s into the grid"),
    (Kind.STEP, "stop"): gettext_lazy("%(who)s changed what to stop: %(title)s"),
    (Kind.STEP, "start"): gettext_lazy("%(who)s changed what to start: %(title)s"),
    (Kind.STEP, "keep"): gettext_lazy("%(who)s changed what to keep: %(title)s"),
    (Kind.PHASE, "roles"): gettext_lazy("%(who)s changed the titles that people have in %(title)s"),
    (Kind.CATEGORY, "rated"): gettext_lazy("%(who)s changed whether people rate the skills of %(title)s"),
    (Kind.BEYOND, "from"): gettext_lazy("%(who)s changed which stages lead to %(title)s"),
    (Kind.BEYOND, "x-focus"): gettext_lazy("%(who)s changed the skills that %(title)s leans on"),
    (Kind.BEYOND, "x-try"): gettext_lazy("%(who)s changed the ways to try %(title)s"),
    (Kind.WAY_IN, "to"): gettext_lazy("%(who)s changed where %(title)s leads to"),
    (Kind.WAY_IN, "brings"): gettext_lazy("%(who)s changed what carries over from %(title)s"),
    (Kind.WAY_IN, "lacks"): gettext_lazy("%(who)s changed what is usually missing for those from %(title)s"),
}
RETIRED, BROUGHT_BACK = gettext_lazy("%(who)s retired %(title)s"), gettext_lazy("%(who)s brought %(title)s back")
# Fields that hold keys of other pieces.
REFERS = {
    "next": Kind.STAGE,
    "moves": Kind.STAGE,
    "from": Kind.STAGE,
    "to": Kind.STAGE,
    "category": Kind.CATEGORY,
    "phase": Kind.PHASE,
    "track": Kind.TRACK,
    "x-focus": Kind.SKILL,
}


@dataclass(frozen=True, slots=True)
class Names:
    """What the pieces of a draft are called, by kind and key."""

    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, kind: str, key: str) -> str:
        """A title, or the key where the piece is retired or elsewhere."""
        return self.titles.get((kind, key), key)

    def piece(self, piece: Piece) -> str:
        """What people call a piece; a row is called like its skill, a step like its two stages."""
        if piece.kind == Kind.ROW:
            return self.of(Kind.SKILL, piece.key)
        if piece.kind == Kind.STEP:
            return " → ".join(self.of(Kind.STAGE, str(piece.body.get(end, ""))) for end in ("from", "to"))
        if piece.kind == Kind.LEVEL:
            return f"{piece.key} {piece.title}"
        return piece.title

    def place(self, path: str) -> str:
        """The level or the stage that a path leads through: "levels/3/text", "at/senior", "cells/senior"."""
        first, _slash, rest = path.partition("/")
        key = rest.partition("/")[0]
        if first == "levels":
            return " ".join(dict.fromkeys((key, self.of(Kind.LEVEL, key))))
        return self.of(Kind.STAGE, key)


def names_of(desk: Desk) -> Names:
    """The names in a draft, and those of the skills that it takes from a library."""
    shared = {(str(Kind.SKILL), key): title for key, title in titles_of(desk).items()}
    return Names(shared | {(kind, piece.key): piece.title for kind in Kind for piece in desk.rows(kind)})


def sentence(change: Change, names: Names) -> Said:
    """Who changed what. The change comes with its piece and its person."""
    kind, path = change.piece.kind, change.path
    if path == Change.RETIRED:
        text: Words = RETIRED if change.after else BROUGHT_BACK
    else:
        text = next(SENTENCES[line] for line in lines_for(kind, path) if line in SENTENCES)
    who = Said(change.by.name if change.by else _("Somebody"))
    words = {"title": names.piece(change.piece), "field": path, "place": names.place(path)}
    named = {name: word for name, word in words.items() if f"%({name})s" in str(text)}
    return say(str(text), who=who, **named)


def lines_for(kind: str, path: str) -> list[tuple[str, str]]:
    """The lines of the table that can tell a change, the most exact first."""
    first, *rest = path.split("/")
    paths = [path]
    if rest:
        paths += ["/".join([first, ANY, *rest[1:]]), "/".join([ANY, ANY, *rest[1:]]), f"{ANY}/{ANY}"]
    return [(kind, one) for one in paths] + [(ANY, one) for one in (*paths, ANY)]


def in_words(path: str, value: Any, names: Names) -> str:
    """A value of a piece as people read it; lists have one item a line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if path.startswith("cells/"):
        return cell_in_words(value, names)
    last = path.rpartition("/")[2]
    if isinstance(value, list):
        return "\n".join(filter(None, (in_words(last, item, names) for item in value)))
    if isinstance(value, dict):
        return dict_in_words(value)
    return names.of(REFERS[last], str(value)) if last in REFERS else str(value)


def dict_in_words(value: Mapping[str, Any]) -> str:
    """A statement, a link, a title: its words; anything else as key and value."""
    words = [str(value[key]) for key in ("label", "title", "text", "value", "url") if value.get(key)]
    return ": ".join(words) or "; ".join(f"{key}: {item}" for key, item in value.items())


def cell_in_words(cell: Mapping[str, Any], names: Names) -> str:
    """What a cell of the grid says: "3 Owning, must-have"."""
    level = cell.get("level")
    parts = [
        "" if level is None else _("nothing is expected") if level == 0 else names.place(f"levels/{level}"),
        _("welcome") if cell.get("welcome") else "",
        _("must-have") if cell.get("must") else "",
        _("counts %(times)s times") % {"times": cell["weight"]} if cell.get("weight", 1) != 1 else "",
    ]
    return ", ".join(filter(None, parts))
