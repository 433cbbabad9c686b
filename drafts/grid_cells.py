"""The grid as HTML, prepared in Python: sixty skills at forty stages are 2,400 cells.

static/js/ladder-grid.js draws a cell anew when it is edited, with the same marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from textwrap import shorten

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from drafts.cells import name_of
from drafts.grid import Cell, Column, Grid, Row, Section
from drafts.models import Draft

TINTS = 5  # as many as the stylesheet has
FIRST_WORDS = 70  # characters of a text in a cell
PARTS = re.compile(r"(?P<level>[^!*]*)(?P<must>!?)(?:\*(?P<weight>\d+))?")
A_PID = "2" * 16


def tints(levels: Mapping[int, str]) -> dict[int, int]:
    """How strong the colour of each level is: 1 to `TINTS` from the lowest to the highest; 0 for level 0."""
    above = [level for level in levels if level > 0]
    return {0: 0, **{level: -(-TINTS * place // len(above)) for place, level in enumerate(above, 1)}}


def new(head: Column | Row) -> str:
    return " data-new" if head.new else ""


class GridCells:
    """Builds the table of one page; holds what its cells share.

    `notes` are what is to be said at single cells, by name: the text that was typed there, and the words about it.
    `only` is the place of the column that a narrow screen shows.
    """

    def __init__(
        self,
        draft: Draft,
        grid: Grid,
        language: str,
        *,
        editable: bool,
        only: int = 0,
        notes: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self.grid, self.editable, self.only, self.notes = grid, editable, only, notes or {}
        self.said = f'lang="{escape(language)}" dir="auto"'
        self.tint = tints(grid.levels.names)
        self.shown: dict[str, tuple[str, str, str]] = {}
        self.keys = [escape(column.key) for column in grid.columns]
        self.stage_url, self.skill_url, self.move_url = (
            escape(reverse(name, args=[draft.pid, A_PID])).replace(A_PID, "{}")
            for name in ("stage_edit", "skill_edit", "piece_move")
        )
        self.words = {
            "changed": escape(_("changed")),
            "less": escape(_("less than before")),
            "must": escape(_("must-have")),
            "times": escape(_("counts %(number)s times")),
            "order": escape(_("Move or edit “%(title)s”")),
            "edit": escape(_("Edit")),
            "up": escape(_("Move up")),
            "down": escape(_("Move down")),
            "left": escape(_("Move to the left")),
            "right": escape(_("Move to the right")),
            "other": escape(_("Other skills")),
        }

    def lines(self) -> SafeString:
        """The headings over the columns; nothing where all stages are on one way without a name."""
        if not any(line.title for line in self.grid.lines):
            return mark_safe("")
        heads = (
            f'<th scope="colgroup" colspan="{line.span}" data-group="{escape(line.look)}" {self.said}>'
            f"{escape(line.title)}</th>"
            for line in self.grid.lines
        )
        return mark_safe(f'<tr class="lines"><td></td>{"".join(heads)}</tr>')

    def heads(self) -> SafeString:
        """The heads of the columns."""
        return mark_safe("".join(self.column(place, column) for place, column in enumerate(self.grid.columns)))

    def column(self, place: int, column: Column) -> str:
        css = ' class="one"' if place == self.only else ""
        before = " ".join(map(str, column.before))
        return (
            f'<th scope="col" aria-labelledby="c{place}"{css}{new(column)} data-pid="{column.pid}"'
            f' data-group="{escape(column.group)}" data-before="{before}">'
            f"{self.title(f'c{place}', column.title, self.stage_url, column.pid)}"
            f"{self.order(f'mc{place}', column, ('left', 'right'))}</th>"
        )

    def title(self, mark: str, title: str, url: str, pid: str) -> str:
        """What a row or column is called, with the id by which its cells name it."""
        if pid:
            return f'<a id="{mark}" {self.said} href="{url.format(pid)}">{escape(title)}</a>'
        return f'<span id="{mark}" {self.said}>{escape(title)}</span>'

    def order(self, mark: str, piece: Column | Row, ways: tuple[str, str]) -> str:
        """The handle for dragging, and a menu that moves by one place; without scripts it posts the form #order."""
        if not (self.editable and piece.pid):
            return ""
        url = (self.stage_url if isinstance(piece, Column) else self.skill_url).format(piece.pid)
        edit = f'<a href="{url}">{self.words["edit"]}</a>'
        buttons = "".join(
            f'<button form="order" formaction="{self.move_url.format(piece.pid)}" name="direction" value="{value}">'
            f"{self.words[way]}</button>"
            for way, value in zip(ways, ("up", "down"), strict=True)
        )
        name = self.words["order"] % {"title": escape(piece.title)}
        return (
            f'<span class="order"><button type="button" popovertarget="{mark}" aria-label="{name}">⠿</button></span>'
            f'<div popover id="{mark}">{edit}{buttons}</div>'
        )

    def bodies(self) -> SafeString:
        """One `<tbody>` for each category."""
        return mark_safe("".join(self._bodies()))

    def _bodies(self) -> Iterator[str]:
        row = 0
        wide = len(self.grid.columns) + 1
        for section in self.grid.sections:
            yield f'<tbody data-group="{escape(section.key)}">{self.heading(section, wide)}'
            for skill in section.rows:
                yield self.row(row, skill)
                row += 1
            yield "</tbody>"

    def heading(self, section: Section, wide: int) -> str:
        title = escape(section.title) or (self.words["other"] if len(self.grid.sections) > 1 else "")
        if not title:
            return ""
        return f'<tr class="group"><th scope="rowgroup" colspan="{wide}"><span {self.said}>{title}</span></th></tr>'

    def row(self, place: int, row: Row) -> str:
        title = self.title(f"r{place}", row.title, self.skill_url, row.pid)
        core = f' <span class="must">{self.words["must"]}</span>' if row.core else ""
        head = f"{title}{core}{self.order(f'mr{place}', row, ('up', 'down'))}"
        pid = f' data-pid="{row.pid}"' if row.pid else ""
        key = escape(name_of(row.key, ""))
        cells = "".join(self.cell(place, at, key, cell) for at, cell in enumerate(row.cells))
        return f'<tr><th scope="row" aria-labelledby="r{place}"{pid}{new(row)}>{head}</th>{cells}</tr>'

    def cell(self, row: int, column: int, key: str, cell: Cell) -> str:
        """One cell; `key` is the first part of its name, ready for HTML."""
        css, shown, value = self.shown.get(cell.text) or self.show(cell.text)
        if column == self.only:
            css += " one"
        was = f' data-was="{escape(cell.was)}"' if cell.was != cell.text else ""
        if cell.reworded:
            was += " data-worded"
        if was:
            css += " changed"
            shown += f' <i class="vh">{self.words["changed"]}</i>'
        if cell.less:
            css += " less"
            shown += f' <i class="vh">{self.words["less"]}</i>'
        if cell.words:
            words = shorten(cell.words, FIRST_WORDS, placeholder="…")
            shown = f"<span {self.said}>{escape(words)}</span>{shown}"
        if not self.editable:
            return f'<td class="{css}">{shown}</td>'
        name, rest = key + self.keys[column], ">"
        if self.notes and name in self.notes:
            value, rest = self.note(name)
        # The field is the cell on pages without scripts; with them it holds the cell's text.
        field = f'<input name="{name}" value="{value}" aria-labelledby="r{row} c{column}"{rest}'
        return f'<td class="{css}"{was}>{shown}{field}</td>'

    def note(self, name: str) -> tuple[str, str]:
        """What was typed into a cell, and the rest of its field with the words about it."""
        typed, words = self.notes[name]
        mark = f"n-{name}"
        said = f'<small id="{mark}">{escape(words)}</small>'
        return escape(typed), f' aria-describedby="{mark}" aria-invalid="true">{said}'

    def show(self, text: str) -> tuple[str, str, str]:
        """Class, content and value of a cell; most cells of a ladder say one of a few things."""
        match = PARTS.fullmatch(text)
        level, must, weight = match.group("level", "must", "weight") if match else (text, "", None)
        digits = level.strip("()")
        css = [f"t{self.tint.get(int(digits), TINTS)}"] if digits.isdecimal() else []
        css += ["welcome"] if level.startswith("(") else []
        content = f"<b>{escape(level)}</b>" if level else ""
        if must:
            css.append("must-cell")
            content += f' <i class="vh">{self.words["must"]}</i>'
        if weight:
            said = self.words["times"] % {"number": weight}
            content += f'<i aria-hidden="true">×{weight}</i> <i class="vh">{said}</i>'
        found = self.shown[text] = " ".join(css), content, escape(text)
        return found
