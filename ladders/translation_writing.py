"""A translation as a file: what there is of it, or also what is still to do, with the original above each text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent
from typing import Any

from ladders import chart
from ladders.chart import Chart
from ladders.exchange.yaml_style import block
from ladders.translating import IDS, WORDS, Place, Texts, key_of, name_of

STEP = "  "
PARTED = ("stages", "skills")  # with a blank line between the rows


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text to write; `original` stands above it as a comment, None: nothing does."""

    text: str
    original: str | None


def write_translation(original: Chart, texts: Texts, language: str, *, blank: bool = False) -> str:
    """A translation file; with `blank` it has every text of the ladder, empty where there is no translation yet."""
    head = {"format": "ladder/1", "id": original.slug, "language": language, "translates": original.label}
    tree = _tree(original, _Source(texts, blank), ()) or {}
    lines = "".join(block({key: value}) for key, value in head.items())
    sections = (f"\n{''.join(_lines({key: node}))}" for key, node in tree.items())
    return lines + "".join(sections)


@dataclass(frozen=True, slots=True)
class _Source:
    texts: Texts
    blank: bool

    def leaf(self, place: Place, original: str) -> Leaf:
        return Leaf(self.texts.get(place, ""), original if self.blank else None)

    def wanted(self, node: Any) -> bool:
        """Whether something is written for this part of the ladder: it has a text, or it could have one."""
        if isinstance(node, Leaf):
            return self.blank or bool(node.text)
        children = node.values() if isinstance(node, dict) else node
        return any(self.wanted(child) for child in children if not isinstance(child, str | int))


def _tree(part: Any, source: _Source, place: Place) -> Any:
    """A part of the ladder in the shape of the file, None where there is nothing to write about it."""
    if isinstance(part, str):
        node: Any = source.leaf(place, part) if part else None
    elif isinstance(part, tuple):
        node = _list(((name_of(row, number), row) for number, row in enumerate(part)), source, place)
    elif isinstance(part, Mapping) and any(isinstance(key, tuple) for key in part):
        node = _list(((key_of(key), row) for key, row in part.items()), source, place)
    elif isinstance(part, Mapping):
        node = {key_of(key): _tree(row, source, (*place, key_of(key))) for key, row in part.items()}
    else:
        node = {key: _tree(getattr(part, name), source, (*place, key)) for name, key in WORDS[type(part)].items()}
    if isinstance(node, dict):
        node = _short(part, {key: child for key, child in node.items() if child is not None})
    return node if node and source.wanted(node) else None


def _list(rows: Iterator[tuple[str, Any]], source: _Source, place: Place) -> list[Any]:
    """Rows that have an id where there is something to say about them; of other lists every row or none."""
    found: list[Any] = []
    for name, row in rows:
        ids = IDS.get(type(row), ())
        node = _tree(row, source, (*place, name))
        if ids and node is not None:
            found.append({**{key: _known(key, one) for key, one in zip(ids, name.split(" → "), strict=True)}, **node})
        elif not ids:
            found.append(Leaf("", None) if node is None else node)
    return found


def _known(key: str, name: str) -> str | int:
    return int(name) if key == "level" else name


def _short(part: Any, node: dict[str, Any]) -> Any:
    """A description or a statement in the shortest form the format has."""
    if isinstance(part, chart.Descriptor) and node.keys() in ({"text"}, {"signs"}):
        return next(iter(node.values()))
    if isinstance(part, chart.Statement) and node.keys() == {"text"}:
        return node["text"]
    return node


def _lines(node: dict[str, Any]) -> Iterator[str]:
    """The keys of a mapping as YAML lines."""
    for key, value in node.items():
        if isinstance(value, Leaf):
            yield from _comment(value)
            yield block({key: value.text})
        elif isinstance(value, dict):
            yield f"{block({key: 0}).removesuffix(' 0' + chr(10))}\n"
            yield from (indent(line, STEP) for line in _lines(value))
        elif isinstance(value, list):
            apart = "\n" if key in PARTED else ""
            yield f"{key}:\n" + apart.join(indent("".join(_row(row)), STEP) for row in value)
        else:
            yield block({key: value})


def _row(row: Any) -> Iterator[str]:
    """One row of a list. Comments stand no deeper than its dash: a text of several lines above would take them in."""
    if isinstance(row, Leaf):
        yield from _comment(row)
        yield block([row.text])
        return
    dash = "- "
    for line in _lines(row):
        if dash == STEP:
            yield indent(line, STEP)
        elif line.startswith("#"):
            yield line
        else:
            yield dash + indent(line, STEP)[len(dash) :]
            dash = STEP


def _comment(leaf: Leaf) -> Iterator[str]:
    if leaf.original is not None:
        yield indent(f"{leaf.original.rstrip()}\n", "# ", lambda _line: True)
