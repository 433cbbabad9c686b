"""docs/ladder-tables.md against the reader of tables: the same examples, keys and limits."""

from __future__ import annotations

import re
from typing import get_args

from ladders.exchange import LadderFile
from ladders.exchange.fields import TEXT_LENGTH, TITLE_LENGTH, Cell
from ladders.exchange.schema import LIMITS
from ladders.exchange.slugs import LONGEST
from ladders.exchange.table_cells import COLUMNS, ROWS
from ladders.exchange.table_map import OF_THE_LAYOUT, Layout, LongColumns, WideColumns
from ladders.exchange.table_text import BYTES, DELIMITERS
from ladders.exchange.tables import CELLS, read_table
from tests.docs.pages import page, rows

TABLES = page("docs/ladder-tables.md")
WIDE_TABLE, LONG_TABLE, STATEMENTS_TABLE = (example.encode() for example in TABLES.blocks("csv"))
WIDE_MAP, LONG_MAP, STATEMENTS_MAP = (example.encode() for example in TABLES.blocks("yaml"))
WIDE = read_table(WIDE_TABLE, WIDE_MAP, "wide")
LONG = read_table(LONG_TABLE, LONG_MAP, "long")


def cells(ladder: LadderFile) -> dict[str, dict[str, Cell]]:
    return {skill: dict(row.rows) for skill, row in ladder.expects.rows.items()}


def test_the_wide_example() -> None:
    assert WIDE.errors == ()
    assert [str(problem) for problem in WIDE.warnings] == [
        '2: Skill: no level of "user-research" is described',
        '3: Skill: no level of "support" is described',
    ]
    assert WIDE.ladder is not None
    assert [(stage.id, stage.title) for stage in WIDE.ladder.stages] == [
        ("product-manager", "Product Manager"),
        ("senior-product-manager", "Senior Product Manager"),
        ("group", "Group Product Manager"),
    ]
    assert cells(WIDE.ladder) == {
        "user-research": {"product-manager": Cell(1), "senior-product-manager": Cell(2), "group": Cell(3)},
        "support": {"product-manager": Cell(1), "senior-product-manager": Cell(1, required=False)},
    }
    assert [(one.title, one.rated) for one in WIDE.ladder.categories] == [
        ("Ways of working", False),
        ("Customer", True),
    ]
    assert {stage: said.text for stage, said in WIDE.ladder.skills[2].at.rows.items()} == {
        "product-manager": "From the first day"
    }


def test_the_long_example() -> None:
    assert (LONG.errors, LONG.warnings) == ((), ())
    assert LONG.ladder is not None
    assert cells(LONG.ladder) == {
        "user-research": {"associate": Cell(1), "lead": Cell(3)},
        "roadmaps": {"associate": Cell(1), "lead": Cell(2)},
    }
    assert {level: said.text for level, said in LONG.ladder.skills[0].levels.rows.items()} == {
        1: "Knows why teams talk to users.",
        3: "Chooses the method that fits the question.",
    }


def test_the_example_with_a_row_for_each_statement() -> None:
    found = read_table(STATEMENTS_TABLE, STATEMENTS_MAP, "wide")
    assert (found.errors, found.warnings) == ((), ())
    assert found.ladder is not None
    said = [
        {stage: [sign.text for sign in at.signs] for stage, at in one.at.rows.items()} for one in found.ladder.skills
    ]
    assert said == [
        {
            "junior": ["Writes tests", "Runs them before a review"],
            "senior": ["Chooses what to test", "Teaches it"],
        },
        {"junior": ["Asks early"], "senior": ["Finds causes that others miss"]},
    ]


def test_every_key_is_explained_and_no_other() -> None:
    explained = [cells[0].strip("`") for cells in rows(TABLES.sections["Every key of a map"])]
    assert explained == ["stages", "scale", "categories", "skills", *OF_THE_LAYOUT]
    kinds = {cells[0].strip("`"): cells[1] for cells in rows(TABLES.sections["Columns"])}
    wide, long = WideColumns.keys(), LongColumns.keys()
    assert kinds == {key: "both" if key in wide else "long" for key in long}


def test_the_choices_are_those_of_the_reader() -> None:
    told = {cells[0].strip("`"): cells[1] for cells in rows(TABLES.sections["Every key of a map"])}
    for key in ("delimiter", "encoding"):
        choices = {choice for choice in get_args(Layout.model_fields[key].annotation) if choice}
        assert set(re.findall(r"`([^`]+)`", told[key])) == choices
    assert {*DELIMITERS} == {choice for choice in get_args(Layout.model_fields["delimiter"].annotation) if choice}


def test_the_limits_are_those_of_the_reader() -> None:
    told = {
        cells[0]: int(re.findall(r"[\d,]+", cells[1])[0].replace(",", ""))
        for cells in rows(TABLES.sections["Limits"])
    }
    assert told == {
        "table": BYTES,
        "rows": ROWS,
        "columns": COLUMNS,
        "filled cells of a wide table": CELLS,
        "stages": LIMITS["stages"],
        "skills": LIMITS["skills"],
        "a name": TITLE_LENGTH,
        "a text": TEXT_LENGTH,
    }
    assert f"at most {LONGEST} characters" in TABLES.text
