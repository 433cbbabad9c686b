"""Which column of a table is what, by the map: every column is used, or ignored on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from ladders.exchange.problems import MOST, Path, Problem, meant, quoted, shown_text
from ladders.exchange.schema import LIMITS
from ladders.exchange.slugs import slugs
from ladders.exchange.table_grid import Grid, fold
from ladders.exchange.table_map import Kind, Named, TableMap

NEEDED: Mapping[Kind, tuple[str, ...]] = {"wide": ("skill",), "long": ("stage", "skill")}
REST = "rest"
GUESSES = 10  # names for which a near one is looked for: comparing takes time
GUESSABLE = 60


@dataclass(slots=True)
class Columns:
    """Places of columns in a row: `of` by key of the map, `stages` one for each stage of a wide table.

    `stages_are` are the stages in order, each with its id; `only` says which folded cells a row must have.
    """

    grid: Grid
    of: dict[str, int] = field(default_factory=dict)
    stages: list[int] = field(default_factory=list)
    stages_are: list[tuple[str, Named]] = field(default_factory=list)
    only: dict[int, frozenset[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def header(self, place: int) -> str:
        """The header of the column as a message shows it."""
        return shown_text(self.grid.header.cells[place])


class Guesses:
    """A near word, for the first few names that are not known."""

    def __init__(self, known: list[str]) -> None:
        self.known = [name for name in known if len(name) <= GUESSABLE]
        self.left = count(GUESSES, -1)

    def near(self, name: str) -> str:
        """`; did you mean "…"?`, or ""."""
        return meant(name, self.known) if len(name) <= GUESSABLE and next(self.left) > 0 else ""


def find_columns(grid: Grid, given: TableMap, kind: Kind) -> Columns:
    """The columns of the table, with a problem for each that is missing, used twice or not explained."""
    columns = Columns(grid)
    places = {fold(name): place for place, name in enumerate(grid.header.cells)}
    used: dict[int, str] = {}
    guesses = Guesses(list(grid.header.cells))

    def take(name: str, path: Path, what: str) -> int | None:
        place = places.get(fold(name))
        if place is None:
            said = f"the table has no column {quoted(name)}{guesses.near(name)}"
            columns.problems.append(given.problem(path, said))
        elif place in used:
            columns.problems.append(given.problem(path, f"the column {quoted(name)} is {used[place]} already"))
        else:
            used[place] = what
            return place
        return None

    for key in given.layout.columns.keys():
        name, path = given.column(key), ("columns", key)
        if path in given.lines or key in NEEDED[kind] or fold(name) in places:
            place = take(name, path, f"columns.{key}")
            if place is not None:
                columns.of[key] = place
    rest = tuple(map(fold, given.layout.ignore)) == (REST,) and REST not in places
    for place_in_map, name in enumerate(() if rest else given.layout.ignore):
        take(name, ("ignore", place_in_map), "under ignore")
    _only(columns, given, places, guesses)
    used |= {place: used.get(place, "under only") for place in columns.only}
    if kind == "wide":
        for index, stage in enumerate(given.stages):
            place = take(stage.name, ("stages", index), "another stage")
            if place is not None:
                columns.stages.append(place)
        _unexplained(columns, given, used, rest=rest)
    elif not rest:
        _unexplained(columns, given, used, rest=False)
    _stages(columns, given, kind)
    return columns
