"""Each rule about the shape of a file: the words, the line and the path of its error."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange import LadderFile, Problem, Reading, read
from ladders.exchange.fields import Cell
from ladders.exchange.problems import MOST
from ladders.needs import All, Miss, Points, Share
from tests.ladders.files import HEAD, SOUND, cases, errors, ladder

STAGE = HEAD + "stages:\n  - id: a\n    title: A\n"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_sound_files_have_neither_errors_nor_warnings(path: Path) -> None:
    reading = read(path.read_bytes(), source=path.name)
    assert (reading.errors, reading.warnings, reading.source) == ((), (), path.name)


def test_a_problem_is_shown_as_line_path_and_message() -> None:
    assert str(Problem(12, "stages[3].next[0]", "what is wrong")) == "12: stages[3].next[0]: what is wrong"
    assert str(Problem(1, "", "what is wrong")) == "1: what is wrong"


def test_a_broken_file_has_no_ladder() -> None:
    assert read(b"") == Reading(None, (Problem(1, "", "the file is empty"),), (), "")


def test_all_errors_at_once_in_the_order_of_lines() -> None:
    text = """\
    format: ladder/1
    titel: Ladder
    id: 1.10
    scale: [{level: 1, name: One}]
    stages:
      - {id: a, title: A, next: [bb]}
      - {id: b, title: B, title: C, no: on}
    skills:
      - {id: s, levels: {1: [], 2: Two.}}
    expects:
      s: {a: one, b: 3}
    """
    assert errors(dedent(text)) == [
        "1: title: is missing",
        '2: titel: unknown key "titel"; did you mean "title"?',
        '3: id: "1.10" is not an id: use letters, digits, "-" and "_", not starting with "x-"',
        '6: stages[0].next[0]: there is no stage "bb"',
        "7: stages[1].title: this key was already given on line 7",
        '7: stages[1].no: unknown key "no"',
        "9: skills[0].title: is missing",
        "9: skills[0].levels.1: is empty: describe it, or leave it out",
        "9: skills[0].levels.2: there is no level 2; the scale has 1",
        '11: expects.s.a: "one" is not a whole number; write a level such as 3, or (2) if it is only welcome',
        "11: expects.s.b: there is no level 3; the scale has 1",
    ]


@pytest.mark.parametrize(("text", "expected"), cases("wrong_shape.txt"))
def test_what_has_the_wrong_shape_is_told(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


def test_titles_are_short_and_texts_may_be_long() -> None:
    assert errors(STAGE + f"    rank: {'x' * 200}\n    text: {'x' * 100_000}\n") == []
    assert errors(STAGE + f"    rank: {'x' * 201}\n    text: {'x' * 100_001}\n") == [
        "7: stages[0].rank: must be one line of at most 200 characters",
        "8: stages[0].text: is longer than 100,000 characters",
    ]


@pytest.mark.parametrize(
    ("bad", "shown"),
    [
        ("1.10", "1.10"),
        ("a b", "a b"),
        ("-a", "-a"),
        ("x-a", "x-a"),
        ("a/b", "a/b"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2066b", "a\\u2066b"),
    ],
)
def test_an_id_is_a_slug_without_hidden_characters(bad: str, shown: str) -> None:
    assert errors(f"format: ladder/1\nid: {bad}\ntitle: L\nuses: x\n") == [
        f'2: id: "{shown}" is not an id: use letters, digits, "-" and "_", not starting with "x-"'
    ]


def test_an_id_is_composed_and_not_too_long() -> None:
    assert errors("format: ladder/1\nid: \uac00\ntitle: L\nuses: x\n") == []
    assert errors("format: ladder/1\nid: \u1100\u1161\ntitle: L\nuses: x\n") == [
        '2: id: "\u1100\u1161" is not an id: its letters are not composed (Unicode NFC)'
    ]
    assert errors(f"format: ladder/1\nid: {'a' * 101}\ntitle: L\nuses: x\n") == [
        "2: id: an id has at most 100 characters"
    ]


def test_numbers_and_switches_stay_what_was_written() -> None:
    found = ladder(HEAD + "version: 1.10\nlanguage: no\nlicense: 010\nsource: 2025-01-01\nuses: on\n")
    assert (found.version, found.language, found.license, found.source, found.uses) == (
        "1.10",
        "no",
        "010",
        "2025-01-01",
        "on",
    )


def test_texts_keep_every_character() -> None:
    text = "\u202e \u2028 \ufeff e\u0301 👩‍🚀"
    assert ladder(HEAD + f'uses: x\nsummary: "{text}"\n').summary == text


def test_rules_become_the_rules_that_decide() -> None:
    def rule(text: str) -> object:
        needs = ladder(HEAD + f"uses: x\nneeds: {text}\n").needs
        return needs and needs.needs

    assert rule("all") == All()
    assert rule("{share: 80}") == Share(80)
    assert rule("{points: 36}") == Points(36)
    assert rule("{miss: {skills: 2, by: 1}, above: 1}") == Miss(2, 1, 1)
    assert rule("") is None


def test_expectations_are_required_welcome_or_nothing() -> None:
    stages = "stages: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n"
    found = ladder(HEAD + "uses: x\n" + stages + "expects: {s: {a: 0, b: (2), c: 3}}\n")
    assert found.expects.rows["s"].rows == {"a": Cell(0), "b": Cell(2, required=False), "c": Cell(3)}


def test_next_leads_along_the_track_unless_given() -> None:
    text = """\
    stages:
      - {id: a, title: A, track: one}
      - {id: b, title: B, track: two}
      - {id: c, title: C, track: one, next: []}
      - {id: d, title: D, track: one}
      - {id: e, title: E, track: two}
    tracks: [{id: one, title: One}, {id: two, title: Two}]
    """
    found = ladder(HEAD + dedent(text))
    assert found.leads_on() == {"a": ("c",), "b": ("e",), "c": (), "d": (), "e": ()}
    assert [stage.next for stage in found.stages] == [None, None, (), None, None]


def test_a_file_with_too_many_rows_is_refused_without_looking_closer() -> None:
    rows = "".join(f"  - {{id: a{index}, title: A, next: [zz]}}\n" for index in range(301))
    assert errors(HEAD + "stages:\n" + rows) == ["4: stages: has 301 entries; at most 300 are allowed"]


def test_the_list_of_errors_ends_somewhere() -> None:
    assert len(errors(HEAD + "uses: x\n" + "".join(f"k{index}: v\n" for index in range(2 * MOST)))) == MOST


KEYS = st.sampled_from(["id", "title", "next", "levels", "at", "x-must", "text", "from", "facts", "signs"])
TREES = st.recursive(
    st.sampled_from(["a", "b", "3", "(2)", "", "all", "x-y", "1.10"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.just("1"), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(LadderFile.keys())), TREES, max_size=6))
def test_no_tree_makes_the_reader_stumble(tree: dict[str, object]) -> None:
    reading = read(str(tree).encode())
    assert (reading.ladder is None) == bool(reading.errors)
