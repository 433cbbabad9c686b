"""One cell of the grid in one line of text, as people type it and as spreadsheets hold it.

`3` is expected, `(2)` is welcome, `3!` is a must-have, `3!*2` counts twice, `0` says that nothing is expected, and
an empty text says nothing at all. On a ladder of texts there are no levels: `!`, `*2`, `!*2`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from drafts.values import Body

HEAVIEST = 3
LONGEST = 400  # characters; a level may be named, and a name may be long
MARKED = re.compile(r"(?P<level>.*?)\s*(?P<marks>(?:!\s*|[*×]\s*\d+\s*)*)", re.DOTALL)
WELCOME = re.compile(r"\(\s*(?P<level>.*?)\s*\)", re.DOTALL)
WEIGHT = re.compile(r"[*×]\s*(\d+)")


class Unclear(ValueError):
    """What was typed is no cell of this ladder; the message says why, to whoever typed it."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The names of a scale by number, the lowest first; none for a ladder of texts."""

    names: Mapping[int, str] = field(default_factory=dict)

    def number(self, typed: str) -> int:
        """The level that a number or a name means. Raises Unclear."""
        if not self.names:
            raise Unclear(_("This ladder has texts instead of levels: write only ! or *2 here."))
        if typed.isdecimal() and len(typed) < 7:
            number = int(typed)
            if number and number not in self.names:
                raise Unclear(_("There is no level %(level)s. Levels: %(levels)s.") % self.said(number))
            return number
        named = self.named(typed)
        if named is not None:
            return named
        raise Unclear(
            _("“%(typed)s” is not a level. Write 3, (2) if it is only welcome, or 3! for a must-have.")
            % {"typed": typed[:40]}
        )

    def named(self, typed: str) -> int | None:
        """The level of this name: “Leading”, or “4 Leading”."""
        wanted = folded(typed)
        for number, name in self.names.items():
            if wanted in (folded(name), folded(f"{number} {name}")):
                return number
        return None

    def said(self, number: int) -> dict[str, str]:
        return {"level": str(number), "levels": ", ".join(map(str, self.names))}


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def written(cell: Body | None) -> str:
    """The cell as text."""
    if not cell:
        return ""
    level = cell.get("level")
    shown = "" if level is None else f"({level})" if cell.get("welcome") else str(level)
    weight = cell.get("weight", 1)
    return f"{shown}{'!' if cell.get('must') else ''}{f'*{weight}' if weight != 1 else ''}"


def parsed(text: str, levels: Levels) -> Body | None:
    """The text as a cell, None if it says nothing. Raises Unclear."""
    if len(text) > LONGEST:
        raise Unclear(_("This is too long for a cell."))
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    match = None if levels.named(plain) is not None else MARKED.fullmatch(plain)
    shown, marks = (match["level"], match["marks"]) if match else (plain, "")
    weights = WEIGHT.findall(marks)
    if len(weights) > 1 or marks.count("!") > 1:
        raise Unclear(_("Write each mark once: 3!*2."))
    welcome = WELCOME.fullmatch(shown)
    cell: Body = {"level": levels.number(welcome["level"] if welcome else shown)} if shown else {}
    if welcome:
        cell["welcome"] = True
    if "!" in marks:
        cell["must"] = True
    if weights and (weight := weighed(weights[0])) != 1:
        cell["weight"] = weight
    return sound(cell, levels)


def weighed(typed: str) -> int:
    if typed not in ("1", "2", "3"):
        raise Unclear(_("A weight is 1, 2 or 3."))
    return int(typed)


def sound(cell: Body, levels: Levels) -> Body | None:
    """The cell, if its parts go together. Raises Unclear."""
    if levels.names and not cell.get("level"):
        if len(cell) > 1 or (cell and "level" not in cell):
            raise Unclear(_("Set a level first: what is not expected has no marks."))
        return cell or None
    if cell.get("welcome") and cell.get("must"):
        raise Unclear(_("What is only welcome cannot be a must-have."))
    return cell or None
