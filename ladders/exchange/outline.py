"""Lenient looks into the tree of a file: what has the wrong shape is passed over, because the schema reports it.

So that what does not fit together is reported at once with what has the wrong shape.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladders.exchange.fields import Cell, parse_cell, parse_number
from ladders.exchange.problems import Path
from ladders.exchange.ways import Way
from ladders.exchange.yaml_guard import Tree

Node = dict[str, Tree]
ROLES = ("stages", "phases")


def rows(node: Node, key: str, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """The mappings of the list under `key`, each with its path."""
    found = node.get(key)
    for index, row in enumerate(found if isinstance(found, list) else ()):
        if isinstance(row, dict):
            yield (*path, key, index), row


def words(node: Node, key: str, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts of the list under `key`, or the single text, each with its path."""
    found = node.get(key)
    if isinstance(found, str) and found:
        yield (*path, key), found
    for index, word in enumerate(found if isinstance(found, list) else ()):
        if isinstance(word, str):
            yield (*path, key, index), word


def pairs(node: Node, key: str, path: Path = ()) -> Iterator[tuple[Path, str, Tree]]:
    """Path, key and value of the mapping under `key`, without its own `x-` keys."""
    found = node.get(key)
    for name, value in found.items() if isinstance(found, dict) else ():
        if not name.startswith("x-"):
            yield (*path, key, name), str(name), value


def word(node: Node, key: str) -> str:
    """The text under `key`, or ""."""
    found = node.get(key)
    return str(found) if isinstance(found, str) else ""


def ids(tree: Node, key: str) -> tuple[str, ...]:
    """The ids of the rows under `key`."""
    return tuple(word(row, "id") for _, row in rows(tree, key) if word(row, "id"))


def roles(tree: Node) -> Iterator[tuple[Path, Node]]:
    """The roles of all stages and phases."""
    for kind in ROLES:
        for path, row in rows(tree, kind):
            yield from rows(row, "roles", path)


def brought(tree: Node) -> Iterator[tuple[Path, Node]]:
    """What each way in brings and lacks."""
    for path, row in rows(tree, "x-ways-in"):
        yield from rows(row, "brings", path)
        yield from rows(row, "lacks", path)


def number(value: Tree) -> int | None:
    """The number a value stands for, or None."""
    try:
        return parse_number(value)
    except ValueError:
        return None


def cells(tree: Node) -> Iterator[tuple[Path, str, str, Cell]]:
    """Path, skill, stage and Cell of every readable expectation."""
    for path, skill, _ in pairs(tree, "expects"):
        row = tree["expects"]
        for place, stage, value in pairs(row if isinstance(row, dict) else {}, skill, path[:-1]):
            try:
                yield place, skill, stage, parse_cell(value)
            except ValueError:
                continue


def ways(tree: Node) -> Iterator[Way]:
    """Id, track and given `next` of every stage, for `ways.leads_on`."""
    for _, row in rows(tree, "stages"):
        given = row.get("next")
        targets = tuple(target for _, target in words(row, "next")) if isinstance(given, list) else None
        yield word(row, "id"), word(row, "track"), targets


def has_statements(tree: Node) -> bool:
    """True if any skill has at least one statement, at a level or a stage."""
    for _, skill in rows(tree, "skills"):
        for key in ("levels", "at"):
            for _, _, descriptor in pairs(skill, key):
                signs = descriptor.get("signs") if isinstance(descriptor, dict) else descriptor
                if isinstance(signs, list) and signs:
                    return True
    return False
