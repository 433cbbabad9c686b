"""The difference between two versions of a ladder as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ladders.changes import Change, Changes, Status, tally
from ladders.changes.words import Kind, Runs

MARKS = {Kind.KEPT: ("", ""), Kind.REMOVED: ("[-", "-]"), Kind.ADDED: ("{+", "+}")}


def change_lines(found: Changes) -> Iterator[str]:
    """How many changes there are, then each of them under its stage, its skill or the whole ladder."""
    headings = {
        Status.NEW: _("%(title)s (new)"),
        Status.CHANGED: "%(title)s",
        Status.RETIRED: _("%(title)s (no longer there)"),
    }
    yield str(tally(found))
    for group in (*found.stages, *found.skills):
        yield headings[group.status] % {"title": group.title}
        yield from _lines(group.changes)
    if found.whole:
        yield _("The whole ladder")
        yield from _lines(found.whole)


def _lines(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        yield f"- {change.said}"
        if change.runs:
            yield f"    {marked(change.runs)}"


def marked(runs: Runs) -> str:
    """A text in one line: `[-removed-]` and `{+added+}`, the rest as it was."""
    return " ".join("".join(f"{MARKS[kind][0]}{text}{MARKS[kind][1]}" for kind, text in runs).split())
