"""Bytes of a ladder file in, a checked value or all its errors out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from ladders.exchange.check import check
from ladders.exchange.hints import hints
from ladders.exchange.messages import findings
from ladders.exchange.problems import MOST, Finding, Path, Problem, located
from ladders.exchange.schema import LadderFile
from ladders.exchange.yaml_guard import Tree, guard


@dataclass(frozen=True, slots=True)
class Reading:
    """`ladder` is None exactly when there are `errors`; `warnings` never stop anyone. `source` names the file.

    `lines` has every path of a sound file, from 1, for whoever has more to say about it (`problems.located`).
    """

    ladder: LadderFile | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    source: str = ""
    lines: Mapping[Path, int] = field(default_factory=dict)


def read(data: bytes, source: str = "") -> Reading:
    """Reads a `ladder/1` file from its UTF-8 bytes; never raises. At most `MOST` errors, in the order of lines."""
    document = guard(data)
    if document.tree is None:
        return Reading(None, document.problems, (), source)
    ladder, wrong_shape = shape(document.tree)
    found = [*document.problems, *located([*wrong_shape, *check(document.tree)], document.lines)]
    if ladder is None or found:
        return Reading(None, tuple(sorted(found, key=_by_line)[:MOST]), (), source)
    warnings = sorted(located(hints(ladder), document.lines), key=_by_line)
    return Reading(ladder, (), tuple(warnings), source, document.lines)


def shape(tree: Tree) -> tuple[LadderFile | None, list[Finding]]:
    """The tree as a ladder, or None and what has the wrong shape in it."""
    try:
        return LadderFile.model_validate(tree), []
    except ValidationError as error:
        return None, findings(error, tree)


def _by_line(problem: Problem) -> int:
    return problem.line
