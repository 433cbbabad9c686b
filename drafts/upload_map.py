"""What a keeper says about the columns of a table, as a map in YAML, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ladders.exchange.slugs import slug
from ladders.exchange.table_cells import fold
from ladders.exchange.table_guess import STAGE_COLUMN, Guess
from ladders.exchange.yaml_guard import guard
from ladders.exchange.yaml_style import block, lay_out


@dataclass(frozen=True, slots=True)
class Choices:
    """What a table means. Columns are places in the table; `meanings` has one key of `Guess.meanings` for each.

    `stages` are the names of the stages in their order, `left_out` those of a long table that are none. Without
    `levels` the cells are texts. `only` is a column and the value its rows have to have, or None. `without` and
    `unrated` are names of skills; `unrated` may also name categories. With
    `statements` each row is one statement about its skill; with `short` a row that ends early is no error.
    """

    title: str
    language: str
    meanings: tuple[str, ...]
    stages: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    merged: tuple[int, ...] = ()
    empty: tuple[str, ...] = ()
    only: tuple[int, str] | None = None
    without: tuple[str, ...] = ()
    unrated: tuple[str, ...] = ()
    statements: bool = False
    short: bool = False

    def place(self, key: str) -> int | None:
        """The column with a meaning."""
        return self.meanings.index(key) if key in self.meanings else None


def first_choices(found: Guess, title: str) -> Choices:
    """The choices that the guess stands for."""
    return Choices(
        title,
        "en",
        found.meanings,
        stages_of(found, found.meanings),
        levels=found.levels,
        merged=found.merged,
        empty=found.empty,
        without=found.without,
        statements=found.statements,
    )


def stages_of(found: Guess, meanings: tuple[str, ...]) -> tuple[str, ...]:
    """The stages in the order of the table: headers of a wide one, values of a long one."""
    if found.kind == "wide":
        headers = found.grid.header.cells
        return tuple(headers[place] for place, meaning in enumerate(meanings) if meaning == STAGE_COLUMN)
    return found.values(meanings.index("stage")) if "stage" in meanings else ()


def write_map(found: Guess, chosen: Choices) -> str:
    """The map in YAML, as the command line takes it, too."""
    headers = found.grid.header.cells
    named = {key: headers[place] for place, key in enumerate(chosen.meanings) if key and key != STAGE_COLUMN}
    skill, stage = named.get("skill", ""), named.get("stage", "")
    unwanted = {skill: [*chosen.without], stage: [*chosen.left_out]}
    tree = {
        "id": slug(chosen.title) or "ladder",
        "title": chosen.title,
        "language": chosen.language,
        "delimiter": found.grid.delimiter,
        "encoding": found.encoding,
        "columns": named,
        "ignore": [headers[place] for place, meaning in enumerate(chosen.meanings) if not meaning],
        "merged": [headers[place] for place in chosen.merged],
        "only": {headers[chosen.only[0]]: chosen.only[1]} if chosen.only else {},
        "without": {column: names for column, names in unwanted.items() if column and names},
        "empty": [*chosen.empty],
        "statements": chosen.statements,
        "short": chosen.short,
        "scale": [*chosen.levels],
        "stages": [*chosen.stages],
        **unrated(found, chosen),
    }
    return block(lay_out({key: value for key, value in tree.items() if value}))


def unrated(found: Guess, chosen: Choices) -> dict[str, list[dict[str, Any]]]:
    """Rows for what is shown and never asked about: categories first, whatever else is named is a skill."""
    place = chosen.place("category")
    known = {fold(name): name for name in found.values(place)} if place is not None else {}
    rows: dict[str, list[dict[str, Any]]] = {"categories": [], "skills": []}
    for name in chosen.unrated:
        kind = "categories" if fold(name) in known else "skills"
        rows[kind].append({"name": known.get(fold(name), name), "rated": False})
    return rows


def heading_of(given: str) -> str:
    """The heading above the skills that a map of ours names, "" if there is none."""
    columns = (guard(given.encode()).tree or {}).get("columns") if given else None
    return str(columns.get("skill", "")) if isinstance(columns, dict) else ""


def read_choices(found: Guess, given: str) -> Choices:
    """The choices that a map of ours stands for; for what is missing in it, those of the guess."""
    tree: dict[str, Any] = guard(given.encode()).tree or {}
    places = {fold(name): place for place, name in enumerate(found.grid.header.cells)}
    meanings = [""] * len(found.meanings)
    if found.kind == "wide":
        for name in tree.get("stages", ()):
            meanings[places[fold(name)]] = STAGE_COLUMN
    for key, name in tree.get("columns", {}).items():
        meanings[places[fold(name)]] = key
    skill, stage = (tree.get("columns", {}).get(key, "") for key in ("skill", "stage"))
    column, value = next(iter(tree.get("only", {}).items()), ("", ""))
    return Choices(
        title=tree.get("title", ""),
        language=tree.get("language", ""),
        meanings=tuple(meanings),
        stages=tuple(tree.get("stages", ())),
        left_out=tuple(tree.get("without", {}).get(stage, ())),
        levels=tuple(tree.get("scale", ())),
        merged=tuple(places[fold(name)] for name in tree.get("merged", ())),
        empty=tuple(tree.get("empty", ())),
        only=(places[fold(column)], value) if column else None,
        without=tuple(tree.get("without", {}).get(skill, ())),
        statements=tree.get("statements") == "true",
        short=tree.get("short") == "true",
        unrated=tuple(row["name"] for key in ("categories", "skills") for row in tree.get(key, ())),
    )
