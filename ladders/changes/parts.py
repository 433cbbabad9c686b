"""What changes in a part of a ladder file, field by field; a field that has no words of ours is shown by its key."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from ladders.changes.both import Both
from ladders.changes.change import Change, Where
from ladders.changes.labels import label
from ladders.changes.pairs import paired
from ladders.changes.said import Said, say
from ladders.changes.spots import Spot, became, field_spot, moved, written
from ladders.exchange.fields import Cell, Part, Table
from ladders.exchange.schema import Level, Role, Step
from ladders.exchange.ways_in import Brought, Lack
from ladders.exchange.wording import Entry, Statement
from ladders.exchange.write import plain
from ladders.exchange.yaml_style import block, lay_out

# How a row of links or facts was written says nothing by itself; where only that differs, the list says so.
SPELLING = frozenset({"form"})


def changed_fields(
    both: Both, before: Part, after: Part, where: Where, part: Said | None = None, *, skip: frozenset[str] = SPELLING
) -> Iterator[Change]:
    """Every field that differs, but for those in `skip`. `part` is what the part is called inside another one."""
    owner = type(after)
    for name, field in owner.model_fields.items():
        old, new = getattr(before, name), getattr(after, name)
        if name == "extra":
            yield from own_keys(both, old, new, where, part)
        elif old != new and name not in skip:
            yield from noticed(both, field_spot(owner, name, (*where, field.alias or name), part), old, new)


def own_keys(
    both: Both, before: Mapping[str, Any], after: Mapping[str, Any], where: Where, part: Said | None = None
) -> Iterator[Change]:
    """The keys that start with `x-` and differ."""
    for key in dict.fromkeys((*after, *before)):
        if (key in before, before.get(key)) != (key in after, after.get(key)):
            yield from noticed(both, field_spot(Part, key, (*where, key), part), before.get(key), after.get(key))


def noticed(both: Both, spot: Spot, before: Any, after: Any) -> list[Change]:
    """The changes of a value that differs: what they mean, or at least that it is written differently."""
    return list(_value(both, spot, before, after)) or [written(spot)]


def _value(both: Both, spot: Spot, before: Any, after: Any) -> Iterator[Change]:
    if _are(Part, before, after):
        yield from rows(both, spot, before, after)
    elif _are(str, before, after):
        yield from lines(both, spot, before, after)
    elif isinstance(before, Table) and isinstance(after, Table):
        yield from entries(both, spot, before.rows, after.rows)
        yield from own_keys(both, before.extra, after.extra, spot.where, spot.what)
    elif isinstance(before, Part) and isinstance(after, Part):
        yield from changed_fields(both, before, after, spot.where, spot.what)
    else:
        yield from became(spot, _said(both, spot, before), _said(both, spot, after))


def _are(kind: type, before: Any, after: Any) -> bool:
    """Whether two values are lists of one kind of rows."""
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return False
    return all(isinstance(row, kind) for row in (*before, *after))


def entries(both: Both, spot: Spot, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[Change]:
    """The entries of a mapping that differ, each by its key."""
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key):
            what = say(_("%(part)s, %(key)s"), part=spot.what, key=str(key))
            yield from noticed(both, Spot((*spot.where, str(key)), what, spot.label), before.get(key), after.get(key))


def rows(both: Both, spot: Spot, before: tuple[Part, ...], after: tuple[Part, ...]) -> Iterator[Change]:
    """The rows that are new, that changed and that went, and whether those that stayed changed places."""
    found = paired(before, after, _key, _words)
    for number, (old, new) in enumerate(found.rows):
        one = new or old
        if one is None or old == new:
            continue
        key, title = _id(one) or str(number), _title(both, one)
        if old is not None and new is not None:
            here = spot.row(key, title, came_or_went=False)
            yield from changed_fields(both, old, new, here.where, here.what)
        else:
            here = spot.row(key, title, came_or_went=True)
            yield from became(here, None if old is None else gist(old), None if new is None else gist(new))
    if found.moved:
        yield moved(spot)


def lines(both: Both, spot: Spot, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Change]:
    """The same for lines of text, and for ids by what they are called."""
    kind = spot.label.refers
    found = paired(before, after, str, None if kind else str)
    for number, (old, new) in enumerate(found.rows):
        here = Spot((*spot.where, (new or old or "") if kind else str(number)), spot.what, spot.label, spot.part)
        if old is None or new is None:
            here = spot.row(here.where[-1], spot.what, came_or_went=True)
        told = [line if line is None or not kind else both.title(kind, line) for line in (old, new)]
        yield from became(here, *told, text=True)
    if found.moved:
        yield moved(spot)


def _said(both: Both, spot: Spot, value: Any) -> Said | str | None:
    """A single value as people read it; None where there is none."""
    if isinstance(value, bool):
        return say(_("yes")) if value else say(_("no"))
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, str):
        return both.title(spot.label.refers, value)
    if isinstance(value, Part) and not isinstance(value, Table):
        return gist(value)
    if isinstance(value, Cell):
        return both.after.level(value.level) if value.required else f"({both.after.level(value.level)})"
    return str(value) if isinstance(value, int) else block(lay_out(plain(value))).strip()


def gist(part: Part) -> str:
    """What a part says in words: its text, then its lines; the ids in it say nothing by themselves."""
    found: list[str] = []
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in ("name", "text", "value"):
            found.append(value)
        elif isinstance(value, tuple) and not label(type(part), name).refers:
            found += (gist(row) if isinstance(row, Part) else str(row) for row in value)
    return "\n".join(filter(None, found))


def _id(part: Part) -> str:
    return str(part.level) if isinstance(part, Level) else str(getattr(part, "id", ""))


def _key(part: Part) -> Hashable:
    """What a row is known by in both versions."""
    match part:
        case Step():
            return part.from_, part.to
        case Brought():
            return part.skill
        case Lack():
            return part.skill, part.text
        case Entry():
            return part.label or part.value
    return _id(part) or getattr(part, "title", "") or getattr(part, "text", "")


def _words(part: Part) -> str:
    """The words by which a row is known again when its key changed; "" where the key is all that counts."""
    match part:
        case Statement() | Lack() | Role():
            return part.text
        case Entry(label=""):
            return part.value
    return ""


def _title(both: Both, part: Part) -> str:
    match part:
        case Level():
            return both.after.level(part.level)
        case Step():
            return f"{both.title('stages', part.from_)} → {both.title('stages', part.to)}"
        case Brought():
            return both.title("skills", part.skill)
        case Entry():
            return part.label or part.value
    return str(getattr(part, "title", ""))
