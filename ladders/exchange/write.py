"""A ladder as the text of a `ladder/1` file: what `read` takes back without loss."""

from __future__ import annotations

from functools import lru_cache, singledispatch
from itertools import zip_longest
from typing import Any

from ladders.exchange.fields import INTEGER, Cell, Part, Table
from ladders.exchange.schema import LadderFile, Row, Rule, Stage
from ladders.exchange.wording import Descriptor, Entry, Statement
from ladders.exchange.yaml_style import FOLD, Folded, block, foldable, inline, lay_out


def write(ladder: LadderFile) -> str:
    """The ladder as YAML text, in the order of the format; nothing that was left out is filled in."""
    sections = [_section(key, value, ladder) for key, value in _part(ladder).items()]
    return _joined(sections, [True] * len(sections))


def _section(key: str, value: Any, ladder: LadderFile) -> str:
    """One key of the file with everything under it."""
    if key == "expects":
        return _expects(ladder.expects)
    if key == "summary" and foldable(value):
        return block({key: Folded(value)}, width=FOLD)
    if key in ("stages", "x-ways-in", "skills") and value:
        return _items(key, value)
    return block({key: lay_out(value)})


def _items(key: str, items: list[Any]) -> str:
    """A list with a blank line between long items, and between skills of different categories."""
    written = [block({key: lay_out([item])}).removeprefix(f"{key}:\n") for item in items]
    groups = [item.get("category") for item in items]
    new_group = [key != "skills" or group != before for group, before in zip(groups, [None, *groups], strict=False)]
    return f"{key}:\n{_joined(written, new_group)}"


def _joined(pieces: list[str], may_part: list[bool]) -> str:
    """The pieces one after the other, with a blank line before a piece that may part if it or the last is long."""
    text, before = "", ""
    for piece, parts in zip(pieces, may_part, strict=True):
        long = piece.count("\n") > 1 or before.count("\n") > 1
        text += f"\n{piece}" if before and parts and long else piece
        before = piece
    return text


def _expects(table: Table[str, Row]) -> str:
    """One line per skill; the stages stand in columns where every skill has the same stages."""
    names = [f"{inline(skill)}:" for skill in table.rows]
    first = max(map(len, names), default=0)
    rows = [_cells(row) for row in table.rows.values()]
    if len({tuple(row.rows) for row in table.rows.values()}) == 1:
        rows = _in_columns(rows)
    text = "expects:\n"
    for name, row in zip(names, rows, strict=True):
        text += f"  {name.ljust(first)} {{{' '.join(row).rstrip().removesuffix(',')}}}\n"
    for key, value in table.extra.items():
        text += f"  {inline(key)}: {inline(plain(value))}\n"
    return text


def _cells(row: Row) -> list[str]:
    """`stage: level,` for each stage, then the keeper's own keys."""
    cells = [f"{_word(stage)}: {_word(plain(cell))}," for stage, cell in row.rows.items()]
    return cells + [f"{inline(key)}: {inline(plain(value))}," for key, value in row.extra.items()]


@lru_cache(maxsize=1000, typed=True)
def _word(value: str | int) -> str:
    """A stage or level as it stands in a row: a large ladder has tens of thousands of cells."""
    return inline(value)


def _in_columns(rows: list[list[str]]) -> list[list[str]]:
    """The cells padded to the width of their column."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return [[cell.ljust(width) for cell, width in zip(row, widths, strict=False)] for row in rows]


@singledispatch
def plain(value: Any) -> Any:
    """The value as dict, list and single values, each in the shortest form the format has for it."""
    return value


@plain.register(tuple)
def _many(value: tuple[Any, ...]) -> Any:
    if value and all(isinstance(item, Entry) and item.form == "mapping" for item in value):
        return {item.label: item.value for item in value}
    return [plain(item) for item in value]


def _key(key: Any) -> Any:
    return int(key) if isinstance(key, str) and INTEGER.fullmatch(key) else key


@plain.register(dict)
def _mapping(value: dict[Any, Any]) -> Any:
    # A key that looks like a number is written like one, as people write it; read back, it is a word again.
    return {_key(key): plain(item) for key, item in value.items()}


@plain.register
def _cell(value: Cell) -> int | str:
    return value.level if value.required else f"({value.level})"


@plain.register
def _part(value: Part) -> dict[str, Any]:
    """The keys of a part that differ from their default, then its `x-` keys."""
    found: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        item = getattr(value, name)
        if name != "extra" and (field.is_required() or item != field.get_default(call_default_factory=True)):
            found[field.alias or name] = plain(item)
    return {**found, **plain(value.extra)}


@plain.register
def _stage(value: Stage) -> dict[str, Any]:
    found = _part(value)
    if INTEGER.fullmatch(value.rank):
        found["rank"] = int(value.rank)
    return found


@plain.register(Table)
def _table(value: Table[Any, Any]) -> dict[Any, Any]:
    return {**plain(value.rows), **plain(value.extra)}


@plain.register
def _rule(value: Rule) -> Any:
    return "all" if value.all and not value.extra else _part(value)


@plain.register
def _statement(value: Statement) -> Any:
    found = _part(value)
    return value.text if found.keys() == {"text"} else found


@plain.register
def _descriptor(value: Descriptor) -> Any:
    found = _part(value)
    return next(iter(found.values())) if found.keys() in ({"text"}, {"signs"}) else found


@plain.register
def _entry(value: Entry) -> Any:
    if value.form == "text":
        return value.value
    if value.form in ("pair", "mapping"):
        return {value.label: value.value}
    label, worth = value.form.split()
    named = {label: value.label} if value.label else {}
    return {**named, worth: value.value, **plain(value.extra)}
