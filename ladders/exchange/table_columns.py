"""Which column of a table is what, by the map: every column is used, or ignored on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ladders.exchange.problems import Guesses, Path, Problem, quoted, shown_text
from ladders.exchange.schema import LIMITS
from ladders.exchange.table_cells import Row, fold
from ladders.exchange.table_grid import Grid
from ladders.exchange.table_map import Kind, Named, TableMap

NEEDED: Mapping[Kind, tuple[str, ...]] = {"wide": ("skill",), "long": ("stage", "skill")}
REST = "rest"


@dataclass(slots=True)
class Columns:
    """What was found: `of` is the place of a column by its key in the map, `stage_at` those of a wide table's stages.

    `stages` are the stages in order: those of the map, or of a wide table's header where the map lists none.
    `only` and `without` hold, by place, the folded values of which a row must have one, or none. `merged` are the
    places where an empty cell stands for the one above.
    """

    grid: Grid
    given: TableMap
    of: dict[str, int] = field(default_factory=dict)
    stage_at: list[int] = field(default_factory=list)
    stages: tuple[Named, ...] = ()
    only: dict[int, frozenset[str]] = field(default_factory=dict)
    without: dict[int, frozenset[str]] = field(default_factory=dict)
    merged: tuple[int, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def header(self, place: int) -> str:
        """The header of a column as a message shows it."""
        return shown_text(self.grid.header.cells[place])

    def cell(self, row: Row, key: str) -> str:
        """The cell of a row under a key of the map, "" if the table has no such column."""
        return row.cells[self.of[key]] if key in self.of else ""


def find_columns(grid: Grid, given: TableMap, kind: Kind) -> Columns:
    """The columns of the table, with a problem for each that is missing, used twice or not explained."""
    found = Columns(grid, given, stages=given.stages)
    finder = _Finder(found)
    finder.keyed(NEEDED[kind])
    rest = finder.ignored()
    found.only, found.without = finder.choosing("only"), finder.choosing("without")
    found.merged = finder.merged()
    if kind == "wide" and given.stages:
        finder.listed_stages()
    elif kind == "wide" and not rest:
        finder.stages_of_the_header()
    if not rest:
        finder.unexplained()
    if not found.problems and not found.stages:
        said = "is missing: list the stages in their order, from the first to the last"
        found.problems.append(given.problem(("stages",), said))
    return found


class _Finder:
    """Gives out the columns of a table, each once."""

    def __init__(self, found: Columns) -> None:
        self.found, self.given = found, found.given
        self.places = {fold(name): place for place, name in enumerate(found.grid.header.cells)}
        self.used: dict[int, str] = {}
        self.guesses = Guesses(found.grid.header.cells)

    def take(self, name: str, path: Path, used_as: str) -> int | None:
        """The place of the column, or None and a problem."""
        place = self.known(name, path)
        if place in self.used:
            said = f"the column {quoted(name)} stands under {self.used[place]} already"
            self.found.problems.append(self.given.problem(path, said))
            return None
        if place is not None:
            self.used[place] = used_as
        return place

    def known(self, name: str, path: Path) -> int | None:
        """The place of the column, used or not, or None and a problem."""
        place = self.places.get(fold(name))
        if place is None:
            said = f"the table has no column {quoted(name)}{self.guesses.near(name)}"
            self.found.problems.append(self.given.problem(path, said))
        return place

    def keyed(self, needed: tuple[str, ...]) -> None:
        """The columns that have a key of their own. One that is not named in the map need not be there."""
        keys = self.given.layout.columns.keys()
        named = [key for key in keys if ("columns", key) in self.given.lines]
        for key in (*named, *(key for key in keys if key not in named)):
            path, name = ("columns", key), self.given.column(key)
            # A column that the map calls something else does not mean what its header says.
            free = self.places.get(fold(name), -1) not in {-1, *self.used}
            if key in named or key in needed or free:
                place = self.take(name, path, "columns")
                if place is not None:
                    self.found.of[key] = place

    def ignored(self) -> bool:
        """Takes what is ignored. True if that is every column that nothing else names."""
        names = self.given.layout.ignore
        if tuple(map(fold, names)) == (REST,) and REST not in self.places:
            return True
        for index, name in enumerate(names):
            self.take(name, ("ignore", index), "ignore")
        return False

    def choosing(self, key: Literal["only", "without"]) -> dict[int, frozenset[str]]:
        """Columns that choose rows, and their values; they may have a meaning besides."""
        chosen = {}
        for name, values in getattr(self.given.layout, key).items():
            place = self.known(name, (key, name))
            if place is None:
                continue
            self.used.setdefault(place, key)
            chosen[place] = frozenset(map(fold, values))
            there = {fold(row.cells[place]) for row in self.found.grid.rows}
            for value in values:
                if fold(value) not in there:
                    said = f"no row has {quoted(value)} in this column"
                    self.found.problems.append(self.given.problem((key, name), said))
        return chosen

    def merged(self) -> tuple[int, ...]:
        """Columns with cells that stand for several rows; they have a meaning besides."""
        named = enumerate(self.given.layout.merged)
        places = [self.known(name, ("merged", index)) for index, name in named]
        return tuple(place for place in places if place is not None)

    def listed_stages(self) -> None:
        for index, stage in enumerate(self.given.stages):
            place = self.take(stage.name, ("stages", index), "stages")
            if place is not None:
                self.found.stage_at.append(place)

    def stages_of_the_header(self) -> None:
        """Every column that has no other meaning is a stage, in the order of the table."""
        header = self.found.grid.header
        grid = self.found.grid
        free = [place for place in range(len(header.cells)) if place not in self.used and not grid.nameless(place)]
        if len(free) > LIMITS["stages"]:
            said = f"has {len(free)} columns that would be stages; at most {LIMITS['stages']} are allowed"
            self.found.problems.append(Problem(header.line, "", said))
        self.used |= dict.fromkeys(free, "stages")
        self.found.stage_at = free
        self.found.stages = tuple(Named(header.cells[place], {"title": header.cells[place]}) for place in free)

    def unexplained(self) -> None:
        line = self.found.grid.header.line
        said = "the map does not say what this column is: name it, or list it under ignore"
        free = (place for place in range(len(self.found.grid.header.cells)) if place not in self.used)
        self.found.problems += [Problem(line, self.found.header(place), said) for place in free]
