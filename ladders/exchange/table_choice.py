"""Which rows of a table count, and what their empty cells mean, by the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ladders.exchange.fields import TITLE_LENGTH
from ladders.exchange.problems import Problem
from ladders.exchange.table_cells import Row, fold
from ladders.exchange.table_columns import Columns


def chosen_rows(columns: Columns) -> list[Row]:
    """The rows under `only` and not under `without`, with the cells as `empty` and `merged` say."""
    return [row for row in _filled(columns) if _wanted(row, columns)]


def _filled(columns: Columns) -> Iterator[Row]:
    nothing = frozenset(map(fold, columns.given.layout.empty))
    above: dict[int, str] = {}
    for row in columns.grid.rows:
        cells = list(row.cells)
        if nothing:
            cells = ["" if len(cell) <= TITLE_LENGTH and fold(cell) in nothing else cell for cell in cells]
        for place in columns.merged:
            cells[place] = above[place] = cells[place] or above.get(place, "")
        yield Row(row.line, tuple(cells)) if nothing or columns.merged else row


def _wanted(row: Row, columns: Columns) -> bool:
    if any(fold(row.cells[at]) in values for at, values in columns.without.items()):
        return False
    return all(fold(row.cells[at]) in values for at, values in columns.only.items())


def merged_hints(columns: Columns, rows: list[Row]) -> Iterator[Problem]:
    """A warning if the categories look like cells that were merged: each is named once, and most rows have none."""
    column = columns.of.get("category")
    if column is None or column in columns.merged:
        return
    if looks_merged([row.cells[column] for row in rows]):
        first = next(row for row in rows if not row.cells[column])
        name = columns.header(column)
        said = f"is empty; if the cell above stands for this row too, write merged: {name} in the map"
        yield Problem(first.line, name, said)


def looks_merged(cells: list[str]) -> bool:
    """Whether each value stands there once, and at least as many cells are empty."""
    named = Counter(cells)
    bare = named.pop("", 0)
    return bare >= len(named) > 0 and set(named.values()) == {1}
