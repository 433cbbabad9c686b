"""Bytes of a ladder file in, a checked value or all its errors out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ladders.exchange.check import check
from ladders.exchange.hints import hints
from ladders.exchange.pieces import shape
from ladders.exchange.problems import MOST, Path, Problem, located
from ladders.exchange.schema import LadderFile
from ladders.exchange.yaml_guard import guard

__all__ = ["Reading", "read", "shape"]


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


def _by_line(problem: Problem) -> int:
    return problem.line
