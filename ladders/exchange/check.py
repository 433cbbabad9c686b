"""What has the right shape but does not fit together: unknown and double ids, circles, levels outside the scale.

Every check looks at the tree of the file and yields findings (path and message).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from ladders.exchange.bounds import too_large
from ladders.exchange.fields import Cell
from ladders.exchange.outline import (
    Node,
    brought,
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
from ladders.exchange.ways import leads_on
from ladders.shape import cycle

KINDS = {
    "stages": "stage",
    "skills": "skill",
    "phases": "phase",
    "tracks": "track",
    "categories": "category",
    "beyond": "place beyond",
    "x-ways-in": "way in",
}
SHOWN = 12  # stages of a circle


def check(tree: Node) -> list[Finding]:
    """The first `MOST` errors that can be seen only by looking at the whole file.

    A file that is too large is not looked into: time grows with the square of the rows.
    """
    if any(too_large(tree)):
        return []
    checks = (_whole, _doubles, _unknown, _ways, _levels, _points, _statements, _must_haves, _steps, _ways_in)
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
    for path, row in chain(rows(tree, "beyond"), rows(tree, "x-ways-in"), roles(tree)):
        for key in ("from", "to", "focus", "x-focus"):
            yield from _twice(words(row, key, path))
    for path, row in rows(tree, "x-ways-in"):
        yield from _twice(((*place, "skill"), word(one, "skill")) for place, one in rows(row, "brings", path))
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
        yield from (("skills", *found) for found in words(row, "x-focus", path))
    for path, row in rows(tree, "skills"):
        if tree.get("categories"):
            yield from (("categories", *found) for found in words(row, "category", path))
        yield from (("stages", place, stage) for place, stage, _ in pairs(row, "at", path))
    yield from (("skills", place, skill) for place, skill, _ in pairs(tree, "expects"))
    yield from (("stages", place, stage) for place, _, stage, _ in cells(tree))
    for path, row in rows(tree, "x-steps"):
        yield from (("stages", *found) for key in ("from", "to") for found in words(row, key, path))
    for path, row in rows(tree, "x-ways-in"):
        yield from (("stages", *found) for found in words(row, "to", path))
    for path, row in brought(tree):
        yield from (("skills", *found) for found in words(row, "skill", path))


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
        shown = circle if len(circle) <= SHOWN else [*circle[: SHOWN - 2], "…", circle[-1]]
        yield places[circle[0]], f"these stages lead round in a circle: {' → '.join(shown)}"


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
    for path, row in brought(tree):
        start = number(row.get("level", ""))
        if start and start not in scale:
            yield (*path, "level"), f"there is no level {start}; the scale has {shown or 'none'}"


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
            if cell is None and (skill in known or tree.get("uses")):
                yield place, f"{quoted(stage)} expects nothing of {quoted(skill)}"
            elif cell and not cell.required and "x-must" in place:
                yield place, f"{quoted(skill)} is only welcome at {quoted(stage)}, so it cannot be a must-have"


def _steps(tree: Node) -> Iterator[Finding]:
    for path, row in rows(tree, "x-steps"):
        if word(row, "from") and word(row, "from") == word(row, "to"):
            yield (*path, "to"), "a step leads from one stage to another"


def _ways_in(tree: Node) -> Iterator[Finding]:
    """A skill of the library that a way in names has to be one that the ladder takes."""
    taken = {*ids(tree, "skills"), *(skill for _, skill, _ in pairs(tree, "expects"))}
    for path, row in brought(tree) if tree.get("uses") else ():
        for place, skill in words(row, "skill", path):
            if skill not in taken:
                yield place, f"this ladder expects nothing of {quoted(skill)}"
