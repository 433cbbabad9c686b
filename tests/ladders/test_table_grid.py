"""Any CSV that a spreadsheet writes is read; what cannot be read is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange.problems import MOST
from ladders.exchange.table_cells import COLUMNS, ROWS
from ladders.exchange.table_grid import read_grid
from tests.ladders.tables import HEAD, errors, ladder, texts

SAVE = "save the table as CSV UTF-8"
CONTROL = "the control character U+{} is not allowed"
TOO_LONG = "a cell is longer than 100,000 characters, or its quotes never end"
OR_SAY_SO = f"{SAVE}, or write encoding: windows-1252 in the map"


UNEXPLAINED = "the map does not say what this column is: name it, or list it under ignore"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_delimiters_line_ends_and_marks_are_recognised(delimiter: str, end: str, mark: str) -> None:
    rows = [["Skill", "One, or; two"], ["Aim", "Plans\n\nahead"], [], ["Care", 'Says "no"; kindly, \ttoo']]
    cells = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    text = mark + end.join(delimiter.join(row) for row in cells).replace("Plans\n\nahead", f"Plans{end}{end}ahead")
    assert texts(ladder(text)) == {
        "aim": {"one-or-two": "Plans\n\nahead"},
        "care": {"one-or-two": 'Says "no"; kindly, \ttoo'},
    }


@pytest.mark.parametrize(
    "text",
    [
        "=> on",
        "@sum",
        "-1",
        "a\u2028b",
        "👩‍🚀",
        "e\u0301",
        "a\tb",
        "x" * 4_000,
        "\u202eab",
        "no",
        "1.10",
        "'",
        "\ufeff",
    ],
)
def test_texts_stay_as_they_are(text: str) -> None:
    assert texts(ladder(f"Skill,One,Two\nAim,{text},x\n")) == {"aim": {"one": text, "two": "x"}}


def test_blanks_at_the_ends_and_blank_rows_and_columns_go() -> None:
    table = 'Skill , ,"Stage\n One",\n , ,\t,\n\n Aim ,," \n text \n ", \n,,,\n'
    assert texts(ladder(table)) == {"aim": {"stage-one": "text"}}


def test_windows_1252_is_read_where_the_map_says_so() -> None:
    data = "Skill,One\nCafé,“Ähnlich” – so\n".encode("cp1252")
    assert texts(ladder(data, f"{HEAD}encoding: windows-1252\n")) == {"cafe": {"one": "“Ähnlich” – so"}}
    assert errors(data) == [
        f'2: byte 0xE9 is not UTF-8 (in Windows-1252 it is "é"): {OR_SAY_SO}',
    ]
    assert errors(b"Skill,One\n\nAim,\x81\n", f"{HEAD}encoding: windows-1252\n") == [
        f"3: byte 0x81 is not Windows-1252: {SAVE}",
    ]


def test_a_delimiter_can_be_given() -> None:
    table = "Ability;One, two\nAim;x, y\n"
    assert errors(table) == ["1: the delimiter is not clear: give it in the map, one of comma, semicolon, tab"]
    given = f"{HEAD}columns: {{skill: Ability}}\ndelimiter: semicolon\n"
    assert texts(ladder(table, given)) == {"aim": {"one-two": "x, y"}}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["1: the file is empty"]),
        (b" , \n\n", ["1: the file is empty"]),
        (b"\xff\xfea\0\n\0\xd8", [f"2: half a character of UTF-16: {SAVE}"]),
        ("\ufeffa\n\nb".encode("utf-16-be") + b"\xd8\0\0a", [f"3: half a character of UTF-16: {SAVE}"]),
        ("\ufeffSkill,One\nA,\0".encode("utf-16-le"), [f"2: {CONTROL.format('0000')}"]),
        (b"PK\x03\x04 and more", [f"1: this is a workbook and not CSV: {SAVE}"]),
        (b"x" * 5_000_001, ["1: the file is larger than 5 MB"]),
        (b"Skill,One\n", ["1: there are no rows under the header"]),
        (b"Skill,One\nAim,\0\r\nB,\x1b", [f"2: {CONTROL.format('0000')}", f"3: {CONTROL.format('001B')}"]),
        (b'Skill,One\nA,x\nAim,"text\nmore\n', ["3: a text in quotes starts in this row and never ends"]),
        (b'Skill,One\n\nAim,"te"xt\n', ['3: inside a text in quotes, a quote must be written twice ("")']),
        (b'"Skill,One\nAim,text\n', ["1: a text in quotes starts in this row and never ends"]),
        (b"Skill,One\nAim," + b"x" * 200_000, [f"2: {TOO_LONG}"]),
        (b"Skill,One\nAim," + b"x" * 100_001, ["2: One: is longer than 100,000 characters"]),
        (b'Skill,One\n"A\nB"\nC,1\nD,1,2\n', ["5: has 3 cells, the header has 2"]),
        (b"Skill,One,,\nAim,x,,y\n", [f"1: Column 4: {UNEXPLAINED}"]),
        (b"Skill,One,one \nAim,x,y\n", ["1: one: columns 2 and 3 have the same name"]),
        (b"Skill," + b"x" * 201 + b"\nAim,x\n", ["1: the name of column 2 is longer than 200 characters"]),
        (b"Skill," + b"x," * COLUMNS + b"y\nA" + b"," * (COLUMNS + 1), [f"1: more than {COLUMNS:,} columns"]),
        (b"Skill,One\n" + b"Aim,x\n" * (ROWS + 1), [f"{ROWS + 2}: more than {ROWS:,} rows"]),
        (b"Skill,One\nAim,x\n" + b"\n" * (ROWS + 1), [f"{ROWS + 3}: more than {ROWS:,} blank rows"]),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(data: bytes, expected: list[str]) -> None:
    assert errors(data) == expected


def test_no_more_problems_than_anybody_reads() -> None:
    assert len(errors(b"Skill,One\n" + b"Aim,x,y\n" * 1000)) == MOST
    assert len(errors(b"Skill,One\n" + b"\xe9,x\n" * 1000)) == MOST
    assert len(errors(b"Skill,One\n" + b"\0,x\n" * 1000)) == MOST


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    grid, problems = read_grid(data)
    assert (grid is None) is bool(problems)
    assert {len(row.cells) for row in grid.rows} == {len(grid.header.cells)} if grid else problems
