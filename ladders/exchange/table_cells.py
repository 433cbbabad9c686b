"""The text of a CSV file as rows of cells."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ladders.exchange.fields import TEXT_LENGTH, TITLE_LENGTH
from ladders.exchange.problems import Problem
from ladders.exchange.table_text import BREAK, UnreadableError

ROWS = 20_000
FILLED = 400_000  # cells that are not empty
COLUMNS = 1_000
DELIMITERS_IN_A_LINE = 200_000  # those in quoted texts count, too
EDGES = " \t\n"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without blanks at their ends, and the line it starts on."""

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that are not blank, with the line each starts on. Raises UnreadableError."""
    reader = csv.reader(_lines(text, delimiter), delimiter=delimiter, strict=True)
    blank = filled = 0
    while blank <= ROWS:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise UnreadableError(Problem(line, "", _meaning(str(error)))) from None
        if cells is None:
            return
        # A spreadsheet that has formatted a whole row writes thousands of empty cells.
        if len(cells) > COLUMNS and "".join(islice(cells, COLUMNS, None)).strip():
            raise UnreadableError(Problem(line, "", f"more than {COLUMNS:,} columns"))
        row = tuple(map(_clean, islice(cells, COLUMNS)))
        full = sum(map(bool, row))
        filled += full
        if filled > FILLED:
            raise UnreadableError(Problem(line, "", f"more than {FILLED:,} filled cells"))
        if full:
            yield Row(line, row)
        else:
            blank += 1
    raise UnreadableError(Problem(line, "", f"more than {ROWS:,} blank rows"))


def _lines(text: str, delimiter: str) -> Iterator[str]:
    """The lines of the text. Raises UnreadableError for one of which the reader would make millions of cells."""
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > DELIMITERS_IN_A_LINE and line.count(delimiter) > DELIMITERS_IN_A_LINE:
            raise UnreadableError(Problem(number, "", f"more than {COLUMNS:,} columns"))
        yield line


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


def squeeze(name: str) -> str:
    """A name in one line, with single spaces."""
    return " ".join(name.split())


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis: at most `most` characters. Takes no longer for a long text."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def fold(name: str) -> str:
    """A name for comparing: capitals, spaces and the way accents are stored make no difference.

    What is too long for a name is not normalised: that could take time that grows with the square of its length.
    """
    plain = squeeze(name).casefold()
    return unicodedata.normalize("NFC", plain) if len(plain) <= TITLE_LENGTH and not plain.isascii() else plain
