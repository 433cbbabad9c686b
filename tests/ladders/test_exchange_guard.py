"""Nothing hostile or ambiguous gets through the YAML guard, and each refusal names the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange.problems import MOST, Problem
from ladders.exchange.yaml_guard import BYTES, DEPTH, NODES, Plain, guard


def told(data: bytes) -> list[str]:
    return [str(problem) for problem in guard(data).problems]


def test_every_scalar_is_a_string_with_its_line() -> None:
    document = guard(b'no: on\n1.10: 2025-01-01\nlist:\n  - 010\n  - "12:30:45"\nempty:\n')
    assert document.tree == {
        "no": "on",
        "1.10": "2025-01-01",
        "list": ["010", "12:30:45"],
        "empty": "",
    }
    assert document.lines == {
        (): 1,
        ("no",): 1,
        ("1.10",): 2,
        ("list",): 3,
        ("list", 0): 4,
        ("list", 1): 5,
        ("empty",): 6,
    }
    assert document.problems == ()


def test_plain_and_quoted_scalars_can_be_told_apart() -> None:
    tree = guard(b"a: 1\nb: '1'\nc: \"1\"\nd: |\n  1\n").tree
    assert tree is not None
    assert {key: isinstance(value, Plain) for key, value in tree.items()} == {
        "a": True,
        "b": False,
        "c": False,
        "d": False,
    }


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert guard(b"\xef\xbb\xbfa: b").tree == {"a": "b"}


def test_unusual_line_separators_stay_in_the_text() -> None:
    assert guard("a: b\u2028c \u2029 d\x85e\nf: g".encode()).tree == {"a": "b\u2028c \u2029 d\x85e", "f": "g"}
    assert guard("a: b\U0010fff1c".encode()).problems == (
        Problem(1, "", "the control character U+10FFF1 is not allowed"),
    )


def test_windows_line_ends_count_as_lines() -> None:
    assert guard(b"a: b\r\nc: d\r\n").lines == {(): 1, ("a",): 1, ("c",): 2}


ALIAS_BOMB = b"a: &a [x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c]\n" % (name, name, name - 1, name - 1) for name in range(ord("b"), ord("d"))
)
MERGE_BOMB = b"a: &a {k: v}\nb: &b\n  <<: [*a, *a]\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["1: the file is empty"]),
        (b"# only a comment\n", ["1: the file is empty"]),
        (b"- a\n", ["1: must be a mapping that starts with format: ladder/1"]),
        (b"just words", ["1: must be a mapping that starts with format: ladder/1"]),
        (b"a: b\nc: \x00\n", ["2: the control character U+0000 is not allowed"]),
        (b"a: b\nc: \x1b[31m\nd: \x07", [
            "2: the control character U+001B is not allowed",
            "3: the control character U+0007 is not allowed",
        ]),
        (b'a: "\\0"', ["1: a: the control character U+0000 is not allowed"]),
        ("a: Zoë\nb: c\nc: é".encode("cp1252"), [
            '1: byte 0xEB is not UTF-8 (in Windows-1252 it is "ë"): save the file as UTF-8',
            '3: byte 0xE9 is not UTF-8 (in Windows-1252 it is "é"): save the file as UTF-8',
        ]),
        (b"a: \xff", ['1: byte 0xFF is not UTF-8 (in Windows-1252 it is "ÿ"): save the file as UTF-8']),
        (b"a: \x81", ["1: byte 0x81 is not UTF-8: save the file as UTF-8"]),
        ("a: b".encode("utf-16"), ["1: this is UTF-16: save the file as UTF-8"]),
        (b"a: 1\n---\nb: 2\n", ["2: a second document starts here (---): keep one ladder in a file"]),
        (b"a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", [
            "4: b.c: this key was already given on line 3",
            "5: a: this key was already given on line 1",
        ]),
        (b"a: !!python/object:os.system x\nb: !mine y\n", [
            "1: a: tags (!!python/object:os.system) are not allowed: leave it out",
            "2: b: tags (!mine) are not allowed: leave it out",
        ]),
        (b"? [a, b]\n: c\n", ["1: a key must be a plain word, not a list or a mapping"]),
        (b"title: {{ name }}\n", ["1: title: a key must be a plain word, not a list or a mapping"]),
        (ALIAS_BOMB, [
            "1: a: anchors (&a) are not allowed: leave it out",
            "2: b: anchors (&b) are not allowed: leave it out",
            "2: b[0]: aliases (*a) are not allowed: write the value again",
            "2: b[1]: aliases (*a) are not allowed: write the value again",
            "3: c: anchors (&c) are not allowed: leave it out",
            "3: c[0]: aliases (*b) are not allowed: write the value again",
            "3: c[1]: aliases (*b) are not allowed: write the value again",
        ]),
        (MERGE_BOMB, [
            "1: a: anchors (&a) are not allowed: leave it out",
            "2: b: anchors (&b) are not allowed: leave it out",
            "3: b.<<[0]: aliases (*a) are not allowed: write the value again",
            "3: b.<<[1]: aliases (*a) are not allowed: write the value again",
        ]),
    ],
)  # fmt: skip
def test_refused_with_a_line(data: bytes, expected: list[str]) -> None:
    assert told(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: b: c\n", '1: not valid YAML: a text with ": " in it must stand in quotes, or the indentation is off'),
        (b"a: 1\nb: 'open\n\n", "2: not valid YAML: a text in quotes starts here and never ends"),
        (b"a: 1\nb: [c,\n", "3: not valid YAML: a value is missing, or a list [ or mapping { is not closed"),
        (b"a: 1\nb: [c\n", "2: not valid YAML: a list starts with [ here and is not closed with ]"),
        (b"a: 1\nb: {c: d\n", "2: not valid YAML: a mapping starts with { here and is not closed with }"),
        (b"a: @b\n", "1: not valid YAML: a text that starts with this character must stand in quotes"),
        (b'a: "\\q"\n', "1: not valid YAML: a backslash in double quotes must be written twice"),
        (b"a:\n  - b\n c: d\n", "3: not valid YAML: the indentation does not fit the lines above"),
        (b"- a\nb: c\n", "2: not valid YAML: the indentation does not fit the lines above"),
        (b"a: !x!y z\n", "1: not valid YAML: tags (!\u2026) are not allowed"),
    ],
)  # fmt: skip
def test_broken_yaml_is_explained(data: bytes, expected: str) -> None:
    assert told(data) == [expected]


def test_all_lines_indented_with_tabs_are_named() -> None:
    assert told(b"a:\n\tb: c\nd: e\n  \tf: g\n") == [
        "2: indented with a tab: use spaces",
        "4: indented with a tab: use spaces",
    ]


def test_a_tab_inside_a_text_is_a_character_like_any_other() -> None:
    assert guard(b"a: |\n  x\n  \tcode\nb: 'x\ty'\n").tree == {"a": "x\n\tcode\n", "b": "x\ty"}


@pytest.mark.parametrize("start", [b"[", b"- ", b"{a: ", b"[a: "])
def test_400_kilobytes_of_openings_are_refused(start: bytes) -> None:
    problems = told(b"a:\n " + start * (400_000 // len(start)))
    assert problems == ["2: a: more than 20 levels of lists and mappings inside each other"]


@pytest.mark.parametrize("start", [b"{", b"[{", b"? "])
def test_400_kilobytes_of_keys_in_keys_are_refused(start: bytes) -> None:
    problems = told(b"a:\n " + start * (400_000 // len(start)))
    assert [problem.rpartition(": ")[2] for problem in problems] == [
        "a key must be a plain word, not a list or a mapping"
    ]


def test_as_deep_as_allowed() -> None:
    inside = DEPTH - 1
    assert told(b"a: " + b"[" * inside + b"]" * inside) == []


def test_size_is_checked_before_anything_else() -> None:
    assert told(b"\xff" * 9_000_000) == ["1: the file is larger than 1 MB"]
    assert told(b"a: " + b"b" * (BYTES - 3)) == []


def test_the_number_of_values_is_limited() -> None:
    assert told(b"a:\n- b\n- [" + b"c," * NODES + b"]") == ["3: more than 120,000 values in one file"]


def test_not_more_problems_are_kept_than_anyone_reads() -> None:
    many = b"a: [" + b"*b," * (3 * MOST) + b"]"
    assert told(many) == [
        f"1: a[{index}]: aliases (*b) are not allowed: write the value again" for index in range(MOST)
    ]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    document = guard(data)
    assert (document.tree is None) <= bool(document.problems)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`?#,~ \n\t1\u2028\ufeff", max_size=60))
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    document = guard(text.encode())
    assert (document.tree is None) <= bool(document.problems)
