"""docs/ladder-format.md against the reader of ladder files: the same examples, keys and limits."""

from __future__ import annotations

import re

import pytest

from ladders.exchange import read, write
from ladders.exchange import schema as s
from ladders.exchange import ways_in as w
from ladders.exchange.bounds import VALUES
from ladders.exchange.fields import HIGHEST, ID_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Part
from ladders.exchange.problems import MOST
from ladders.exchange.wording import Descriptor, Statement
from ladders.exchange.yaml_guard import BYTES, DEPTH, NODES
from tests.docs.pages import page, rows

FORMAT = page("docs/ladder-format.md")
PARTS: dict[str, type[Part]] = {
    "File": s.LadderFile,
    "Scale": s.Level,
    "Needs": s.Rule,
    "Phases": s.Phase,
    "Tracks": s.Track,
    "Roles": s.Role,
    "Stages": s.Stage,
    "Beyond": s.Beyond,
    "Categories": s.Category,
    "Skills": s.Skill,
    "Descriptions": Descriptor,
    "Statements": Statement,
    "Steps": s.Step,
    "Ways in": w.WayIn,
    "Brings": w.Brought,
    "Lacks": w.Lack,
}


@pytest.mark.parametrize("example", FORMAT.blocks("yaml"), ids=lambda text: text.splitlines()[1])
def test_the_examples_read_without_a_word_and_come_back(example: str) -> None:
    reading = read(example.encode())
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.ladder is not None
    assert read(write(reading.ladder).encode()).ladder == reading.ladder


def test_there_is_an_example_of_each_kind() -> None:
    ladders = [read(example.encode()).ladder for example in FORMAT.blocks("yaml")]
    kinds = [(bool(one.scale), one.is_library, bool(one.uses)) for one in ladders if one]
    assert kinds == [(True, False, False), (False, False, False), (True, True, False), (False, False, True)]


@pytest.mark.parametrize("heading", PARTS)
def test_every_key_is_explained_and_no_other(heading: str) -> None:
    explained = [key for cells in rows(FORMAT.sections[heading]) for key in re.findall(r"`([^`]+)`", cells[0])]
    assert sorted(explained) == sorted(PARTS[heading].keys())


def test_the_limits_are_those_of_the_reader() -> None:
    told = {
        cells[0]: int(re.findall(r"[\d,]+", cells[1])[0].replace(",", ""))
        for cells in rows(FORMAT.sections["Limits"])
    }
    each = {s.LIMITS[kind] for kind in ("stages", "phases", "tracks", "categories", "beyond", "x-ways-in")}
    assert told == {
        "file": BYTES,
        "lists and mappings inside each other": DEPTH,
        "values in a file": NODES,
        "values in one entry of a list, such as a skill": VALUES,
        "levels of a scale": s.LIMITS["scale"],
        "stages, phases, tracks, categories, ways in, places beyond": each.pop(),
        "skills, also under `expects`": s.LIMITS["skills"],
        "steps": s.LIMITS["x-steps"],
        "an id": ID_LENGTH,
        "a title": TITLE_LENGTH,
        "a text": TEXT_LENGTH,
        "a level": s.HIGHEST_LEVEL,
        "any other number": HIGHEST,
        "problems reported": MOST,
    }
    assert not each
