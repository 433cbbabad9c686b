"""What the rows of a table say about a ladder, gathered skill by skill."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar

from ladders.exchange.fields import INTEGER, WELCOME, parse_switch
from ladders.exchange.problems import MOST, Guesses, Problem, quoted
from ladders.exchange.table_cells import Row, fold, squeeze
from ladders.exchange.table_columns import Columns
from ladders.exchange.table_map import Named

Key = TypeVar("Key")

# What spreadsheets write into a cell whose formula failed, or which was too narrow.
FAILED = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|BEZUG!|WERT!|NV|#+)")
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

    def put(self, into: dict[Key, Told], key: Key, told: Told, about: str) -> None:
        """Keeps what a cell says, unless it is empty; a problem if something else was said before."""
        if FAILED.fullmatch(told.value):
            self.wrong(told.place, f"{quoted(told.value)} is what a spreadsheet writes when a formula fails")
        elif told.value:
            first = into.setdefault(key, told)
            if first.value != told.value:
                self.wrong(told.place, f"{about} on line {first.place.line}")

    def text(self, into: dict[Key, Told], key: Key, told: Told, about: str) -> None:
        """As `put`, with a warning for the first cell of signs without words: a dash often says nothing."""
        self.put(into, key, told, about)
        if told.value and told.value not in self.wordless and not any(map(str.isalnum, told.value)):
            self.wordless.add(told.value)
            said = f"{quoted(told.value)} is taken as a text; if it says nothing, list it under empty in the map"
            self.warnings.append(Problem(told.place.line, told.place.path, said))

    def level(self, text: str, place: Place) -> str:
        """`3` or `(2)` for a number or a name of the scale, or "" and a problem."""
        welcome = WELCOME.fullmatch(text)
        inner = squeeze(welcome[1] if welcome else text)
        number = inner if INTEGER.fullmatch(inner) else self.numbers.get(fold(inner), "")
        if not number and text:
            near = self.guesses.near(fold(inner))
            self.wrong(place, f"{quoted(inner)} is no level of the scale{near}")
        return f"({number})" if number and welcome else number


def _is_unrated(row: Named) -> bool:
    try:
        return not parse_switch(row.given.get("rated", "true") or "true")
    except ValueError:
        return False  # the schema complains
