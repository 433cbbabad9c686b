"""The texts of skills in a grid, prepared as HTML: a ladder has hundreds of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from drafts.base import Bodies
from drafts.desk import Group
from drafts.hints import Hints
from drafts.models import Draft, Piece
from drafts.pieces import Body, Kind
from drafts.places import Place
from drafts.values import read

FIRST_LINES = 180  # characters: more than four lines of a cell hold


def text_of(words: Body | None) -> str:
    """All that a place says in one line: its text and its statements, or else its examples, or its name."""
    if not words:
        return ""
    said = [words.get("text", ""), *(sign["text"] for sign in words.get("signs", ()))]
    found = said if any(said) else words.get("examples") or [words.get("name", "")]
    return " ".join(" ".join(found).split())


@dataclass(frozen=True, slots=True)
class Marks:
    """What the cells are marked by: the hints, what stood there before, and how many remarks are open by skill id."""

    hints: Hints
    before: Bodies
    remarks: Mapping[str, int]


class TextCells:
    """Builds the rows of the grid; holds what they share."""

    def __init__(self, draft: Draft, places: list[Place], marks: Marks, language: str) -> None:
        self.draft, self.places, self.marks = draft, places, marks
        self.said = f'lang="{escape(language)}" dir="auto"'
        self.hint, self.changed = escape(_("hint")), escape(_("changed"))
        self.nothing, self.must = escape(_("Nothing written yet")), escape(_("must-have"))
        stand_in = Piece(pid="2" * 16)
        self.urls = {place.path: escape(place.url(draft, stand_in)).replace(stand_in.pid, "{}") for place in places}
        self.names = {place.path: escape(place.name) for place in places}
        self.skill_url = escape(reverse("skill_edit", args=[draft.pid, stand_in.pid])).replace(stand_in.pid, "{}")

    def group(self, group: Group) -> SafeString:
        """The rows of one category."""
        return mark_safe("".join(self.row(skill) for skill in group.pieces))

    def row(self, skill: Piece) -> str:
        """A skill: its name, and its text at each place."""
        known = self.marks.before.get((Kind.SKILL, skill.key))
        cells = "".join(self.cell(skill, place, known) for place in self.places)
        title = f'<a {self.said} href="{self.skill_url.format(skill.pid)}">{escape(skill.title)}</a>'
        head = f"<h3>{title}{self.about(skill)}</h3>"
        return f'<div class="grid-row" id="{escape(skill.key)}">{head}<ol>{cells}</ol></div>'

    def about(self, skill: Piece) -> str:
        """What stands beside the name: must-have, a hint about the whole skill, open remarks."""
        marks = f' <span class="must">{self.must}</span>' if skill.body.get("core") else ""
        if (skill.pid, "") in self.marks.hints:
            marks += f' <span class="badge grow">{self.hint}</span>'
        count = self.marks.remarks.get(skill.key, 0)
        if count:
            said = ngettext("%(n)d remark", "%(n)d remarks", count) % {"n": count}
            marks += f' <span class="badge">{escape(said)}</span>'
        return marks

    def cell(self, skill: Piece, place: Place, known: Body | None) -> str:
        """What a skill says at one place: a link to its sheet, marked if it has changed or has a hint."""
        words = skill.read(place.path)
        css = marks = ""
        if self.marks.before and words != read(known, place.path):
            css, marks = ' class="changed"', f'<i class="vh">{self.changed}</i> '
        if (skill.pid, place.path) in self.marks.hints:
            marks += f"<em>{self.hint}</em> "
        text = text_of(words)
        says = f"<span {self.said}>{escape(text[:FIRST_LINES])}</span>" if text else f"<small>{self.nothing}</small>"
        url = self.urls[place.path].format(skill.pid)
        return f'<li><a href="{url}"{css}><b {self.said}>{self.names[place.path]}</b> {marks}{says}</a></li>'
