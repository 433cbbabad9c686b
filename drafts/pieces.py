"""A ladder file taken apart into pieces that are edited one by one, and put together again.

A piece is one thing an editor points at: a stage, a skill, a level of the scale, a row of the grid. What a cell of
the grid holds stands in three places of the file (`expects`, and `x-must` and `x-weights` of the stage); in a piece
it stands in one. Nothing here knows the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ladders.exchange import LadderFile
from ladders.exchange.fields import Cell
from ladders.exchange.schema import Skill, Stage
from ladders.exchange.wording import Descriptor
from ladders.exchange.write import plain

Body = dict[str, Any]


class Kind(TextChoices):
    """What a piece is. The value is the key of the file under which the pieces of a kind stand."""

    HEAD = "head", _("the ladder itself")
    LEVEL = "scale", _("level")
    PHASE = "phases", _("phase")
    TRACK = "tracks", _("line")
    STAGE = "stages", _("stage")
    CATEGORY = "categories", _("category")
    SKILL = "skills", _("skill")
    ROW = "expects", _("row of the grid")
    STEP = "x-steps", _("step")
    WAY_IN = "x-ways-in", _("way in")
    BEYOND = "beyond", _("way beyond")


LISTED = tuple(kind for kind in Kind if kind not in (Kind.HEAD, Kind.ROW))


@dataclass(frozen=True, slots=True)
class Loose:
    """One piece. `key` is its id in the file: "" for the head, the number of a level, "from to" for a step, the
    skill's id for a row. `body` is everything else as plain JSON, in the long form that forms can edit.
    """

    kind: Kind
    key: str
    position: int
    body: Body


def apart(file: LadderFile) -> list[Loose]:
    """The pieces of a checked file."""
    tree = plain(file)
    head = {key: value for key, value in tree.items() if key not in {"format", "id", *Kind.values}}
    if file.expects.extra:
        head["expects"] = plain(file.expects.extra)
    found = [Loose(Kind.HEAD, "", 0, head)]
    found += [
        Loose(kind, key_of(kind, row), position, body_of(kind, row, part))
        for kind in LISTED
        for position, (row, part) in enumerate(zip(tree.get(kind.value, ()), _parts(file, kind), strict=True))
    ]
    found += [Loose(Kind.ROW, skill, position, body) for position, (skill, body) in enumerate(_rows(file).items())]
    return found


def _parts(file: LadderFile, kind: Kind) -> tuple[Any, ...]:
    by_alias = {field.alias or name: name for name, field in LadderFile.model_fields.items()}
    return tuple(getattr(file, by_alias[kind.value])) if kind.value in by_alias else ()


def key_of(kind: Kind, row: Mapping[str, Any]) -> str:
    """The key of a row of the file."""
    if kind is Kind.LEVEL:
        return str(row["level"])
    return f"{row['from']} {row['to']}" if kind is Kind.STEP else str(row["id"])


def body_of(kind: Kind, row: Mapping[str, Any], part: Any) -> Body:
    """What a piece keeps of a row of the file."""
    body = {key: value for key, value in row.items() if key not in ("id", "level")}
    if isinstance(part, Stage):
        body = {key: value for key, value in body.items() if key not in ("x-must", "x-weights")}
        if "rank" in body:  # written as a number where it looks like one
            body["rank"] = str(body["rank"])
    if isinstance(part, Skill):
        for name, table in (("levels", part.levels), ("at", part.at)):
            if table:
                words = {str(key): long_form(descriptor) for key, descriptor in table.rows.items()}
                body[name] = words | plain(table.extra)
    return body


def long_form(words: Descriptor) -> Body:
    """A descriptor with every part under its own name: {name?, text?, signs?: [{text, …}], examples?}."""
    found = {
        "name": words.name,
        "text": words.text,
        "signs": [sign if isinstance(sign, dict) else {"text": sign} for sign in plain(words.signs)],
        "examples": plain(words.examples),
        **plain(words.extra),
    }
    return {key: value for key, value in found.items() if value}


def _rows(file: LadderFile) -> dict[str, Body]:
    """Rows of the grid by skill: {"cells": {stage: {level?, welcome?, must?, weight?}}, "x"?: the keeper's keys}."""
    found: dict[str, Body] = {}
    for skill, row in file.expects.rows.items():
        body = found.setdefault(skill, {"cells": {stage: cell_of(cell) for stage, cell in row.rows.items()}})
        if row.extra:
            body["x"] = plain(row.extra)
    for stage in file.stages:
        for skill in stage.must:
            _cell(found, skill, stage.id)["must"] = True
        for skill, weight in stage.weights.items():
            _cell(found, skill, stage.id)["weight"] = weight
    return found


def _cell(rows: dict[str, Body], skill: str, stage: str) -> Body:
    cells: dict[str, Body] = rows.setdefault(skill, {"cells": {}})["cells"]
    return cells.setdefault(stage, {})


def cell_of(cell: Cell) -> Body:
    return {"level": cell.level} if cell.required else {"level": cell.level, "welcome": True}


def together(pieces: Iterable[Loose], slug: str) -> Body:
    """The pieces as the tree of a file: what `exchange.read.shape` and `exchange.check.check` take.

    What belongs to a stage or a skill that is not among the pieces is left out with it: its cells, its texts, its
    steps. What points to it is not; `check` says so.
    """
    by_kind: dict[Kind, list[Loose]] = {kind: [] for kind in Kind}
    for piece in sorted(pieces, key=lambda one: one.position):
        by_kind[piece.kind].append(piece)
    head = next((dict(piece.body) for piece in by_kind[Kind.HEAD]), {})
    more_expects = head.pop("expects", {})
    stages = {piece.key: piece.position for piece in by_kind[Kind.STAGE]}
    own = {piece.key for piece in by_kind[Kind.SKILL]}
    rows = [piece for piece in by_kind[Kind.ROW] if head.get("uses") or piece.key in own]
    tree: Body = {"format": "ladder/1", "id": slug, **head}
    for kind in LISTED:
        if found := list(_written(kind, by_kind[kind], rows, stages)):
            tree[kind.value] = found
    expects = {row.key: written for row in rows if (written := _expected(row, stages))}
    return tree | ({"expects": expects | more_expects} if expects or more_expects else {})


def _written(kind: Kind, pieces: list[Loose], rows: list[Loose], stages: Mapping[str, int]) -> Iterator[Body]:
    for piece in pieces:
        if kind is Kind.LEVEL:
            yield {"level": piece.key, **piece.body}
        elif kind is Kind.STEP:
            if {piece.body["from"], piece.body["to"]} <= stages.keys():
                yield piece.body
        elif kind is Kind.STAGE:
            yield {"id": piece.key, **piece.body, **_marks(piece.key, rows)}
        elif kind is Kind.SKILL:
            yield {"id": piece.key, **piece.body, **_texts_at(piece.body, stages)}
        else:
            yield {"id": piece.key, **piece.body}


def _marks(stage: str, rows: list[Loose]) -> Body:
    """Must-haves and weights of a stage, from the grid."""
    cells = {row.key: row.body.get("cells", {}).get(stage, {}) for row in rows}
    must = [skill for skill, cell in cells.items() if cell.get("must")]
    weights = {skill: cell["weight"] for skill, cell in cells.items() if cell.get("weight", 1) != 1}
    return {key: value for key, value in (("x-must", must), ("x-weights", weights)) if value}


def _texts_at(body: Body, stages: Mapping[str, int]) -> Body:
    if "at" not in body:
        return {}
    return {"at": {key: words for key, words in body["at"].items() if key in stages or key.startswith("x-")}}


def _expected(row: Loose, stages: Mapping[str, int]) -> Body:
    """The cells in the order of the stages: PostgreSQL gives the keys of a JSON value in an order of its own."""
    cells: Mapping[str, Body] = row.body.get("cells", {})
    levels = {
        stage: f"({cell['level']})" if cell.get("welcome") else cell["level"]
        for stage in stages
        if (cell := cells.get(stage, {})).get("level") is not None
    }
    return levels | row.body.get("x", {}) if levels else {}
