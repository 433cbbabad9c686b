"""What a file that somebody brought says, where it can go, and putting it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from drafts.desk import desk_of
from drafts.differing import with_library
from drafts.models import Draft, Keeper, Upload
from drafts.models.keeper import ladders_kept
from drafts.opening import open_draft, replace, start_from_file
from ladders.changes import Changes, changes
from ladders.exchange import LadderFile, Problem, Reading, read
from ladders.exchange.problems import placed
from ladders.exchange.table_cells import cut
from ladders.exchange.table_map import Kind
from ladders.exchange.table_text import BREAK, UnreadableError, decode
from ladders.exchange.tables import read_table
from ladders.exporting import file_of
from ladders.importing import CannotImport, check_library
from ladders.models import Ladder, Version
from people.models import Duty, Person
from safeguards.revisions import Stale

MAP = "map"
NEW = "new"
SHOWN = 200  # characters of a line
COLUMNS = 320  # of a table that can be explained on a page
TABLES: dict[str, Kind] = {Upload.Kind.WIDE: "wide", Upload.Kind.LONG: "long"}


@dataclass(frozen=True, slots=True)
class Told:
    """A problem with the text of its line; `of_map` where it is not about the file but about what was said of it."""

    line: int
    path: str
    message: str
    text: str
    of_map: bool


def may_upload(viewer: Person) -> bool:
    """Whether there is anything that a file of theirs could become."""
    return viewer.holds(Duty.Kind.LADDERS) or ladders_kept(viewer, Keeper.Kind.EDIT).exists()


def reading_of(upload: Upload) -> Reading:
    """The file, read. A table whose columns were not explained yet has an error."""
    kind = TABLES.get(upload.kind)
    if kind is None:
        return read(upload.data, upload.name)
    return read_table(upload.data, upload.given.encode(), kind, source=upload.name, map_source=MAP)


def missing(reading: Reading) -> tuple[Problem, ...]:
    """What the file needs of a library and cannot have; nothing for a file with errors."""
    if reading.ladder is None:
        return ()
    try:
        check_library(reading.ladder)
    except CannotImport as error:
        return placed(error.problems, reading.lines)
    return ()


def told(problems: Iterable[Problem], data: bytes, encoding: str = "") -> list[Told]:
    """Problems with the texts of their lines."""
    problems = list(problems)
    try:
        text = decode(data, encoding)
    except UnreadableError:
        text = data.decode("utf-8", errors="replace")
    lines = lines_at(text, max((problem.line for problem in problems), default=0))
    found = []
    for problem in problems:
        of_map = problem.file == MAP
        inside = not of_map and 0 < problem.line <= len(lines)
        line = lines[problem.line - 1] if inside else ""
        found.append(Told(problem.line, problem.path, problem.message, line, of_map))
    return found


def lines_at(text: str, most: int) -> list[str]:
    """The first lines of a text, each cut short; a file may have millions."""
    lines, start = [], 0
    for found in islice(BREAK.finditer(text), most):
        lines.append(cut(text[start : found.start()].strip(), SHOWN))
        start = found.end()
    return lines if len(lines) == most else [*lines, cut(text[start:].strip(), SHOWN)]


@dataclass(frozen=True, slots=True)
class Goal:
    """What the file can become: the next draft of a ladder, or a new one (`ladder` is None)."""

    key: str
    title: str
    ladder: Ladder | None = None


def goals(viewer: Person) -> dict[str, Goal]:
    """Everything that a file of the viewer's can become, by key; one query."""
    latest = Version.objects.published().filter(ladder=OuterRef("pk")).order_by("-number")
    rows = ladders_kept(viewer, Keeper.Kind.EDIT).select_related("library")
    named = rows.annotate(called=Subquery(latest.values("title")[:1])).order_by("slug")
    found = [Goal(ladder.pid, ladder.called or ladder.library.title, ladder) for ladder in named]
    if viewer.holds(Duty.Kind.LADDERS):
        found.insert(0, Goal(NEW, _("A new ladder")))
    return {goal.key: goal for goal in found}


def goal_of(file: LadderFile, known: dict[str, Goal]) -> str:
    """The ladder that has the file's id; otherwise the first goal."""
    same = (key for key, goal in known.items() if goal.ladder and goal.ladder.slug == file.id)
    return next(same, next(iter(known), ""))


@dataclass(frozen=True, slots=True)
class Against:
    """What the file is compared with: the open draft, or the version published last, or nothing.

    `seen` stands for the state that was compared. `changes` is None where there is nothing to compare with, or what
    there is does not fit together.
    """

    draft: Draft | None = None
    version: Version | None = None
    changes: Changes | None = None

    @property
    def seen(self) -> str:
        if self.draft:
            return f"draft-{self.draft.pid}-{self.draft.revision}"
        return f"version-{self.version.pid}" if self.version else ""


def against(goal: Goal, file: LadderFile, viewer: Person) -> Against:
    """What would be different in a ladder's draft."""
    state = state_of(goal, viewer)
    if goal.ladder is None or not (state.draft or state.version):
        return state
    old = desk_of(state.draft).file if state.draft else file_of(state.version) if state.version else None
    if old is None:
        return state
    new = file.model_copy(update={"id": goal.ladder.slug})
    return Against(state.draft, state.version, changes(with_library(old), with_library(new)))


def state_of(goal: Goal, viewer: Person) -> Against:
    """The open draft of a ladder, or the version that a draft would begin with."""
    if goal.ladder is None:
        return Against()
    drafts = Draft.objects.writable_by(viewer).filter(ladder=goal.ladder).select_related("ladder", "base")
    if draft := drafts.first():
        return Against(draft=draft)
    versions = Version.objects.published().filter(ladder=goal.ladder).select_related("ladder", "scale")
    return Against(version=versions.order_by("-number").first())


def put(upload: Upload, goal: Goal, file: LadderFile, *, by: Person, seen: str) -> Draft:
    """The draft with the file in it, in place of what was there; the upload is used up.

    Raises Stale if the ladder is no longer as it was `seen`.
    """
    with transaction.atomic():
        if goal.ladder is None:
            draft = start_from_file(file, by=by)
        else:
            Ladder.objects.select_for_update().get(pk=goal.ladder.pk)
            if state_of(goal, by).seen != seen:
                raise Stale
            draft = open_draft(goal.ladder, by=by)
            replace(draft, file, by=by)
        upload.delete()
    return draft
