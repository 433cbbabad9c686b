"""Small tables and their maps, read as their keeper would see them."""

from __future__ import annotations

from ladders.exchange import LadderFile, Reading
from ladders.exchange.table_map import Kind
from ladders.exchange.tables import read_table

HEAD = "id: l\ntitle: L\n"
MATRIX = f"{HEAD}scale: [Learning, Owning, Leading]\n"
LONG = f"{MATRIX}stages: [One, Two]\n"


def reading(table: str | bytes, given: str | bytes = HEAD, kind: Kind = "wide") -> Reading:
    """What comes of a table and a map."""
    data, map_data = (part.encode() if isinstance(part, str) else part for part in (table, given))
    return read_table(data, map_data, kind, source="table.csv", map_source="map.yaml")


def errors(table: str | bytes, given: str | bytes = HEAD, kind: Kind = "wide") -> list[str]:
    """The errors, those of the map with the name of its file."""
    found = reading(table, given, kind)
    assert (found.ladder is None) is bool(found.errors)
    return [f"{problem.file and f'{problem.file}:'}{problem}" for problem in found.errors]


def ladder(table: str | bytes, given: str | bytes = HEAD, kind: Kind = "wide") -> LadderFile:
    """The ladder of a table without errors."""
    found = reading(table, given, kind)
    assert (found.errors, found.source) == ((), "table.csv")
    assert found.ladder is not None
    return found.ladder


def levels(found: LadderFile) -> dict[str, dict[str, str]]:
    """Skill, stage and level as it stands in a file."""
    return {
        skill: {stage: f"{cell.level}" if cell.required else f"({cell.level})" for stage, cell in row.rows.items()}
        for skill, row in found.expects.rows.items()
    }


def texts(found: LadderFile) -> dict[str, dict[str, str]]:
    """Skill, stage and text."""
    return {skill.id: {stage: told.text for stage, told in skill.at.rows.items()} for skill in found.skills}
