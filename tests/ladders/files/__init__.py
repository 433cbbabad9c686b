"""Ladder files that are sound, and small helpers to read broken ones."""

from pathlib import Path

from ladders.exchange import LadderFile, read

FOLDER = Path(__file__).parent
DEFAULT = FOLDER.parents[2] / "ladders" / "data" / "product-management.yaml"
SOUND = (DEFAULT, *sorted(FOLDER.glob("*.yaml")))
HEAD = "format: ladder/1\nid: l\ntitle: L\n"


def ladder(data: str | bytes) -> LadderFile:
    """The ladder of a file without errors."""
    reading = read(data.encode() if isinstance(data, str) else data)
    assert reading.errors == ()
    assert reading.ladder is not None
    return reading.ladder


def errors(data: str | bytes) -> list[str]:
    """The errors of a file as its keeper reads them."""
    return [str(problem) for problem in read(data.encode() if isinstance(data, str) else data).errors]


def warnings(text: str) -> list[str]:
    """The warnings about a file, which must have no errors."""
    reading = read(text.encode())
    assert reading.errors == ()
    return [str(problem) for problem in reading.warnings]


def cases(name: str) -> list[tuple[str, list[str]]]:
    """The broken files of a collection, each with the problems that its lines `#! …` expect."""
    found = []
    for block in (FOLDER / name).read_text(encoding="utf-8").split("===\n"):
        text, *expected = block.rstrip("\n").split("\n#! ")
        found.append((f"{text}\n", expected))
    return found
