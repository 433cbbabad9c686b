"""What is wrong with a ladder file, said so that its keeper finds the line and knows what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

Path = tuple[str | int, ...]
Finding = tuple[Path, str]

MOST = 200  # problems reported for one file; nobody reads on, and a hostile file could hold a million

GUESSES = 10  # names for which a near one is looked for: comparing takes time
GUESSABLE = 40  # characters


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: `line` from 1, `path` such as `stages[3].next[0]` (empty: the whole file), `message`.

    `file` names the file where it is not the one that was read, but the map that says how to read a table.
    """

    line: int
    path: str
    message: str
    file: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (str(self.line), self.path, self.message) if part)


def show_path(path: Path) -> str:
    """`("stages", 3, "next", 0)` as `stages[3].next[0]`."""
    shown = "".join(f"[{step}]" if isinstance(step, int) else f".{shown_text(step)}" for step in path)
    return shown.removeprefix(".")


def shown_text(text: str) -> str:
    """A text of the file as a message may show it: at most 60 characters, nothing invisible in it."""
    short = text if len(text) <= 60 else f"{text[:59]}…"
    if short.isprintable():
        return short
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in short)


def quoted(text: str) -> str:
    """The text in double quotes, shortened and with invisible characters spelled out."""
    return f'"{shown_text(text)}"'


def meant(word: str, known: Iterable[str]) -> str:
    """`; did you mean "…"?` with the known word that is nearest to `word`, or nothing if none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"; did you mean {quoted(near[0])}?" if near else ""


class Guesses:
    """A near word for the first few names that are not known, so that a hostile file cannot ask for hours of it."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = [name for name in known if len(name) <= GUESSABLE]
        self.left = GUESSES

    def near(self, name: str) -> str:
        """`; did you mean "…"?`, or ""."""
        self.left -= 1
        return meant(name, self.known) if self.left >= 0 and len(name) <= GUESSABLE else ""


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of the path, or of the nearest thing around it that has a line."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def placed(problems: Iterable[Problem], lines: Mapping[Path, int]) -> tuple[Problem, ...]:
    """Problems that know only their path, each with its line (1 if the file has no such path)."""
    known = {show_path(path): line for path, line in lines.items()}
    return tuple(replace(problem, line=known.get(problem.path, 1)) for problem in problems)


def located(findings: Iterable[Finding], lines: Mapping[Path, int]) -> list[Problem]:
    """Findings (path and message) as problems with their lines."""
    return [Problem(line_of(path, lines), show_path(path), message) for path, message in findings]
