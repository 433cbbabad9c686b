"""The map of a table: what the ladder is called, which column is what, and how names become stages and levels.

A map is a ladder file without its skills' texts and expectations, plus the keys of `Layout`. Stages, categories and
skills are found in the table by `name`, or by their title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from ladders.exchange.fields import INTEGER, Part, Switch, Title
from ladders.exchange.messages import findings
from ladders.exchange.problems import MOST, Finding, Path, Problem, line_of, meant, quoted, show_path
from ladders.exchange.schema import LIMITS, LadderFile
from ladders.exchange.table_cells import fold, squeeze
from ladders.exchange.yaml_guard import Tree, guard

Kind = Literal["wide", "long"]
VALUES = 30_000  # enough for every skill, stage and column to be named
NAMED = ("stages", "categories", "skills")
OF_A_LADDER = sorted({*LadderFile.keys()} - {"format", "uses", "expects"})


class WideColumns(Part):
    """The headers of the columns, in a table with one row for each skill and a column for each stage."""

    category: Title = "Category"
    skill: Title = "Skill"
    description: Title = "Description"


class LongColumns(WideColumns):
    """The headers of the columns, in a table with one row for each stage and skill."""

    stage: Title = "Stage"
    level: Title = "Level"
    text: Title = "Text"
    level_text: Title = Field(default="Level text", alias="level-text")
    stage_text: Title = Field(default="Stage text", alias="stage-text")


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Names = Annotated[tuple[Title, ...], BeforeValidator(_one_or_more)]


class Layout(Part):
    """How to read the table; "rest" alone under `ignore` stands for every column that is not named."""

    columns: WideColumns = WideColumns()
    ignore: Names = ()
    only: Mapping[Title, Names] = Field(default_factory=dict)
    without: Mapping[Title, Names] = Field(default_factory=dict)
    merged: Names = ()
    empty: Names = ()
    statements: Switch = False
    short: Switch = False
    delimiter: Literal["", "comma", "semicolon", "tab"] = ""
    encoding: Literal["", "utf-8", "windows-1252"] = ""


class LongLayout(Layout):
    """The layout of a long table."""

    columns: LongColumns = LongColumns()


OF_THE_LAYOUT = Layout.keys()
LAYOUTS: Mapping[Kind, type[Layout]] = {"wide": Layout, "long": LongLayout}


@dataclass(frozen=True, slots=True)
class Named:
    """A stage, category or skill of the map: its name in the table, and its keys for the ladder file."""

    name: str
    given: Mapping[str, Tree]


@dataclass(frozen=True, slots=True)
class TableMap:
    """A map that has the right shape. `head` are the keys that go into the ladder file as they are."""

    layout: Layout
    head: Mapping[str, Tree]
    stages: tuple[Named, ...]
    categories: tuple[Named, ...]
    skills: tuple[Named, ...]
    lines: Mapping[Path, int]
    file: str

    def problem(self, path: Path, message: str) -> Problem:
        """A problem in the map itself."""
        return Problem(line_of(path, self.lines), show_path(path), message, self.file)

    @property
    def numbers(self) -> dict[str, str]:
        """The number of each level of the scale, by its folded name; levels of the wrong shape are passed over."""
        scale = self.head.get("scale")
        rows = [row for row in scale if isinstance(row, dict)] if isinstance(scale, list) else []
        pairs = ((fold(str(row.get("name", ""))), str(row.get("level", ""))) for row in rows)
        return {name: level for name, level in pairs if INTEGER.fullmatch(level)}

    def column(self, key: str) -> str:
        """The header of a column, such as `level-text`."""
        return str(getattr(self.layout.columns, key.replace("-", "_")))


def read_map(data: bytes, kind: Kind, file: str) -> tuple[TableMap | None, list[Problem]]:
    """The map from its YAML bytes, or None and all that is wrong with its shape."""
    document = guard(data, start="id and title", values=VALUES)
    if document.tree is None:
        return None, [Problem(one.line, one.path, one.message, file) for one in document.problems]
    tree = document.tree
    found = [*_unknown(tree), *_too_many(tree)]
    layout = Layout()
    try:
        layout = LAYOUTS[kind].model_validate({key: tree[key] for key in OF_THE_LAYOUT if key in tree})
    except ValidationError as error:
        found += findings(error, tree)
    if not found:
        found = [*_scale(tree), *(finding for key in NAMED for finding in _unnamed(tree, key))]
    problems = [Problem(one.line, one.path, one.message, file) for one in document.problems]
    problems += [Problem(line_of(path, document.lines), show_path(path), said, file) for path, said in found[:MOST]]
    if problems:
        return None, sorted(problems, key=lambda problem: problem.line)
    head = {key: value for key, value in tree.items() if key not in {*OF_THE_LAYOUT, *NAMED}}
    named = {key: tuple(_named(row) for _, row in _rows(tree, key)) for key in NAMED}
    return TableMap(layout, {**head, **_long_scale(tree)}, lines=document.lines, file=file, **named), []


def _unknown(tree: Mapping[str, Tree]) -> Iterator[Finding]:
    known = [*OF_THE_LAYOUT, *OF_A_LADDER]
    for key in islice((key for key in tree if key not in known and not key.startswith("x-")), MOST):
        yield (key,), f"unknown key {quoted(key)}{meant(key, known)}"


def _too_many(tree: Mapping[str, Tree]) -> Iterator[Finding]:
    for key in (*NAMED, "scale"):
        given = tree.get(key)
        if isinstance(given, list) and len(given) > LIMITS[key]:
            yield (key,), f"has {len(given)} entries; at most {LIMITS[key]} are allowed"


def _scale(tree: Mapping[str, Tree]) -> Iterator[Finding]:
    scale = tree.get("scale", "")
    if not isinstance(scale, list):
        if scale:
            yield ("scale",), "must be a list, lowest level first"
        return
    seen: set[str] = set()
    for place, row in enumerate(scale):
        name = fold(str(row if isinstance(row, str) else row.get("name", "") if isinstance(row, dict) else ""))
        if name and name in seen:
            yield ("scale", place), f"{quoted(name)} is there twice"
        seen.add(name)


def _long_scale(tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """The scale with every level as a mapping: a name alone is the level of its place in the list."""
    scale = tree.get("scale")
    if not isinstance(scale, list) or not scale:
        return {}
    rows = enumerate(scale, start=1)
    return {"scale": [{"level": str(place), "name": row} if isinstance(row, str) else row for place, row in rows]}


def _rows(tree: Mapping[str, Tree], key: str) -> Iterator[tuple[Path, Tree]]:
    found = tree.get(key)
    yield from (((key, place), row) for place, row in enumerate(found if isinstance(found, list) else ()))


def _unnamed(tree: Mapping[str, Tree], key: str) -> Iterator[Finding]:
    """What has no name or shares it with another, so that it could not be found in the table."""
    if tree.get(key) and not isinstance(tree[key], list):
        yield (key,), "must be a list"
    seen: set[str] = set()
    for path, row in _rows(tree, key):
        if not isinstance(row, str | dict):
            yield path, "must be a title, or a mapping of keys and values"
            continue
        name = _named(row).name
        if not name:
            yield (*path, "title"), "is missing"
        elif fold(name) in seen:
            yield path, f"{quoted(name)} is there twice"
        seen.add(fold(name))


def _named(row: Tree) -> Named:
    """`PM` or `{name: PM, title: Product manager, …}`; the one of name and title that is missing is the other."""
    given = row if isinstance(row, dict) else {"title": row}
    title, name = given.get("title") or given.get("name"), given.get("name") or given.get("title")
    kept = {key: value for key, value in given.items() if key not in {"name", "title"}}
    return Named(squeeze(name) if isinstance(name, str) else "", {"title": title or "", **kept})
