"""What a table probably is: a first map that its keeper corrects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange.table_guess import Guess, guess
from tests.ladders.corpus import engineering_in_numbers, government, table
from tests.ladders.sheets import PLAIN, titles_totals_and_merged_cells


def guessed(data: str | bytes, heading: str = "") -> Guess:
    found, problems = guess(data.encode() if isinstance(data, str) else data, heading=heading)
    assert problems == []
    assert found is not None
    return found


def test_a_long_table() -> None:
    found = guessed(government().data.replace(b"Level description", b"What it means"))
    assert (found.kind, found.encoding, found.grid.delimiter) == ("long", "", "comma")
    assert found.meanings == ("", "stage", "skill", "level", "level-text", "stage-text")
    assert found.levels == ("Awareness", "Working", "Practitioner", "Expert")
    assert found.values(1) == ("Associate", "Head", "Junior", "Lead", "Senior")
    assert (found.column("level"), found.column("category")) == (3, None)


def test_a_matrix_of_numbers() -> None:
    found = guessed(engineering_in_numbers().data)
    assert (found.kind, found.levels) == ("wide", ("1", "2", "3"))
    assert found.meanings == ("category", "skill", "description", "stages", "stages", "stages", "stages", "")


def test_a_matrix_of_texts() -> None:
    found = guessed(table(PLAIN, ";"))
    assert (found.kind, found.grid.delimiter, found.meanings) == ("wide", "semicolon", ("skill", "stages", "stages"))
    assert found.levels == ()


def test_a_matrix_of_names() -> None:
    rows = "".join(f"s{n},{'basic' if n % 2 else '(full)'},full\n" for n in range(6))
    assert guessed(f"Skill,One,Two\n{rows}").levels == ("full", "basic")


@pytest.mark.parametrize(
    ("cells", "levels"),
    [
        ("3 - Leads,1 - Learns,2 - Owns", ("1 - Learns", "2 - Owns", "3 - Leads")),
        ("L2,L10,L1", ("L1", "L2", "L10")),
        ("Expert,awareness,Working", ("awareness", "Working", "Expert")),
        ("2.0,1.0,3,00", ("1", "2", "3")),
        ("x,X,x", ("x",)),
        ("High,Odd,Low", ("High", "Odd", "Low")),
    ],
)
def test_levels_stand_in_the_order_that_their_numbers_or_words_have(cells: str, levels: tuple[str, ...]) -> None:
    row = "\t".join(cells.split(",", 2))
    assert guessed("Skill\tA\tB\tC\n" + "".join(f"s{n}\t{row}\n" for n in range(4))).levels == levels


def test_rows_without_a_skill_belong_to_the_one_above() -> None:
    found = guessed("Category,Skill,A\nWork,Aim,x\n,,y\n,Care,z\nLife,Rest,w\n")
    assert (found.merged, found.statements, found.levels) == ((0, 1), True, ())
    assert guessed("Skill,A\nAim,x\nCare,y\n").statements is False


def test_a_level_column_is_the_stage_where_nothing_else_is() -> None:
    found = guessed("Area,Competency,Level,Description\nA,Aim,E1,x\nA,Aim,E1,y\nA,Aim,E2,z\nA,Care,E1,w\n")
    assert (found.kind, found.meanings) == ("long", ("category", "skill", "stage", "text"))
    assert found.statements is True


def test_a_description_that_is_the_same_at_every_stage_is_one() -> None:
    found = guessed("Skill,Stage,Description,Level\nAim,E1,x,1\nAim,E2,x,2\nCare,E1,y,1\n")
    assert (found.meanings, found.statements) == (("skill", "stage", "description", "level"), False)


def test_columns_without_a_name_are_called_by_their_number() -> None:
    found = guessed(",category,skill,junior\n0,A,Aim,1.0\n1,A,Care,2.0\n")
    assert found.grid.header.cells == ("Column 1", "category", "skill", "junior")
    assert (found.meanings, found.levels) == (("", "category", "skill", "stages"), ("1", "2"))
    groups = guessed(",Skill,One\nWork,Aim,x\n,Care,y\nLife,Rest,z\n")
    assert (groups.meanings, groups.merged) == (("category", "skill", "stages"), (0,))


def test_the_delimiter_of_the_header_counts_and_not_that_of_long_titles() -> None:
    found = guessed("Our ladder, for all, in one, table, of May\nSkill;One;Two\nAim;x, y;z\n")
    assert (found.grid.delimiter, found.grid.header.cells) == ("semicolon", ("Skill", "One", "Two"))


def test_skills_are_found_where_no_header_says_so() -> None:
    assert guessed("カテゴリ,スキル,初級\n技術,設計,書く\n技術,試験,読む\n").meanings == (
        "category",
        "skill",
        "stages",
    )
    assert guessed("Dimension,Junior\nImpact,x\nScope,x\n").meanings == ("skill", "stages")
    assert guessed("Level,Pillar,Sub-pillar,Behavior\nE1,A,Aim,x\nE1,A,Aim,z\nE2,A,Aim,y\n").meanings == (
        "stage",
        "category",
        "skill",
        "text",
    )


def test_a_broken_character_does_not_make_it_another_encoding() -> None:
    assert guess("Skill,One\nGröße,über\n".encode() + b"\xe2\x82,x\n")[0] is None
    assert guessed("Skill,One\nGröße,»weiß«\n".encode("cp1252")).encoding == "windows-1252"


@pytest.mark.parametrize("heading", ["", "Skill"])
def test_the_header_under_titles(heading: str) -> None:
    found = guessed(titles_totals_and_merged_cells().data, heading)
    assert (found.grid.header.line, found.meanings) == (3, ("category", "skill", "", "stages", "stages"))
    assert (found.levels, found.empty, found.without, found.merged) == (("1", "2"), ("–", "n/a"), ("Total",), (0,))


def test_a_heading_that_is_like_no_other() -> None:
    sheet = "Our ladder,,\n,,\nWas,Eins,Zwei\nRuhe,a,b\n"
    assert guessed(sheet).grid.header.cells == ("Was", "Eins", "Zwei")
    assert guessed(sheet.replace("Our ladder,,", "Our ladder,May,7")).grid.header.line == 1
    assert guessed(sheet, "was").grid.header.cells == ("Was", "Eins", "Zwei")


def test_encodings() -> None:
    assert guessed(table(PLAIN).encode("cp1252")).encoding == "windows-1252"
    assert guessed(table(PLAIN, "\t").encode("utf-16")).encoding == ""
    found, problems = guess(b"Skill,One\nA,\x81\n")
    assert (found, len(problems)) == (None, 1)


@given(st.binary(max_size=200) | st.text(alphabet="Skil,One\n12;()\t", max_size=80).map(str.encode))
def test_any_bytes_are_guessed_or_refused(data: bytes) -> None:
    found, problems = guess(data)
    assert (found is None) is bool(problems)
    assert found is None or len(found.meanings) == len(found.grid.header.cells)
