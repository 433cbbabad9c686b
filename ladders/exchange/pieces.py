"""The tree of a file becomes a ladder piece by piece, so that a file full of errors costs no more than a sound one.

Each error that pydantic finds takes a thousand times the memory of the value it is about, and it finds all of them.
So every row of a list is looked at by itself, rows are small, and looking ends when there are more errors than anyone
reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from ladders.exchange.bounds import too_large
from ladders.exchange.fields import Part
from ladders.exchange.messages import findings
from ladders.exchange.problems import MOST, Finding
from ladders.exchange.schema import LadderFile, Row
from ladders.exchange.yaml_guard import Tree


def _row_models() -> Iterator[tuple[str, type[Part]]]:
    for name, field in LadderFile.model_fields.items():
        item = next(iter(get_args(field.annotation)), None)
        if get_origin(field.annotation) is tuple and isinstance(item, type) and issubclass(item, Part):
            yield field.alias or name, item


ROWS = dict(_row_models())


def shape(tree: dict[str, Tree]) -> tuple[LadderFile | None, list[Finding]]:
    """The tree as a ladder, or None and the first `MOST` or so errors of shape."""
    large = list(too_large(tree))
    if large:
        return None, large
    pieces: dict[str, Any] = dict(tree)
    found: list[Finding] = []
    for key, value in tree.items():
        if key in ROWS and isinstance(value, list):
            pieces[key] = _rows(key, ROWS[key], value, found)
        elif key == "expects" and isinstance(value, dict):
            pieces[key] = _cells(value, found)
    try:
        ladder = LadderFile.model_validate(pieces)
    except ValidationError as error:
        return None, [*findings(error, tree), *found]
    return (None, found) if found else (ladder, [])


def _rows(key: str, model: type[Part], rows: list[Tree], found: list[Finding]) -> list[Part]:
    """The rows of a list, checked. What is wrong goes to `found`, and its row is left out."""
    checked = []
    for place, row in enumerate(rows):
        try:
            checked.append(model.model_validate(row))
        except ValidationError as error:
            found += (((key, place, *path), said) for path, said in findings(error, row))
            if len(found) >= MOST:
                break
    return checked


def _cells(skills: dict[str, Tree], found: list[Finding]) -> dict[str, Any]:
    """As `_rows`, for the expectations of each skill."""
    checked: dict[str, Any] = dict(skills)
    for skill in (skill for skill in skills if not skill.startswith("x-")):
        try:
            checked[skill] = Row.model_validate(skills[skill])
        except ValidationError as error:
            found += ((("expects", skill, *path), said) for path, said in findings(error, skills[skill]))
            del checked[skill]
            if len(found) >= MOST:
                break
    return checked
