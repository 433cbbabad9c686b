"""Bytes of a CSV file as rows of cells with their lines, or what keeps them from being read."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ladders.exchange.fields import TEXT_LENGTH, TITLE_LENGTH
from ladders.exchange.problems import MOST, Problem, shown_text
from ladders.exchange.yaml_guard import CONTROL, control_refused, not_utf8

BYTES = 5_000_000
ROWS = 20_000
COLUMNS = 1_000

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
BREAK = re.compile("\r\n?|\n")
EDGES = " \t\n"
SAVE = "save the table as CSV UTF-8"
ENCODING = f"{SAVE}, or write encoding: windows-1252 in the map"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without blanks at their ends, and the line it starts on."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many cells as the header."""

    header: Row
    rows: tuple[Row, ...]


class _UnreadableError(Exception):
    """Reading on is pointless; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


def read_grid(data: bytes, delimiter: str = "", encoding: str = "") -> tuple[Grid | None, list[Problem]]:
    """The table, or None and all that is wrong with it.

    `delimiter` is a key of `DELIMITERS` ("": recognised by the header), `encoding` is utf-8 (or "") or windows-1252.
    """
    try:
        text = _decode(data, encoding)
        rows = _rows(text, DELIMITERS[delimiter] if delimiter else _recognised(text))
        header = next(rows, None)
        if header is None:
            return None, [Problem(1, "", "the file is empty")]
        body = tuple(islice(rows, ROWS + 1))
    except _UnreadableError as error:
        return None, list(error.problems)
    if len(body) > ROWS:
        return None, [Problem(body[-1].line, "", f"more than {ROWS:,} rows")]
    problems = [*_header_problems(header, body), *_ragged(header, body)]
    if not body:
        problems.append(Problem(header.line, "", "there are no rows under the header"))
    return (None, problems[:MOST]) if problems else (_without_blanks(header, body), [])


def _decode(data: bytes, encoding: str) -> str:
    if len(data) > BYTES:
        raise _UnreadableError(Problem(1, "", f"the file is larger than {BYTES // 1_000_000} MB"))
    if data.startswith(b"PK\x03\x04"):
        raise _UnreadableError(Problem(1, "", f"this is a workbook and not CSV: {SAVE}"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _UnreadableError(Problem(1, "", f"this is UTF-16: {SAVE}"))
    try:
        text = data.decode("utf-8-sig" if encoding != "windows-1252" else "cp1252")
    except UnicodeDecodeError as error:
        if encoding != "windows-1252":
            raise _UnreadableError(*islice(not_utf8(data, ENCODING), MOST)) from None
        line, byte = data.count(b"\n", 0, error.start) + 1, data[error.start]
        raise _UnreadableError(Problem(line, "", f"byte 0x{byte:02X} is not Windows-1252: {SAVE}")) from None
    if CONTROL.search(text):
        lines = ((number, CONTROL.search(line)) for number, line in enumerate(BREAK.split(text), start=1))
        found = (Problem(number, "", control_refused(match[0])) for number, match in lines if match)
        raise _UnreadableError(*islice(found, MOST))
    return text


def _recognised(text: str) -> str:
    """The delimiter that cuts the header into the most cells. Raises if two do."""
    sizes = {}
    for delimiter in DELIMITERS.values():
        try:
            header = next(_rows(text, delimiter), None)
        except _UnreadableError:
            continue  # a delimiter that tears texts in quotes apart is not the one
        sizes[delimiter] = len(header.cells) if header else 0
    most = max(sizes.values(), default=0)
    best = [delimiter for delimiter, size in sizes.items() if size == most]
    if most < 2:
        return ","  # whatever is wrong is told when the rows are read
    if len(best) > 1:
        names = ", ".join(DELIMITERS)
        raise _UnreadableError(Problem(1, "", f"the delimiter is not clear: give it in the map, one of {names}"))
    return best[0]


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that are not blank, with the line each starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    blank = 0
    while blank <= ROWS:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _UnreadableError(Problem(line, "", _meaning(str(error)))) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Row(line, tuple(map(_clean, cells)))
        else:
            blank += 1
    raise _UnreadableError(Problem(line, "", f"more than {ROWS:,} blank rows"))


def _meaning(said: str) -> str:
    if "unexpected end of data" in said:
        return "a text in quotes starts in this row and never ends"
    if "field larger" in said:
        return f"a cell is longer than {TEXT_LENGTH:,} characters, or its quotes never end"
    if "expected after" in said:
        return 'inside a text in quotes, a quote must be written twice ("")'
    return f"not valid CSV: {said}"


def _clean(cell: str) -> str:
    """The cell with plain line breaks and without blanks at its ends; blanks alone are nothing."""
    return BREAK.sub("\n", cell).strip(EDGES) if cell.strip() else ""


def _header_problems(header: Row, body: tuple[Row, ...]) -> Iterator[Problem]:
    if len(header.cells) > COLUMNS:
        yield Problem(header.line, "", f"more than {COLUMNS:,} columns")
        return
    seen: dict[str, int] = {}
    for place, name in enumerate(header.cells):
        first = seen.setdefault(fold(name), place)
        if not name and any(place < len(row.cells) and row.cells[place] for row in body):
            yield Problem(header.line, "", f"column {place + 1} has no name")
        elif len(name) > TITLE_LENGTH:
            yield Problem(header.line, "", f"the name of column {place + 1} is longer than {TITLE_LENGTH} characters")
        elif name and first != place:
            said = f"columns {first + 1} and {place + 1} have the same name"
            yield Problem(header.line, shown_text(squeeze(name)), said)


def _ragged(header: Row, body: tuple[Row, ...]) -> Iterator[Problem]:
    wide = len(header.cells)
    for row in body:
        if len(row.cells) != wide:
            given = len(row.cells)
            said = f"has {given} {'cell' if given == 1 else 'cells'}, the header has {wide}"
            yield Problem(row.line, "", said)


def _without_blanks(header: Row, body: tuple[Row, ...]) -> Grid:
    """The table without its nameless columns, which are empty, and with names in one line."""
    kept = [place for place, name in enumerate(header.cells) if name]
    names = tuple(squeeze(header.cells[place]) for place in kept)
    rows = body
    if len(kept) < len(header.cells):
        rows = tuple(Row(row.line, tuple(row.cells[place] for place in kept)) for row in body)
    return Grid(Row(header.line, names), rows)


def squeeze(name: str) -> str:
    """A name in one line, with single spaces."""
    return " ".join(name.split())


def fold(name: str) -> str:
    """A name for comparing: capitals, spaces and the way accents are stored make no difference.

    What is too long for a name is not normalised: that could take time that grows with the square of its length.
    """
    plain = squeeze(name).casefold()
    return unicodedata.normalize("NFC", plain) if len(plain) <= TITLE_LENGTH else plain
