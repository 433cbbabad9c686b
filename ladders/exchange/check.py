"""What has the right shape but does not fit together: unknown and double ids, circles, levels outside the scale.

Every check looks at the tree of the file and yields findings (path and message).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from ladders.exchange.fields import Cell
from ladders.exchange.outline import (
    Node,
    cells,
    has_statements,
    ids,
    number,
    pairs,
    roles,
    rows,
    ways,
    word,
    words,
)
from ladders.exchange.problems import MOST, Finding, Guesses, Path, quoted
from ladders.exchange.schema import LIMITS
from ladders.exchange.ways import leads_on
from ladders.shape import cycle

KINDS = {
    "stages": "stage",
    "skills": "skill",
    "phases": "phase",
    "tracks": "track",
    "categories": "category",
    "beyond": "place beyond",
}


def check(tree: Node) -> list[Finding]:
    """The first `MOST` errors that can be seen only by looking at the whole file.

    A file with more rows than the schema allows is not looked into: time grows with the square of the rows.
    """
    if any(len(value) > LIMITS[key] for key, value in tree.items() if key in LIMITS):
        return []
    checks = (_whole, _doubles, _unknown, _ways, _levels, _points, _statements, _must_haves, _steps)
    return list(islice(chain.from_iterable(one(tree) for one in checks), MOST))


def _whole(tree: Node) -> Iterator[Finding]:
    if "format" in tree and next(iter(tree)) != "format":
        yield ("format",), "must be the first key of the file"
    if not any(tree.get(key) for key in ("stages", "skills", "uses")):
        yield (), "there are neither stages nor skills in this file"


def _doubles(tree: Node) -> Iterator[Finding]:
    for kind in KINDS:
        yield from _twice(((*path, "id"), word(row, "id")) for path, row in rows(tree, kind))
    yield from _twice(((*path, "level"), word(row, "level")) for path, row in rows(tree, "scale"))
    for path, skill in rows(tree, "skills"):
        yield from _twice(_statement_ids(skill, path))
    for path, row in rows(tree, "stages"):
        for key in ("next", "moves", "x-must"):
            yield from _twice(words(row, key, path))
    for path, row in chain(rows(tree, "beyond"), roles(tree)):
        yield from _twice(chain(words(row, "from", path), words(row, "focus", path)))
    edges = ((path, f"{word(row, 'from')} → {word(row, 'to')}") for path, row in rows(tree, "x-steps"))
    yield from _twice(edges)


def _twice(named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, name in named:
        if name and name in seen:
            yield path, f"{quoted(name)} is there twice"
        seen.add(name)


def _statement_ids(skill: Node, path: Path) -> Iterator[tuple[Path, str]]:
    for key in ("levels", "at"):
        for place, _, descriptor in pairs(skill, key, path):
            if isinstance(descriptor, list):
                found = rows({"": descriptor}, "")
                yield from (((*place, step[-1], "id"), word(row, "id")) for step, row in found)
            elif isinstance(descriptor, dict):
                yield from (((*step, "id"), word(row, "id")) for step, row in rows(descriptor, "signs", place))


def _unknown(tree: Node) -> Iterator[Finding]:
    known = {kind: dict.fromkeys(ids(tree, kind)) for kind in KINDS}
    guesses = {kind: Guesses(names) for kind, names in known.items()}
    elsewhere = {"skills", "categories"} if tree.get("uses") else set()
    for kind, path, name in _references(tree):
        if kind not in elsewhere and name not in known[kind]:
            yield path, f"there is no {KINDS[kind]} {quoted(name)}{guesses[kind].near(name)}"


def _references(tree: Node) -> Iterator[tuple[str, Path, str]]:
    """Kind, path and id of everything in the file that points to something by its id."""
    for path, row in rows(tree, "stages"):
        yield from (("phases", *found) for found in words(row, "phase", path))
        yield from (("tracks", *found) for found in words(row, "track", path))
        yield from (("stages", *found) for key in ("next", "moves") for found in words(row, key, path))
        yield from (("skills", *found) for found in words(row, "x-must", path))
        yield from (("skills", place, skill) for place, skill, _ in pairs(row, "x-weights", path))
    for path, row in roles(tree):
        yield from (("skills", *found) for found in words(row, "focus", path))
    for path, row in rows(tree, "beyond"):
        yield from (("stages", *found) for found in words(row, "from", path))
    for path, row in rows(tree, "skills"):
        if tree.get("categories"):
            yield from (("categories", *found) for found in words(row, "category", path))
        yield from (("stages", place, stage) for place, stage, _ in pairs(row, "at", path))
    yield from (("skills", place, skill) for place, skill, _ in pairs(tree, "expects"))
    yield from (("stages", place, stage) for place, _, stage, _ in cells(tree))
    for path, row in rows(tree, "x-steps"):
        yield from (("stages", *found) for key in ("from", "to") for found in words(row, key, path))


def _ways(tree: Node) -> Iterator[Finding]:
    places: dict[str, Path] = {}
    for path, row in rows(tree, "stages"):
        stage = word(row, "id")
        places.setdefault(stage, (*path, "next"))
        for place, target in chain(words(row, "next", path), words(row, "moves", path)):
            if target == stage:
                yield place, f"{quoted(stage)} leads to itself"
    forward = {stage: [to for to in targets if to != stage] for stage, targets in leads_on(ways(tree)).items()}
    circle = cycle(forward)
    if circle:
        yield places[circle[0]], f"these stages lead round in a circle: {' → '.join(circle)}"


def _levels(tree: Node) -> Iterator[Finding]:
    scale = {number(row.get("level", "")) for _, row in rows(tree, "scale")} - {None}
    if not scale and tree.get("uses"):
        return
    if not scale and tree.get("expects"):
        yield ("expects",), "levels are expected, but there is no scale"
        return
    shown = ", ".join(str(level) for level in sorted(level for level in scale if level is not None))
    for path, row in rows(tree, "skills"):
        for place, level, _ in pairs(row, "levels", path):
            if number(level) is not None and number(level) not in scale:
                yield place, f"there is no level {level}; the scale has {shown or 'none'}"
    for place, _, _, cell in cells(tree):
        if cell.level not in {0, *scale}:
            yield place, f"there is no level {cell.level}; the scale has {shown}"


def _points(tree: Node) -> Iterator[Finding]:
    if tree.get("uses") and not tree.get("scale"):
        return
    if any("points" in row for _, row in rows(tree, "scale")):
        return
    for path, row in chain([((), tree)], rows(tree, "stages")):
        needs = row.get("needs")
        if isinstance(needs, dict) and "points" in needs:
            yield (*path, "needs", "points"), "no level of the scale has points"


def _statements(tree: Node) -> Iterator[Finding]:
    if word(tree, "assess") == "statements" and not tree.get("uses") and not has_statements(tree):
        yield ("assess",), "people would tick statements, but no skill has any"


def _must_haves(tree: Node) -> Iterator[Finding]:
    expected = {(stage, skill): cell for _, skill, stage, cell in cells(tree) if cell.level}
    if not tree.get("expects"):  # the text of a skill at a stage is the expectation
        skills = rows(tree, "skills")
        expected = {(stage, word(row, "id")): Cell(1) for _, row in skills for _, stage, _ in pairs(row, "at")}
    known = {*ids(tree, "skills"), *(skill for _, skill in expected)}
    for path, row in rows(tree, "stages"):
        stage = word(row, "id")
        weighed = ((place, skill) for place, skill, _ in pairs(row, "x-weights", path))
        for place, skill in chain(words(row, "x-must", path), weighed):
            cell = expected.get((stage, skill))
            if cell is None and skill in known:
                yield place, f"{quoted(stage)} expects nothing of {quoted(skill)}"
            elif cell and not cell.required and "x-must" in place:
                yield place, f"{quoted(skill)} is only welcome at {quoted(stage)}, so it cannot be a must-have"


def _steps(tree: Node) -> Iterator[Finding]:
    for path, row in rows(tree, "x-steps"):
        if word(row, "from") and word(row, "from") == word(row, "to"):
            yield (*path, "to"), "a step leads from one stage to another"
