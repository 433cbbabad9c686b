"""The project's own files, read for the house rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = (
    *("assessments", "calibration", "careerpath", "demo", "drafts", "feedback", "ladders", "organisation"),
    *("mentors", "packets", "people", "reviews", "safeguards", "skills", "teams"),
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: str) -> Iterator[Path]:
    """Python files of some folders, without migrations: those are written by a command."""
    for folder in folders or (*APPS, "tests", "tools"):
        yield from sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def module(path: Path) -> str:
    """ "people/models.py" → "people.models"."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def where(path: Path, line: int | None = None) -> str:
    """A place as people read it: "people/models.py:12"."""
    name = str(path.relative_to(ROOT))
    return name if line is None else f"{name}:{line}"


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())
