"""A team's map as comma-separated values. No cell is read as a formula by a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext as _

from teams.cells import hidden_words, in_words
from teams.heatmap import Line, Sight
from teams.team import Block, Team

CSV = "text/csv; charset=utf-8"
MARK = "\ufeff"  # spreadsheets read UTF-8 only with it
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would take it for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) else text


def sheet(team: Team) -> str:
    """A row for each person and skill; for somebody without levels to see one row that says why."""
    out = StringIO()
    out.write(MARK)
    write = csv.writer(out, lineterminator="\r\n")
    heads = [_("Person"), _("Stage"), _("Ladder"), _("Category"), _("Skill"), _("Agreed level"), _("Expected")]
    write.writerow([*heads, _("What it says"), _("Agreed on")])
    for block in team.blocks:
        for line in block.map.lines:
            write.writerows([harmless(cell) for cell in row] for row in rows(block, line))
    for person in team.without:
        write.writerow([harmless(person.name), *[""] * 6, _("has said no place on a ladder yet"), ""])
    return out.getvalue()


def rows(block: Block, line: Line) -> Iterator[list[str]]:
    first = [line.name, line.stage, block.chart.title]
    if line.sight is not Sight.OPEN:
        yield [*first, "", "", "", "", hidden_words(line), ""]
        return
    for column, cell in zip(block.map.columns, line.cells, strict=True):
        held = block.days[line.key].get(column.skill.slug)
        said = in_words(cell) + (f", {_('older than a year')}" if cell.old else "")
        now, need = ("" if value is None else str(value) for value in (cell.now, cell.need))
        category = column.category.title if column.category else ""
        yield [*first, category, column.skill.title, now, need, said, held.isoformat() if held else ""]
