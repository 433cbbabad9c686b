"""A table of people (CSV): the first line names the columns, every other one is somebody. Pure."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext as _

from mentors.bringing import MOST, Brought, Problem, Row

COLUMNS = {
    "name": "name",
    "title": "title",
    "role": "title",
    "jobtitle": "title",
    "why": "why",
    "notes": "why",
    "how": "how",
    "email": "email",
    "mail": "email",
    "phone": "phone",
    "link": "link",
    "url": "link",
    "website": "link",
    "reach": "reach",
    "ring": "ring",
    "boundaries": "boundaries",
    "metat": "met_at",
    "event": "met_at",
    "meton": "met_on",
}
EXAMPLE = "name,title,email,why,ring,met at,met on\nInes Duarte,VP Product,ines@example.org,Strategy,board,,\n"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PHONE = re.compile(r"\+[\d\s()./-]+")
SEPARATORS = (",", ";", "\t")


def read_table(text: str) -> Brought:
    """The people of a table. Cells that a spreadsheet would work out are refused: they are no words of yours."""
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    lines = numbered(text, separator)
    try:
        _line, heads = next(lines, (1, []))
        fields = [COLUMNS.get(re.sub(r"[^a-z]", "", head.casefold()), "") for head in heads]
        if "name" not in fields:
            return Brought(problems=(Problem(1, _("The first line names the columns; one of them is “name”.")),))
        unread = tuple(head.strip() for head, field in zip(heads, fields, strict=True) if not field and head.strip())
        rows, problems = rows_of(lines, fields)
    except csv.Error:
        return Brought(problems=(Problem(1, _("This is no table: save it as CSV.")),))
    return Brought(tuple(rows), tuple(problems), unread)


def numbered(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on; a cell may have several lines."""
    reader, line = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def rows_of(lines: Iterator[tuple[int, list[str]]], fields: list[str]) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(fields):
            problems.append(Problem(line, _("There are more cells than columns.")))
        named = [(field, cell) for field, cell in zip(fields, cells, strict=False) if field and cell.strip()]
        for field, cell in named:
            if cell.startswith(FORMULA) and not (field == "phone" and PHONE.fullmatch(cell.strip())):
                problems.append(Problem(line, _("A cell begins like a formula: %(cell)s") % {"cell": cell[:30]}))
        rows.append(Row(line, {field: cell.strip() for field, cell in named}))
        if len(rows) > MOST:
            break
    return rows, problems
