"""Bytes of a CSV file as a header and the rows under it, or what keeps them from being read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ladders.exchange.fields import TITLE_LENGTH
from ladders.exchange.problems import MOST, Problem, shown_text
from ladders.exchange.table_cells import ROWS, Row, fold, rows_of, squeeze
from ladders.exchange.table_text import DELIMITERS, UnreadableError, decode, said_delimiter

ABOVE = 20  # rows with titles and notes that may stand above the header


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many cells as the header. `warnings` say what was left out or filled up.

    `delimiter` is the key of the one that was used in `DELIMITERS`. A column without a name that has cells is called
    by its number, such as `Column 1`. `short` are the rows that end before the header does.
    """

    header: Row
    rows: tuple[Row, ...]
    warnings: tuple[Problem, ...] = ()
    delimiter: str = ""
    unnamed: tuple[int, ...] = ()
    short: tuple[Problem, ...] = ()

    def nameless(self, place: int) -> bool:
        """Whether the header says nothing about a column."""
        return place in self.unnamed


def read_grid(
    data: bytes,
    delimiter: str = "",
    encoding: str = "",
    names: frozenset[str] = frozenset(),
    *,
    likely: frozenset[str] = frozenset(),
) -> tuple[Grid | None, list[Problem]]:
    """The table, or None and all that is wrong with it.

    `delimiter` is a key of `DELIMITERS` ("": recognised by the header), `encoding` is utf-8 (or "") or windows-1252.
    The header is the first row with all the `names`, which are folded, or one of the `likely` ones; if there is none,
    the first row.
    """
    wanted = Wanted(names, likely)
    try:
        text = decode(data, encoding)
        said = said_delimiter(text)
        chosen = DELIMITERS[delimiter] if delimiter else said or _recognised(text, wanted)
        rows = rows_of(text, chosen)
        found = list(islice(rows, 1 if said else 0, ROWS + ABOVE + 3))
    except UnreadableError as error:
        return None, list(error.problems)
    if not found:
        return None, [Problem(1, "", "the file is empty")]
    at = _header_at(found, wanted)
    above, header, body = found[: at or 0], found[at or 0], found[(at or 0) + 1 :]
    if len(body) > ROWS:
        return None, [Problem(body[ROWS].line, "", f"more than {ROWS:,} rows")]
    # Where the header was not found, whoever looks for the names says which are missing.
    named = header if names and at is None else _named(header, body)
    problems = [] if names and at is None else [*_header_problems(named), *_too_wide(header, body)]
    if not body:
        problems.append(Problem(header.line, "", "there are no rows under the header"))
    if problems:
        return None, problems[:MOST]
    used = next(key for key, value in DELIMITERS.items() if value == chosen)
    return replace(_trimmed(above, header, named, body), delimiter=used), []


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row has to have to be the header: all the names, or one of the likely ones. Both are folded."""

    names: frozenset[str]
    likely: frozenset[str]

    def found(self, row: Row) -> bool:
        cells = set(map(fold, row.cells))
        return self.names <= cells if self.names else bool(self.likely & cells)


def _header_at(rows: Sequence[Row], wanted: Wanted) -> int | None:
    """The place of the first row that is the header wanted, or None; where many are likely, that of the fullest."""
    top = rows[: ABOVE + 1]
    at = next((place for place, row in enumerate(top) if wanted.found(row)), None)
    if at is None and len(wanted.likely) > 1 and top:
        return max(range(len(top)), key=lambda place: (sum(map(bool, top[place].cells)), -place))
    return at


def _recognised(text: str, wanted: Wanted) -> str:
    """The delimiter that finds the header, or else cuts the first row into the most cells. Raises if two do."""
    sizes = {}
    for delimiter in DELIMITERS.values():
        rows = _first_rows(text, delimiter)
        at = _header_at(rows, wanted)
        sizes[delimiter] = (any(map(wanted.found, rows)), len(rows[at or 0].cells) if rows else 0)
    most = max(sizes.values())
    best = [delimiter for delimiter, size in sizes.items() if size == most]
    if most[1] < 2:
        return ","  # whatever is wrong is told when the rows are read
    if len(best) > 1:
        choices = ", ".join(DELIMITERS)
        raise UnreadableError(Problem(1, "", f"the delimiter is not clear: give it in the map, one of {choices}"))
    return best[0]


def _first_rows(text: str, delimiter: str) -> list[Row]:
    """Up to the first row that the delimiter tears apart."""
    rows: list[Row] = []
    try:
        rows.extend(islice(rows_of(text, delimiter), ABOVE + 1))
    except UnreadableError:
        return rows
    return rows


def _named(header: Row, body: list[Row]) -> Row:
    """The header with a name for each column that has cells and none."""
    bare = {place for place, name in enumerate(header.cells) if not name}
    for row in body if bare else ():
        bare -= {place for place in bare if place < len(row.cells) and row.cells[place]}
    used = [name or ("" if place in bare else f"Column {place + 1}") for place, name in enumerate(header.cells)]
    return Row(header.line, tuple(used))


def _header_problems(header: Row) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, name in enumerate(header.cells):
        first = seen.setdefault(fold(name), place)
        if len(name) > TITLE_LENGTH:
            yield Problem(header.line, "", f"the name of column {place + 1} is longer than {TITLE_LENGTH} characters")
        elif name and first != place:
            said = f"columns {first + 1} and {place + 1} have the same name"
            yield Problem(header.line, shown_text(squeeze(name)), said)


def _too_wide(header: Row, body: list[Row]) -> Iterator[Problem]:
    wide = len(header.cells)
    for row in body:
        if any(row.cells[wide:]):
            yield Problem(row.line, "", f"has {len(row.cells)} cells, the header has {wide}")


def _too_narrow(header: Row, body: list[Row]) -> Iterator[Problem]:
    wide = len(header.cells)
    for row in body:
        given = len(row.cells)
        if given < wide:
            cells = "1 cell" if given == 1 else f"{given} cells"
            yield Problem(
                row.line, "", f"has {cells}, the header has {wide}; `short: true` takes the others as empty"
            )


def _trimmed(above: list[Row], header: Row, named: Row, body: list[Row]) -> Grid:
    """The table without nameless columns, which are empty, with names in one line and every row as long as they."""
    kept = [place for place, name in enumerate(named.cells) if name]
    names = tuple(squeeze(named.cells[place]) for place in kept)
    unnamed = tuple(at for at, place in enumerate(kept) if not header.cells[place])
    wide, whole = len(header.cells), kept == list(range(len(header.cells)))
    rows = []
    for row in body:
        cells = (*row.cells[:wide], *[""] * (wide - len(row.cells)))
        if cells != header.cells:
            rows.append(Row(row.line, cells if whole else tuple(cells[place] for place in kept)))
    short = tuple(_too_narrow(header, body))
    return Grid(Row(header.line, names), tuple(rows), tuple(_warnings(above, header, body)), "", unnamed, short)


def _warnings(above: list[Row], header: Row, body: list[Row]) -> Iterator[Problem]:
    yield from (Problem(row.line, "", "stands above the header and is left out") for row in above)
    again = (row for row in body if row.cells == header.cells)
    yield from (Problem(row.line, "", "is the header again and is left out") for row in again)
