"""What a table probably is, from its header and its cells: a first map for its keeper to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladders.exchange.fields import INTEGER, WELCOME
from ladders.exchange.problems import Problem
from ladders.exchange.table_cells import Row, fold, squeeze
from ladders.exchange.table_choice import looks_merged
from ladders.exchange.table_grid import Grid, read_grid
from ladders.exchange.table_map import Kind
from ladders.exchange.table_text import UnreadableError, decode

STAGE_COLUMN = "stages"  # what a column of a wide table is that stands for a stage
FEW = 12  # different words in all cells: more are texts and no levels
SHORT = 40  # characters of the name of a level

# Headers as people write them, folded, the likeliest first.
COMMON: Mapping[str, str] = {
    "skill": (
        "skill, skills, competency, competence, capability, behaviour, behavior, ability, skill name, attribute, "
        "topic, kompetenz, fähigkeit, compétence, competencia"
    ),
    "category": (
        "category, skill category, skill group, area, theme, domain, pillar, dimension, group, kategorie, bereich, "
        "catégorie, categoría"
    ),
    "description": "description, skill description, definition, what it is, about, beschreibung",
}
LONG: Mapping[str, str] = {
    "stage": "stage, role level, job level, career level, grade, band, role, job title, stufe",
    "level": "skill level, expected level, level, proficiency, milestone, rating, niveau",
    "level-text": "level text, skill level description, level description, what it means, level of skill description",
    "text": "text, expectation, expectations, at this stage, indicator, behaviours, examples",
    "stage-text": "stage text, role description, role level description, stage description",
}
OTHERS = "notes, note, comment, comments, id, url, link, links, source, owner, #, nr"
NOTHING = frozenset({"–", "-", "—", "…", "n/a", "na", "none", "not applicable", "entfällt"})
SUMS = frozenset({"total", "totals", "sum", "average", "summe", "gesamt"})
NOTES = frozenset(OTHERS.split(", "))
VAGUE = frozenset({"topic", "attribute", "grade", "band", "role"})
LIKELY = frozenset(f"{COMMON['skill']}, {LONG['stage']}".split(", ")) - VAGUE


@dataclass(frozen=True, slots=True)
class Guess:
    """A table and what its columns are probably. `meanings` has one key of the map for each column.

    The key is `STAGE_COLUMN` for the stages of a wide table, and "" for what is left out. `levels` are the levels in
    the cells, lowest first as far as one can tell; none if the cells are texts. `empty` is what stands in cells that
    say nothing, `without` are names of skills that are sums, `merged` places of columns.
    """

    kind: Kind
    encoding: str
    grid: Grid
    meanings: tuple[str, ...]
    levels: tuple[str, ...]
    empty: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    merged: tuple[int, ...] = ()

    def column(self, key: str) -> int | None:
        """The place of the column that probably has this meaning."""
        return self.meanings.index(key) if key in self.meanings else None

    def values(self, place: int) -> tuple[str, ...]:
        """The different values of a column, in the order of the table."""
        return tuple(dict.fromkeys(squeeze(row.cells[place]) for row in self.grid.rows if row.cells[place]))


def guess(data: bytes, kind: Kind | None = None, heading: str = "") -> tuple[Guess | None, list[Problem]]:
    """The table and what is probably what in it, or None and what keeps it from being read.

    `kind` is known or not. `heading` is the header of a column, which tells where the header stands.
    """
    encoding = encoding_of(data)
    grid, problems = read_grid(data, encoding=encoding, likely=frozenset({fold(heading)}) if heading else LIKELY)
    if grid is None:
        return None, problems
    kind = kind or kind_of(grid)
    meanings = meanings_of(grid, kind)
    sums = frozenset(cell for cell in column(grid.rows, meanings, "skill") if fold(cell) in SUMS)
    rows = [row for row in grid.rows if not sums & {*row.cells}]
    cells = cells_of(rows, kind, meanings)
    nothing = dict.fromkeys(cell for cell in cells if fold(cell) in NOTHING)
    merged = looks_merged(column(rows, meanings, "category"))
    return (
        Guess(
            kind,
            encoding,
            grid,
            meanings,
            levels=levels_in([cell for cell in cells if cell not in nothing], sure=kind == "long"),
            empty=tuple(nothing),
            without=tuple(sorted(sums)),
            merged=(meanings.index("category"),) if merged else (),
        ),
        [],
    )


def column(rows: Sequence[Row], meanings: tuple[str, ...], key: str) -> list[str]:
    """The cells of the column with a meaning, none if there is no such column."""
    return [row.cells[meanings.index(key)] for row in rows] if key in meanings else []


def encoding_of(data: bytes) -> str:
    """windows-1252 for what is not UTF-8 and not marked as UTF-16, and could be it; otherwise ""."""
    try:
        decode(data, "")
    except UnreadableError:
        try:
            decode(data, "windows-1252")
        except UnreadableError:
            return ""
        return "windows-1252"
    return ""


def kind_of(grid: Grid) -> Kind:
    """Long, if there is a column of stages and skills stand in several rows."""
    found = meanings_of(grid, "long")
    if "stage" not in found or "skill" not in found:
        return "wide"
    at, stage = found.index("skill"), found.index("stage")
    skills = {fold(row.cells[at]) for row in grid.rows}
    stages = {fold(row.cells[stage]) for row in grid.rows}
    return "long" if len(skills) < len(grid.rows) and len(stages) < len(grid.rows) else "wide"


def meanings_of(grid: Grid, kind: Kind) -> tuple[str, ...]:
    """What each column probably is, by its header."""
    headers = [fold(name) for name in grid.header.cells]
    found = [""] * len(headers)
    for key, names in {**COMMON, **(LONG if kind == "long" else {})}.items():
        fitting = (headers.index(name) for name in names.split(", ") if name in headers)
        place = next((place for place in fitting if not found[place]), None)
        if place is not None:
            found[place] = key
    if kind == "wide":
        for place, header in enumerate(headers):
            if not found[place] and header not in NOTES and any(row.cells[place] for row in grid.rows):
                found[place] = STAGE_COLUMN
    return tuple(found)


def cells_of(rows: Sequence[Row], kind: Kind, meanings: tuple[str, ...]) -> list[str]:
    """The cells in which levels stand, if there are any."""
    key = STAGE_COLUMN if kind == "wide" else "level"
    places = [place for place, meaning in enumerate(meanings) if meaning == key]
    return [cell for row in rows for place in places if (cell := plain(row, place))]


def plain(row: Row, place: int) -> str:
    """A cell without the parentheses of a level that is only welcome."""
    cell = row.cells[place]
    welcome = WELCOME.fullmatch(cell) if len(cell) <= SHORT else None
    return squeeze(welcome[1]) if welcome else squeeze(cell) if len(cell) <= SHORT else cell


def levels_in(cells: list[str], *, sure: bool) -> tuple[str, ...]:
    """The levels that the cells are: numbers from 1 on, or a few short names; none if they are texts.

    Unless it is sure that they are levels, names have to stand there several times each.
    """
    different = list(dict.fromkeys(cells))
    numbers = [int(cell) for cell in different if INTEGER.fullmatch(cell)]
    if numbers and len(numbers) == len(different) and 0 < max(numbers) <= FEW:
        return tuple(str(number) for number in range(1, max(numbers) + 1))
    few = len(different) <= FEW and (sure or len(different) * 3 <= len(cells))
    return tuple(different) if different and few and all(len(cell) <= SHORT for cell in different) else ()
