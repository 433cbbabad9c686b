"""What docs/ladder-format.md says about translations, against the reader of them."""

from __future__ import annotations

import re

from ladders.chart import Chart
from ladders.exchange import read
from ladders.filed import chart_of_file
from ladders.translating import WORDS
from ladders.translation_file import HEAD, read_translation
from tests.docs.pages import page, rows

FORMAT = page("docs/ladder-format.md")


def test_the_example_translates_the_small_ladder() -> None:
    small = read(FORMAT.blocks("yaml")[0].encode()).ladder
    assert small is not None
    (example,) = FORMAT.blocks("yml")
    found = read_translation(example.encode(), {small.id: chart_of_file(small)}.get)
    assert found.errors == ()
    assert [problem.message.split(" ", 1)[1] for problem in found.warnings] == ["texts are not translated yet"]


def test_the_keys_of_its_head_are_explained() -> None:
    explained = [cells[0].strip("`") for cells in rows(FORMAT.sections["Translations"])]
    assert tuple(explained) == HEAD


def test_every_part_with_texts_is_named() -> None:
    named = set(re.findall(r"`([^`]+)`", FORMAT.sections["Translations"]))
    lists = {"does", "success", "facts", "roles", "x-try", "levels", "at", "x-steps", "x-ways-in"}
    assert lists <= named
    assert set(WORDS[Chart].values()) - named == {
        "scale",
        "phases",
        "tracks",
        "stages",
        "beyond",
        "categories",
        "skills",
    }
