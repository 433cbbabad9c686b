"""What a table probably is, from its header and its cells: a first map for its keeper to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladders.exchange.fields import TITLE_LENGTH, WELCOME
from ladders.exchange.problems import Problem
from ladders.exchange.table_cells import Row, fold, squeeze
from ladders.exchange.table_columns import NEEDED
from ladders.exchange.table_grid import Grid, read_grid
from ladders.exchange.table_levels import SHORT, levels_in
from ladders.exchange.table_map import Kind
from ladders.exchange.table_text import UnreadableError, decode

STAGE_COLUMN = "stages"  # what a column of a wide table is that stands for a stage

# Headers as people write them, folded, the likeliest first.
COMMON: Mapping[str, str] = {
    "skill": (
        "skill, skills, skill name, competency, competence, competencies, capability, ability, sub- "
        "competency, sub-skill, sub-pillar, sub-area, sub-dimension, behaviour, behavior, subcategory, "
        "attribute, criteria, criterion, topic, kompetenz, fähigkeit, compétence, competencia"
    ),
    "category": (
        "category, skill category, skill group, skill family, skill area, competency area, competency "
        "group, capability group, area, theme, domain, pillar, dimension, group, section, cluster, "
        "kategorie, bereich, gruppe, catégorie, categoría"
    ),
    "description": "description, skill description, definition, what it is, about, summary, beschreibung, definición",
}
LONG: Mapping[str, str] = {
    "stage": "stage, role level, job level, career level, career stage, grade, band, role, job title, stufe, level",
    "level": (
        "skill level, expected level, required level, target level, level, proficiency, proficiency level, "
        "milestone, rating, niveau"
    ),
    "level-text": "level text, skill level description, level description, what it means, level of skill description",
    "text": (
        "text, expectation, expectations, at this stage, indicator, indicators, statement, statements, behaviour, "
        "behaviours, behavior, behaviors, examples, description, beschreibung"
    ),
    "stage-text": "stage text, role description, role level description, stage description",
}
OTHERS = (
    "notes, note, comment, comments, remarks, id, url, link, links, source, owner, weight, version, "
    "code, ref, subcategory, #, no, no., nr, nr., kommentar, kommentare, bemerkung, bemerkungen, "
    "anmerkung, anmerkungen, notizen, quelle"
)
NOTHING = frozenset({"–", "-", "—", "…", "n/a", "na", "none", "not applicable", "entfällt"})
SUMS = frozenset({"total", "totals", "sum", "average", "summe", "gesamt"})
MERGED = ("category", "skill", "stage")  # what stands once for several rows
NOTES = frozenset(OTHERS.split(", "))
VAGUE = frozenset({"topic", "attribute", "criteria", "criterion", "subcategory", "grade", "band", "role", "level"})
LIKELY = frozenset(f"{COMMON['skill']}, {LONG['stage']}".split(", ")) - VAGUE


@dataclass(frozen=True, slots=True)
class Guess:
    """A table and what its columns are probably. `meanings` has one key of the map for each column.

    The key is `STAGE_COLUMN` for the stages of a wide table, and "" for what is left out. `levels` are the levels in
    the cells, lowest first as far as one can tell; none if the cells are texts. `empty` is what stands in cells that
    say nothing, `without` are names of skills that are sums, `merged` places of columns. `statements` says whether
    several rows seem to be about the same, a statement each.
    """

    kind: Kind
    encoding: str
    grid: Grid
    meanings: tuple[str, ...]
    levels: tuple[str, ...]
    empty: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    merged: tuple[int, ...] = ()
    statements: bool = False

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
    levels = levels_in([cell for cell in cells if cell not in nothing], sure=kind == "long")
    merged = [key for key in MERGED if is_merged(column(rows, meanings, key), again=key in NEEDED[kind])]
    return (
        Guess(
            kind,
            encoding,
            grid,
            meanings,
            levels=levels,
            empty=tuple(nothing),
            without=tuple(sorted(sums)),
            merged=tuple(meanings.index(key) for key in merged),
            statements=told_again(rows, meanings, merged) if kind == "long" else "skill" in merged and not levels,
        ),
        [],
    )


def column(rows: Sequence[Row], meanings: tuple[str, ...], key: str) -> list[str]:
    """The cells of the column with a meaning, none if there is no such column."""
    return [row.cells[meanings.index(key)] for row in rows] if key in meanings else []


def is_merged(cells: list[str], *, again: bool = False) -> bool:
    """Whether cells of a column probably stand for several rows. What stands there may come `again` further down."""
    named = [cell for cell in cells if cell]
    return "" in cells and bool(cells[0]) and (again or len({*named}) == len(named))


def told_again(rows: Sequence[Row], meanings: tuple[str, ...], merged: Sequence[str]) -> bool:
    """Whether a long table has other texts for the same skill and stage."""
    if not {"text", "skill", "stage"} <= {*meanings}:
        return False
    parts = [column(rows, meanings, key) for key in ("category", "skill", "stage", "text") if key in meanings]
    told = {tuple(map(fold, said[:-1])) + said[-1:] for said in zip(*parts, strict=True)}
    return not {"skill", "stage"}.isdisjoint(merged) or len({said[:-1] for said in told}) < len(told)


def encoding_of(data: bytes) -> str:
    """windows-1252 for what is neither UTF-8, nearly so nor marked as UTF-16, and could be it; otherwise ""."""
    try:
        decode(data, "")
    except UnreadableError:
        if mostly_utf_8(data):
            return ""
        try:
            decode(data, "windows-1252")
        except UnreadableError:
            return ""
        return "windows-1252"
    return ""


def mostly_utf_8(data: bytes) -> bool:
    """Whether more characters are UTF-8 than are not: read otherwise, each of them would become two others."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", errors="ignore")) > 2 * broken


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
    find_skills(grid, found)
    if kind == "wide":
        for place, header in enumerate(headers):
            named = header not in NOTES and not grid.nameless(place)
            if not found[place] and named and any(row.cells[place] for row in grid.rows):
                found[place] = STAGE_COLUMN
    elif "description" in found and "text" not in found and _differs(grid, found):
        found[found.index("description")] = "text"
    return tuple(found)


def find_skills(grid: Grid, found: list[str]) -> None:
    """Where no header says what the skills are: the first column with another value in every row; groups before."""
    if "skill" not in found:
        free = (place for place, key in enumerate(found) if key in {"", "category"} and not grid.nameless(place))
        place = next((place for place in free if each_its_own([row.cells[place] for row in grid.rows])), None)
        if place is not None:
            found[place] = "skill"
    before = found.index("skill") - 1 if "skill" in found else -1
    if before >= 0 and "category" not in found and not found[before]:
        cells = [row.cells[before] for row in grid.rows]
        if is_merged(cells) or ("" not in cells and not each_its_own(cells)):
            found[before] = "category"


def each_its_own(cells: Sequence[str]) -> bool:
    """Whether every cell says something, and none what another says; short enough for names."""
    return len({*cells}) == len(cells) and all(0 < len(cell) <= TITLE_LENGTH for cell in cells)


def _differs(grid: Grid, meanings: list[str]) -> bool:
    """Whether what looks like a description of the skill is another one at another stage."""
    if "skill" not in meanings:
        return False
    at, text = meanings.index("skill"), meanings.index("description")
    told = {(fold(row.cells[at]), row.cells[text]) for row in grid.rows if row.cells[at] and row.cells[text]}
    return len({skill for skill, _text in told}) < len(told)


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
