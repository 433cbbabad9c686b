"""A table of people: what it says, and every way in which it can be wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors.bringing import Brought, Row, checked, members, packed, twice, unpacked
from mentors.contents import Ring
from mentors.tables import EXAMPLE, read_table

TODAY = date(2026, 6, 15)


def wrong(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.words) for one in checked(read_table(text), TODAY).problems]


def test_the_example_on_the_page() -> None:
    (ines,) = members(read_table(EXAMPLE).rows, Ring.WIDER, TODAY)
    assert (ines.name, ines.title, ines.email, ines.why, ines.ring) == (
        "Ines Duarte",
        "VP Product",
        "ines@example.org",
        "Strategy",
        Ring.BOARD,
    )


@pytest.mark.parametrize("text", ["Name;E-Mail\nZoë 🦉;z@x.org", "\tNAME\tmail\n\tZoë 🦉\tz@x.org\n\n"])
def test_separators_and_names_of_columns(text: str) -> None:
    assert [row.cells for row in read_table(text).rows] == [{"name": "Zoë 🦉", "email": "z@x.org"}]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = 'name,why\r\n"أحمد","one\r\ntwo"\r\n\r\n,nobody\r\n'
    assert wrong(text) == [(5, "There is no name.")]


def test_columns_that_mean_nothing_are_said() -> None:
    assert read_table("name,shoe size\nZoë,38").unread == ("shoe size",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "The first line names the columns; one of them is “name”."),
        ("who\nZoë", 1, "The first line names the columns; one of them is “name”."),
        ("name", 1, "Nobody is in this file."),
        ('name\n"Zoë', 1, "This is no table: save it as CSV."),
        ("name\nZoë,1", 2, "There are more cells than columns."),
        ("name\n=1+1", 2, "A cell begins like a formula: =1+1"),
        ("name,why\nZoë,@SUM(A1)", 2, "A cell begins like a formula: @SUM(A1)"),
        ("name,phone\nZoë,+43 1;calc", 2, "A cell begins like a formula: +43 1;calc"),
        ("name\n" + "a" * 201, 2, "“name” is longer than 200 characters."),
        ("name\na\x00b", 2, "There is a character that no text has (NUL)."),
        ("name,email\nZoë,nowhere", 2, "This is no mail address."),
        ("name,link\nZoë,javascript:alert(1)", 2, "This is no link that begins with http or https."),
        ("name,ring\nZoë,throne", 2, "The ring is “board”, “peers” or “wider”."),
        ("name,met on\nZoë,4 June", 2, "Write the day like 2026-06-04."),
        ("name,met on\nZoë,1949-12-31", 2, "The day you met lies between 1950 and today."),
        ("name,met on\nZoë,2026-06-16", 2, "The day you met lies between 1950 and today."),
        ("name\n" + "Zoë\n" * 501, 502, "At most 500 people at once."),
        (
            "name,why\n" + f"Zoë,{'ü' * 19_000}\n" * 40,
            1,
            "All texts together are too long. Bring fewer people at once.",
        ),
    ],
)
def test_what_is_wrong(text: str, line: int, words: str) -> None:
    assert (line, words) in wrong(text)


def test_a_phone_number_is_no_formula() -> None:
    assert wrong("name,phone\nZoë,+43 (1) 23-4") == []


def test_names_that_are_there_twice() -> None:
    rows = read_table("name\nInes  duarte\nZoë\nzoë\nBo").rows
    assert twice(rows, ["Ines Duarte"]) == ["Ines  duarte", "zoë"]


@given(st.lists(st.dictionaries(st.sampled_from(["name", "why"]), st.text(st.characters(codec="utf-8")))))
def test_what_the_page_keeps_comes_back(cells: list[dict[str, str]]) -> None:
    rows = tuple(Row(number, one) for number, one in enumerate(cells))
    assert unpacked(packed(rows)) == Brought(rows)


@pytest.mark.parametrize("text", ["", "{}x", "[1]", "null", '[["a", {}]]', "[[1, 2]]", "[" * 100_000])
def test_what_the_page_did_not_write(text: str) -> None:
    assert len(unpacked(text).problems) == 1


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert checked(read_table(f"name\n{text}"), TODAY) is not None
    assert read_table(text) is not None
