"""What the rows of a table say about a ladder, gathered skill by skill."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar

from ladders.exchange.fields import INTEGER, TITLE_LENGTH, WELCOME, parse_switch
from ladders.exchange.problems import MOST, Guesses, Problem, quoted
from ladders.exchange.table_cells import Row, fold, squeeze
from ladders.exchange.table_columns import Columns
from ladders.exchange.table_map import Named

Key = TypeVar("Key")

# What spreadsheets write into a cell whose formula failed, or which was too narrow.
FAILED = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|BEZUG!|WERT!|NV|#+)")
# What only a spreadsheet understands: a function, a cell, a sum or another program. A text may start with a sign.
FORMULA = re.compile(
    r"[=＝](?:[A-Za-z][\w.]*\(|\$?[A-Za-z]{1,3}\$?[0-9]+\s*(?:[-+*/^&=<>:!]|$)|[-+]?[0-9.,]+\s*(?:[-+*/^&=<>%]|$))"
    r"|[-+@=＝＋－＠].{0,200}\|.{0,200}![A-Za-z]+[0-9]"
    r"|[-+@＋－＠][A-Z][A-Z0-9.]*\([^()]*\)$"
)
NUMBERED = re.compile(
    r"(?:l|level|stufe|niveau|nivel)?\s?(?P<number>0|[1-9][0-9]{0,4})(?:[.,]0+)?(?:\s?[-–—.:)]\s?(?P<name>\D.*))?",
    re.IGNORECASE,
)
STATEMENTS = "if each row is a statement, write statements: true in the map"
ALIKE = 4  # letters and digits that two names must have in common to be nearly the same: C and C++ are not


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line and column of the table; or, if `file` names it, line and path of the map."""

    line: int
    path: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A text or level of the table, and where it stands."""

    value: str
    place: Place


@dataclass(slots=True)
class SkillDraft:
    """One skill. Stages are places in the list of stages, levels are numbers as they stand in a file."""

    name: str
    category: str
    place: Place
    description: dict[None, Told] = field(default_factory=dict)
    levels: dict[str, Told] = field(default_factory=dict)
    at: dict[int, Told] = field(default_factory=dict)
    signs: dict[int, list[Told]] = field(default_factory=dict)
    expects: dict[int, Told] = field(default_factory=dict)


class Draft:
    """Grows row by row. `problems` and `warnings` are those of the table."""

    def __init__(self, columns: Columns) -> None:
        self.columns, self.given = columns, columns.given
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.skills: dict[tuple[str, str], SkillDraft] = {}
        self.stage_texts: dict[int, Told] = {}
        self.numbers = self.given.numbers
        self.levels = frozenset(self.numbers.values())
        self.guesses = Guesses(tuple(self.numbers))
        self.near: dict[tuple[str, str], SkillDraft] = {}
        self.wordless: set[str] = set()
        self.unrated = {
            key: {fold(row.name) for row in rows if _is_unrated(row)}
            for key, rows in (("skills", self.given.skills), ("categories", self.given.categories))
        }

    def place(self, row: Row, column: int) -> Place:
        return Place(row.line, self.columns.header(column))

    def wrong(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place.line, place.path, message))

    @property
    def hopeless(self) -> bool:
        """True if there are more problems than anyone reads: the rest of the table need not be looked at."""
        return len(self.problems) >= MOST

    def doubled(self, row: Row, first: Row) -> None:
        """A row that says what another row says, word for word, is left out."""
        self.warnings.append(Problem(row.line, "", f"says the same as line {first.line} and is left out"))

    def skill(self, row: Row) -> SkillDraft | None:
        """The skill a row is about, new or known, or None and a problem if the row names none."""
        name, category = squeeze(self.columns.cell(row, "skill")), squeeze(self.columns.cell(row, "category"))
        place = self.place(row, self.columns.of["skill"])
        if not name:
            self.wrong(place, "is empty: every row names a skill")
            return None
        key = (fold(category), fold(name))
        if key not in self.skills:
            if self.spoilt(name, place):
                return None
            self.skills[key] = SkillDraft(name, category, place)
            self.hint_at_near(self.skills[key], key)
        return self.skills[key]

    def hint_at_near(self, skill: SkillDraft, key: tuple[str, str]) -> None:
        """A warning if a skill of the category differs from this one by its hyphens, dots or hidden characters."""
        letters = "".join(char for char in key[1] if char.isalnum())
        first = self.near.setdefault((key[0], letters), skill)
        if first is not skill and len(letters) >= ALIKE:
            said = f"{quoted(skill.name)} is nearly the same name as {quoted(first.name)} on line {first.place.line}"
            self.warnings.append(Problem(skill.place.line, skill.place.path, said))

    def rated(self, skill: SkillDraft) -> bool:
        """False if the map says that the skill or its category is shown and never asked about."""
        named = fold(skill.name) in self.unrated["skills"]
        return not (named or fold(skill.category) in self.unrated["categories"])

    def put(self, into: dict[Key, Told], key: Key, told: Told, about: str, way_out: str = "") -> None:
        """Keeps what a cell says, unless it is empty; a problem, with the way out, if there is something else."""
        if told.value and not self.spoilt(told.value, told.place):
            first = into.setdefault(key, told)
            if first.value != told.value:
                self.wrong(told.place, f"{about} on line {first.place.line}" + (f"; {way_out}" if way_out else ""))

    def spoilt(self, value: str, place: Place) -> bool:
        """True, and a problem, if a spreadsheet has not written what the cell says."""
        if FAILED.fullmatch(value):
            self.wrong(place, f"{quoted(value)} is what a spreadsheet writes when a formula fails")
            return True
        if FORMULA.match(value):
            self.wrong(place, f"{quoted(value)} is a formula: save the table with what it comes to")
            return True
        return False

    def text(self, into: dict[Key, Told], key: Key, told: Told, about: str, way_out: str = "") -> None:
        """As `put`, with a warning for the first cell of signs without words: a dash often says nothing."""
        self.put(into, key, told, about, way_out)
        if told.value and told.value not in self.wordless and not any(map(str.isalnum, told.value)):
            self.wordless.add(told.value)
            said = f"{quoted(told.value)} is taken as a text; if it says nothing, list it under empty in the map"
            self.warnings.append(Problem(told.place.line, told.place.path, said))

    def sign(self, skill: SkillDraft, stage: int, told: Told) -> None:
        """One more statement about a skill at a stage."""
        if told.value and not self.spoilt(told.value, told.place):
            skill.signs.setdefault(stage, []).append(told)

    def level(self, text: str, place: Place) -> str:
        """`3` or `(2)` for a number or a name of the scale, or "" and a problem."""
        welcome = WELCOME.fullmatch(text)
        inner = squeeze(welcome[1] if welcome else text)
        number = inner if INTEGER.fullmatch(inner) else self.numbers.get(fold(inner), "") or self.numbered(inner)
        if not number and text and not self.spoilt(inner, place):
            near = self.guesses.near(fold(inner))
            self.wrong(place, f"{quoted(inner)} is no level of the scale{near}")
        return f"({number})" if number and welcome else number

    def numbered(self, said: str) -> str:
        """The level that `2.0`, `L2`, `Level 2` or `2 - Working` is, or ""; the name has to be that of the number."""
        found = NUMBERED.fullmatch(said) if len(said) <= TITLE_LENGTH else None
        if found is None or found["number"] not in self.levels:
            return ""
        named = not found["name"] or self.numbers.get(fold(found["name"])) == found["number"]
        return found["number"] if named else ""


def _is_unrated(row: Named) -> bool:
    try:
        return not parse_switch(row.given.get("rated", "true") or "true")
    except ValueError:
        return False  # the schema complains
