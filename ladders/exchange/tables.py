"""A table and its map in, a checked ladder or all errors out: what `read` does for a YAML file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from ladders.exchange.check import check
from ladders.exchange.hints import hints
from ladders.exchange.pieces import shape
from ladders.exchange.problems import MOST, Problem
from ladders.exchange.read import Reading
from ladders.exchange.schema import LIMITS
from ladders.exchange.table_cells import Row, fold
from ladders.exchange.table_choice import chosen_rows, merged_hints
from ladders.exchange.table_columns import NEEDED, Columns, find_columns
from ladders.exchange.table_draft import Draft
from ladders.exchange.table_grid import read_grid
from ladders.exchange.table_ladder import assemble
from ladders.exchange.table_long import draft_long
from ladders.exchange.table_map import Kind, read_map
from ladders.exchange.table_wide import draft_wide
from ladders.exchange.yaml_guard import BYTES, NODES, Tree

DRAFTS: Mapping[Kind, Callable[[Columns, list[Row]], Draft]] = {"wide": draft_wide, "long": draft_long}
CELLS = NODES // 2  # of a wide table; in a ladder file each is a key and a value
LAID_OUT = 12  # bytes that a value takes in a ladder file besides itself: indentation, colon, quotes, line break
IN_A_ROW = 4  # the same for the levels in the row of a skill


def read_table(data: bytes, map_data: bytes, kind: Kind, *, source: str = "", map_source: str = "map") -> Reading:
    """Reads a CSV file by its map; never raises. At most `MOST` errors; those of the map name `map_source`.

    The ladder has passed the same checks as a YAML file, and is small enough to be written as one.
    """
    given, problems = read_map(map_data, kind, map_source)
    if given is None:
        return _refused(problems, source)
    names = frozenset(fold(given.column(key)) for key in NEEDED[kind])
    grid, problems = read_grid(data, given.layout.delimiter, given.layout.encoding, names)
    if grid is None:
        return _refused(problems, source)
    if grid.short and not given.layout.short:
        return _refused(grid.short, source)
    columns = find_columns(grid, given, kind)
    if columns.problems:
        return _refused(columns.problems, source)
    rows = chosen_rows(columns)
    if not rows:
        key = "only" if columns.only else "without"
        return _refused([given.problem((key,), "no row of the table is left")], source)
    if kind == "wide" and sum(map(bool, chain.from_iterable(row.cells for row in rows))) > CELLS:
        return _refused([Problem(1, "", f"more than {CELLS:,} filled cells")], source)
    draft = DRAFTS[kind](columns, rows)
    draft.warnings += [*grid.warnings, *merged_hints(columns, rows)]
    if draft.hopeless:
        return _refused(draft.problems, source)
    if len(draft.skills) > LIMITS["skills"]:
        return _refused([_too_many_skills(draft)], source)
    return _checked(draft, source)


def _checked(draft: Draft, source: str) -> Reading:
    assembled = assemble(draft)
    if _too_large(assembled.tree):
        said = f"the ladder is too large: as a ladder file it would have more than {BYTES // 1_000_000} MB"
        return _refused([*draft.problems, Problem(1, "", said)], source)
    ladder, wrong_shape = shape(assembled.tree)
    found = [*draft.problems, *assembled.located([*wrong_shape, *check(assembled.tree)])]
    if ladder is None or found:
        return _refused(found, source)
    warnings = [*draft.warnings, *assembled.located(hints(ladder))]
    lines = {path: place.line for path, place in assembled.places.items() if not place.file}
    return Reading(ladder, (), tuple(sorted(warnings, key=_by_place)[:MOST]), source, lines)


def _refused(problems: Iterable[Problem], source: str) -> Reading:
    return Reading(None, tuple(sorted(problems, key=_by_place)[:MOST]), (), source)


def _by_place(problem: Problem) -> tuple[bool, int]:
    """The problems of the map first."""
    return not problem.file, problem.line


def _too_many_skills(draft: Draft) -> Problem:
    place = list(draft.skills.values())[LIMITS["skills"]].place
    return Problem(place.line, place.path, f"more than {LIMITS['skills']:,} skills")


def _too_large(tree: Tree) -> bool:
    """True if the ladder might not fit into a YAML file that `read` takes. Errs on the safe side."""
    size = nodes = 0
    waiting: list[tuple[Tree, int]] = [(tree, LAID_OUT)]
    while waiting:
        node, around = waiting.pop()
        nodes += 1
        if isinstance(node, dict):
            waiting += ((key, around) for key in node)
            waiting += ((value, IN_A_ROW if key == "expects" else around) for key, value in node.items())
        elif isinstance(node, list):
            waiting += ((value, around) for value in node)
        else:
            lines = node.count("\n") + 1
            escaped = node.count('"') + node.count("\\") + node.count("\t") + 3 * node.count("\ufeff")
            size += len(node.encode()) + escaped + around * lines
        if size > BYTES or nodes > NODES:
            return True
    return False
