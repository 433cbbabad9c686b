"""What is written reads back as the same ladder, and looks like a file that someone wrote by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange import LadderFile, read, write
from tests.ladders.files import DEFAULT, FOLDER, HEAD, SOUND, cases, ladder

EXAMPLES = [FOLDER / f"{name}.yaml" for name in ("matrix", "points", "text")]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_a_written_ladder_reads_back_equal(path: Path) -> None:
    before = ladder(path.read_bytes())
    again = read(write(before).encode())
    assert (again.errors, again.warnings, again.ladder) == ((), (), before)


@pytest.mark.parametrize("path", [DEFAULT, *EXAMPLES], ids=lambda path: path.name)
def test_other_yaml_readers_see_the_same_data(path: Path) -> None:
    assert yaml.safe_load(write(ladder(path.read_bytes()))) == yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize(("text", "problems"), cases("written.txt"))
def test_written_like_this(text: str, problems: list[str]) -> None:
    assert (write(ladder(text)), problems) == (text, [])


def test_descriptors_are_written_in_their_shortest_form() -> None:
    long = """\
skills:
  - id: s
    title: S
    at:
      a: {text: Only a text.}
      b: {signs: [{text: Only signs}, {text: More, id: m}]}
stages: [{id: a, title: A}, {id: b, title: B}]
"""
    short = """\
stages:
  - {id: a, title: A}
  - {id: b, title: B}

skills:
  - id: s
    title: S
    at:
      a: Only a text.
      b:
        - Only signs
        - {text: More, id: m}
"""
    assert write(ladder(HEAD + long)) == f"{HEAD}\n{short}"


SLUGS = st.sampled_from(["a", "b", "no", "on", "1", "1-10", "y", "null", "0x1", "größe", "long_id-2"])
CHARS = st.characters(blacklist_categories=["Cs", "Cc", "Cn"], max_codepoint=0x10FFEF) | st.sampled_from("\n\t\x85")
WORDS = st.sampled_from(
    ["no", "1.10", "010", "2025-01-01", "a: b", "- a", "#", "~", "{x}", "[", "'", '"', "\\", "---"]
)
TEXTS = st.one_of(WORDS, st.text(CHARS, min_size=1, max_size=30), st.text(" \n-:#'\"a", min_size=1, max_size=12))
TEXT = TEXTS.filter(lambda text: text.strip() != "")
TITLE = TEXT.filter(lambda text: "\n" not in text)
KEPT = st.recursive(
    st.integers(-999, 999) | st.booleans() | st.none() | st.text(CHARS, max_size=8) | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TITLE | st.integers(0, 9), inner, max_size=2),
    max_leaves=5,
)
ENTRIES = st.one_of(
    st.lists(TEXT, max_size=2),
    st.dictionaries(TITLE, TEXT, max_size=2),
    st.lists(st.fixed_dictionaries({"label": TITLE, "value": TEXT}), max_size=2),
    st.lists(st.fixed_dictionaries({"url": TEXT}, optional={"title": TITLE, "x-seen": KEPT}), max_size=2),
)
STATEMENT = TEXT | st.fixed_dictionaries(
    {"text": TEXT}, optional={"examples": st.lists(TEXT, max_size=2), "links": ENTRIES, "proof": TEXT}
)
DESCRIPTOR = st.one_of(
    TEXT,
    st.lists(STATEMENT, min_size=1, max_size=3),
    st.fixed_dictionaries({"text": TEXT}, optional={"name": TITLE, "signs": st.lists(STATEMENT), "x-a": KEPT}),
)


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, Any]:
    """A small file as data: sound, with every kind of text and with keys kept for their owner."""
    stages = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    skills = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    levels = st.sampled_from([0, 1, 2, "(1)", "(2)"])
    lines = st.lists(TEXT, max_size=2)
    stage = {"text": TEXT, "rank": TITLE, "does": lines, "facts": ENTRIES, "x-try": lines, "x-own": KEPT}
    skill = {
        "links": ENTRIES,
        "core": st.booleans(),
        "levels": st.dictionaries(st.sampled_from([1, 2]), DESCRIPTOR),
        "at": st.dictionaries(st.sampled_from(stages), DESCRIPTOR),
        "category": TITLE,
    }
    return {
        "format": "ladder/1",
        "id": draw(SLUGS),
        "title": draw(TITLE),
        "scale": [{"level": 1, "name": draw(TITLE)}, {"level": 2, "name": "Two", "partial": draw(st.booleans())}],
        "stages": [{"id": slug, "title": "T", **draw(st.fixed_dictionaries({}, optional=stage))} for slug in stages],
        "skills": [{"id": slug, "title": "T", **draw(st.fixed_dictionaries({}, optional=skill))} for slug in skills],
        "expects": {slug: {stage: draw(levels) for stage in stages} for slug in skills},
        "x-ways-in": draw(ways_in(stages, skills)),
        "beyond": draw(beyond(stages, skills)),
        "x-own": draw(KEPT),
    }


def some(slugs: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(slugs), max_size=2, unique=True)


def ways_in(stages: list[str], skills: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Ways into a ladder with these stages and skills (their ids)."""
    skill = st.sampled_from(skills)
    lines = st.lists(TEXT, max_size=2)
    brought = st.fixed_dictionaries(
        {"skill": skill}, optional={"level": st.integers(1, 2), "text": TEXT, "x-a": KEPT}
    )
    lack = st.fixed_dictionaries({"text": TEXT}, optional={"skill": skill, "try": lines, "x-a": KEPT})
    more = {
        "text": TEXT,
        "to": some(stages),
        "brings": st.lists(brought, max_size=2, unique_by=lambda one: str(one["skill"])),
        "lacks": st.lists(lack, max_size=2),
        "x-own": KEPT,
    }
    way = st.fixed_dictionaries({"id": SLUGS, "title": TITLE}, optional=more)
    return st.lists(way, max_size=2, unique_by=lambda one: str(one["id"]))


def beyond(stages: list[str], skills: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """At most one place beyond a ladder with these stages and skills (their ids)."""
    lines = st.lists(TEXT, max_size=2)
    more = {"text": TEXT, "from": some(stages), "x-focus": some(skills), "x-try": lines, "x-own": KEPT}
    return st.lists(st.fixed_dictionaries({"id": SLUGS, "title": TITLE}, optional=more), max_size=1)


@given(ladders())
def test_nothing_is_lost_on_the_way(data: dict[str, Any]) -> None:
    before = LadderFile.model_validate(data)
    text = write(before)
    after = ladder(text)
    assert (after, write(after)) == (before, text)
