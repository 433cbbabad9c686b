"""What the pages of an upload show: its table with what was said of it, and what it would do."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import Any

from django.http import QueryDict

from drafts.forms.upload import UploadShowForm
from drafts.forms.upload_map import UploadMapForm
from drafts.models import Upload
from drafts.upload_map import Choices, first_choices, heading_of, read_choices
from drafts.uploading import TABLES, Against, Goal, Told, against, goal_of, goals, missing, reading_of, told
from ladders.changes import tally
from ladders.changes_page import parts
from ladders.exchange import LadderFile
from ladders.exchange.table_cells import cut
from ladders.exchange.table_guess import Guess, guess
from people.models import Person

ROWS = 5  # of a table that are shown
CELL = 80  # characters of a cell


def map_form(upload: Upload, data: QueryDict | None) -> tuple[UploadMapForm | None, list[Told]]:
    """The form about the columns of a table, or None and what keeps the table from being read."""
    kind, heading = upload.kind, heading_of(upload.given)
    if data is not None:
        kind, heading = data.get("kind", ""), data.get("heading", "")
    table, problems = guess(upload.data, TABLES.get(kind, "wide"), heading)
    if table is None and heading:
        table, _same = guess(upload.data, TABLES.get(kind, "wide"))
    found = told(problems, upload.data)
    return (UploadMapForm(data, table=table, chosen=choices(upload, table)) if table else None), found


def choices(upload: Upload, table: Guess) -> Choices:
    """What was said of the table before, or what it probably is."""
    if upload.given and upload.kind == table.kind:
        return read_choices(table, upload.given)
    return first_choices(table, PurePath(upload.name).stem.replace("_", " ").strip() or upload.name)


def map_page(upload: Upload, form: UploadMapForm | None, problems: list[Told]) -> dict[str, Any]:
    table = form.table if form else None
    return {
        "upload": upload,
        "form": form,
        "problems": problems,
        "language": form["language"].value() or "en" if form else "en",
        "headers": table.grid.header.cells if table else (),
        "first_rows": [[cut(cell, CELL) for cell in row.cells] for row in table.grid.rows[:ROWS]] if table else [],
        "rows": len(table.grid.rows) if table else 0,
    }


class Look:
    """An upload as its page shows it: what it says, what it lacks, and what it would do to one ladder."""

    def __init__(self, upload: Upload, viewer: Person, into: str = "") -> None:
        self.upload, self.viewer = upload, viewer
        self.reading = reading_of(upload)
        self.problems = self.reading.errors or missing(self.reading)
        self.goals = goals(viewer)
        chosen = into if into in self.goals else self.file and goal_of(self.file, self.goals)
        self.goal: Goal | None = self.goals.get(chosen or "")

    @property
    def file(self) -> LadderFile | None:
        """The ladder, None if it cannot become one."""
        return None if self.problems else self.reading.ladder

    @cached_property
    def against(self) -> Against | None:
        return against(self.goal, self.file, self.viewer) if self.goal and self.file else None

    def page(self, form: UploadShowForm | None = None) -> dict[str, Any]:
        found = self.against.changes if self.against else None
        return {
            "upload": self.upload,
            "errors": told(self.problems, self.upload.data),
            "warnings": told(self.reading.warnings, self.upload.data),
            "file": self.file,
            "language": (self.file and self.file.language) or "en",
            "goals": self.goals.values(),
            "goal": self.goal,
            "against": self.against,
            "changes": found,
            "tally": found and tally(found),
            "parts": found and parts(found),
            "form": form or self.form(),
        }

    def form(self, data: QueryDict | None = None) -> UploadShowForm:
        seen = self.against.seen if self.against else ""
        initial = {"into": self.goal.key if self.goal else "", "seen": seen}
        return UploadShowForm(data, goals=self.goals.values(), initial=initial)
