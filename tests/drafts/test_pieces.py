"""A file taken apart and put together again is the same file."""

from __future__ import annotations

import json
from pathlib import Path as File

import pytest

from drafts.pieces import Kind, Loose, apart, together
from ladders.exchange import LadderFile, read, write
from ladders.exchange.check import check
from ladders.exchange.read import shape
from tests.factories import default_file

ROOT = File(__file__).parents[2]
FILES = sorted([*(ROOT / "ladders/data").glob("*.yaml"), *(ROOT / "tests/ladders/files").glob("*.yaml")])
LADDERS = [(path.name, found) for path in FILES if (found := read(path.read_bytes()).ladder)]


def stored(pieces: list[Loose]) -> list[Loose]:
    """The pieces as they come back from the database."""
    return [Loose(one.kind, one.key, one.position, json.loads(json.dumps(one.body))) for one in pieces]


def put_together(pieces: list[Loose], slug: str) -> LadderFile:
    tree = together(stored(pieces), slug)
    file, wrong = shape(tree)
    assert (wrong, list(check(tree))) == ([], [])
    assert file is not None
    return file


def test_there_are_ladders_to_try() -> None:
    assert {file.is_library for _name, file in LADDERS} == {True, False}
    assert {bool(file.expects.rows) for _name, file in LADDERS} == {True, False}


@pytest.mark.parametrize("file", [found for _name, found in LADDERS], ids=[name for name, _found in LADDERS])
def test_nothing_is_lost(file: LadderFile) -> None:
    again = put_together(apart(file), file.id)

    assert again == file
    assert write(again) == write(file)


def test_a_skill_that_is_left_out_takes_its_cells_and_marks_along() -> None:
    before = default_file()
    assert any("data-analysis" in stage.must for stage in before.stages)

    pieces = [one for one in apart(before) if (one.kind, one.key) != (Kind.SKILL, "data-analysis")]
    tree = together(stored(pieces), before.id)

    assert "data-analysis" not in tree["expects"]
    assert [stage["id"] for stage in tree["stages"] if "data-analysis" in stage.get("x-must", ())] == []


def test_a_stage_that_is_left_out_takes_its_column_and_its_steps_along() -> None:
    file = default_file()
    # Ways in that lead there would be in the way of publishing, and are said: see below.
    pieces = [one for one in apart(file) if one.kind != Kind.WAY_IN and one.key != "product-associate"]

    after = put_together(pieces, file.id)

    assert {stage for row in after.expects.rows.values() for stage in row.rows} == {
        stage.id for stage in after.stages
    }
    assert [step for step in after.steps if "product-associate" in (step.from_, step.to)] == []


def test_what_leads_to_a_stage_that_is_left_out_is_said() -> None:
    file = default_file()
    pieces = [one for one in apart(file) if (one.kind, one.key) != (Kind.STAGE, "principal-pm")]

    messages = [message for _path, message in check(together(stored(pieces), file.id))]

    assert [message for message in messages if '"principal-pm"' in message] == messages != []
