"""Wide tables: a row for each skill, a column for each stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange import read, write
from ladders.exchange.problems import MOST
from ladders.exchange.table_draft import FORMULA
from tests.ladders.tables import HEAD, MATRIX, errors, ladder, levels, reading, texts

TABLE = """\
Category,Skill,Description,PM,Senior PM
Work,Aim,Where to go,Knows it,"- Sets it
- Says it"
,Care,,,Asks
Ways,Frankness,,From day one,
"""


def test_a_ladder_of_texts() -> None:
    found = ladder(TABLE)
    assert [(stage.id, stage.title) for stage in found.stages] == [("pm", "PM"), ("senior-pm", "Senior PM")]
    assert [(one.id, one.title) for one in found.categories] == [("work", "Work"), ("ways", "Ways")]
    assert [(one.id, one.title, one.category, one.text) for one in found.skills] == [
        ("aim", "Aim", "work", "Where to go"),
        ("care", "Care", "", ""),
        ("frankness", "Frankness", "ways", ""),
    ]
    assert texts(found) == {
        "aim": {"pm": "Knows it", "senior-pm": "- Sets it\n- Says it"},
        "care": {"senior-pm": "Asks"},
        "frankness": {"pm": "From day one"},
    }
    assert (found.scale, levels(found)) == ((), {})
    assert reading(TABLE).warnings == ()


def test_a_matrix() -> None:
    table = "Skill,One,Two,Three\nAim,1,(2),\nCare,learning,( Owning ),LEADING\nRest,0,,\n"
    found = ladder(table, MATRIX)
    assert [(one.level, one.name) for one in found.scale] == [(1, "Learning"), (2, "Owning"), (3, "Leading")]
    assert levels(found) == {
        "aim": {"one": "1", "two": "(2)"},
        "care": {"one": "1", "two": "(2)", "three": "3"},
        "rest": {"one": "0"},
    }
    assert texts(found) == {"aim": {}, "care": {}, "rest": {}}


def test_the_order_of_the_stages_is_that_of_the_map() -> None:
    found = ladder(TABLE, f"{HEAD}stages: [Senior PM, pm]\n")
    assert [stage.title for stage in found.stages] == ["Senior PM", "pm"]
    assert list(texts(found)["aim"]) == ["senior-pm", "pm"]


def test_what_is_not_rated_has_texts_in_a_matrix_too() -> None:
    table = "Category,Skill,One,Two\nWork,Aim,1,2\nPay,Band,4 to 5,\nWork,Years,none,(3)\n"
    given = f"{MATRIX}categories: [{{title: Pay, rated: false}}]\nskills: [{{title: years, rated: no}}]\n"
    found = ladder(table, given)
    assert levels(found) == {"aim": {"one": "1", "two": "2"}}
    assert texts(found) == {"aim": {}, "band": {"one": "4 to 5"}, "years": {"one": "none", "two": "(3)"}}
    assert [one.rated for one in found.categories] == [False, True]
    assert [(one.title, one.category, one.rated) for one in found.skills] == [
        ("Aim", "work", True),
        ("Band", "pay", True),
        ("years", "work", False),
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("4", "there is no level 4; the scale has 1, 2, 3"),
        ("(4)", "there is no level 4; the scale has 1, 2, 3"),
        (
            "(0)",
            "(0) says nothing: a welcome level starts at 1",
        ),
        ("-1", "-1 is out of range: use 0 to 100,000; write a level such as 3, or (2) if it is only welcome"),
        ("2.5", '"2.5" is no level of the scale'),
        ("2 - Leading", '"2 - Leading" is no level of the scale; did you mean "leading"?'),
        ("L7", '"L7" is no level of the scale'),
        ("2?", '"2?" is no level of the scale'),
        ("=1+1", '"=1+1" is a formula: save the table with what it comes to'),
        ("Ownning", '"Ownning" is no level of the scale; did you mean "owning"?'),
        ("((2))", '"((2))" is no level of the scale'),
        ("()", '"" is no level of the scale'),
    ],
)
def test_a_cell_that_is_no_level(cell: str, said: str) -> None:
    assert errors(f"Skill,One,Two\nAim,1,2\nCare,,{cell}\n", MATRIX) == [f"3: Two: {said}"]


@pytest.mark.parametrize(
    "cell", ["2", "2.0", "2,00", "L2", "Level 2", "2 - Owning", "2: owning", "2. Owning", "Owning", "L2 – OWNING"]
)
def test_a_level_with_its_number_its_name_or_both(cell: str) -> None:
    table = f'Skill,One,Two\nAim,"{cell}","({cell})"\n'
    assert levels(ladder(table, MATRIX)) == {"aim": {"one": "2", "two": "(2)"}}


def test_a_name_of_the_scale_comes_before_a_number_in_it() -> None:
    given = f"{HEAD}scale: [L3, L2, L1]\n"
    assert levels(ladder("Skill,One,Two\nAim,L3,1\n", given)) == {"aim": {"one": "1", "two": "1"}}


def test_several_rows_of_one_skill_are_statements_where_the_map_says_so() -> None:
    table = (
        "Skill,Category,One,Two\nAim,Work,Plans,\nCare,Work,Asks,Listens\n,,Says so,Leads\nCare,Work,Asks,Listens\n"
    )
    given = f"{HEAD}merged: [Skill, Category]\nstatements: true\n"
    found = reading(table, given)
    assert [str(problem) for problem in found.warnings] == ["5: says the same as line 3 and is left out"]
    said = {
        skill.id: {stage: [sign.text for sign in at.signs] for stage, at in skill.at.rows.items()}
        for skill in ladder(table, given).skills
    }
    assert said == {"aim": {"one": ["Plans"]}, "care": {"one": ["Asks", "Says so"], "two": ["Listens", "Leads"]}}


def test_a_row_that_may_be_a_heading() -> None:
    found = reading("Skill,Description,One\nTechnical,,\nAim,,x\nCare,Ask,\n", HEAD)
    assert [str(problem) for problem in found.warnings] == [
        '2: Skill: "Technical" says nothing about any stage; if it is a heading, list it under without'
    ]
    assert reading("Category,Skill,One\nWork,Aim,\nWork,Care,x\n", HEAD).warnings == ()


def test_a_level_stands_once_also_where_rows_are_statements() -> None:
    given = f"{MATRIX}statements: true\n"
    assert errors("Skill,One\nAim,1\nAim,2\n", given) == [
        '3: Skill: "Aim" stands on line 2 already, with other words'
    ]


def test_rows_that_stand_twice() -> None:
    table = "Skill,Category,One,Notes\nAim,Work,x,a\nCare,Work,y,\naim,WORK,x,b\nAim,Work,x,c\nAim,Ways,z,\n"
    found = reading(table, f"{HEAD}ignore: Notes\n")
    assert [str(problem) for problem in found.warnings] == [
        "4: says the same as line 2 and is left out",
        "5: says the same as line 2 and is left out",
    ]
    assert errors(table.replace("Aim,Work,x,c", "Aim,Work,other,c"), f"{HEAD}ignore: Notes\n") == [
        (
            '5: Skill: "Aim" stands on line 2 already, with other words; '
            "if each row is a statement, write statements: true in the map"
        )
    ]


def test_rows_without_a_skill() -> None:
    assert errors("Category,Skill,One\nWork,,\nWork,Aim,x\n,,y\n") == [
        "2: Skill: is empty: every row names a skill",
        "4: Skill: is empty: every row names a skill",
    ]


def test_skills_of_one_name_in_two_categories_are_two() -> None:
    table = "Category,Skill,One\nWork,Aim,x\nWays,Aim,y\nWork,Aïm,z\n"
    assert texts(ladder(table)) == {"aim": {"one": "x"}, "aim-2": {"one": "y"}, "aim-3": {"one": "z"}}


def test_warnings_name_lines_and_columns() -> None:
    found = reading("Skill,One,Two\nAim,2,1\nCare,1,1\n", MATRIX)
    assert [str(problem) for problem in found.warnings] == [
        '2: Two: drops from 2 at "one" to 1',
        '2: Skill: no level of "aim" is described',
        '3: Skill: no level of "care" is described',
    ]
    found = reading("Skill,One,Two\nAim,x,\nCare,,x\n")
    assert [str(problem) for problem in found.warnings] == ["3: Two: has the same text as line 2, One"]
    found = reading("Skill,One,Two\nAim,x,\n")
    assert [str(problem) for problem in found.warnings] == ['1: Two: "two" is empty: nothing is said about it']


def test_all_errors_at_once() -> None:
    table = f"Skill,One,{'t' * 200}\nAim,9,x\n,1,1\n{'a' * 201},1,2\n"
    assert errors(table, f"{MATRIX}language: english!\n") == [
        "map.yaml:4: language: must be a language code such as en or pt-BR",
        f'2: {"t" * 59}…: "x" is no level of the scale',
        "2: One: there is no level 9; the scale has 1, 2, 3",
        "3: Skill: is empty: every row names a skill",
        "4: Skill: must be one line of at most 200 characters",
    ]


def test_what_is_too_large_is_refused() -> None:
    header = "Skill," + ",".join(f"s{n}" for n in range(301))
    assert errors(f"{header}\nAim{',x' * 301}\n") == [
        "1: has 301 columns that would be stages; at most 300 are allowed"
    ]
    rows = "".join(f"k{n},x{n}\n" for n in range(2001))
    assert errors(f"Skill,One\n{rows}") == ["2002: Skill: more than 2,000 skills"]
    full = "".join(f"k{n}{',1' * 300}\n" for n in range(400))
    header = "Skill," + ",".join(f"s{n}" for n in range(300))
    assert errors(f"{header}\n{full}", MATRIX) == ["1: more than 60,000 filled cells"]
    long = "".join(f"k{n},{'x' * 90_000}\n" for n in range(12))
    assert errors(f"Skill,One\n{long}") == [
        "1: the ladder is too large: as a ladder file it would have more than 1 MB"
    ]
    wrong = "".join(f"k{n},9\n" for n in range(1000))
    assert len(errors(f"Skill,One\n{wrong}", MATRIX)) == MOST


def test_a_large_ladder_fits_into_a_file_that_can_be_read() -> None:
    awkward = '"\\\t\u2028: #' * 300
    cell = awkward.replace('"', '""')
    table = "Skill,One,Two\n" + "".join(f'k{n},"{cell}{n}","{n}{cell}"\n' for n in range(110))
    found = ladder(table)
    again = read(write(found).encode())
    assert (again.errors, again.ladder) == ((), found)


CHARS = st.characters(blacklist_categories=["Cs", "Cc", "Cn"], max_codepoint=0x10FFEF) | st.sampled_from('\n\t";,')
TEXT = st.text(CHARS, max_size=12).filter(lambda text: not FORMULA.match(text.strip()))
NAME = TEXT.filter(lambda text: text.strip() != "")
LEVEL = st.sampled_from(["", "0", "1", "3", "(2)", "owning", "(Leading)"])


def quoted(cells: list[str]) -> str:
    return ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells)


@st.composite
def tables(draw: st.DrawFn, cell: st.SearchStrategy[str]) -> str:
    """A small sound table: stages and skills with names of their own, however odd."""
    stages = [f"{name} s{place}" for place, name in enumerate(draw(st.lists(NAME, min_size=1, max_size=3)))]
    skills = [f"{name} k{place}" for place, name in enumerate(draw(st.lists(NAME, min_size=1, max_size=4)))]
    rows = [
        [draw(TEXT), skill, draw(TEXT), *draw(st.lists(cell, min_size=len(stages), max_size=len(stages)))]
        for skill in skills
    ]
    return "\n".join(map(quoted, [["Category", "Skill", "Description", *stages], *rows]))


@given(tables(st.just("") | TEXT.map(lambda text: f"{text}.")))
def test_texts_survive_the_way_into_a_file_and_back(table: str) -> None:
    found = ladder(table, f"{HEAD}delimiter: comma\n")
    assert read(write(found).encode()).ladder == found


@given(tables(LEVEL))
def test_levels_survive_the_way_into_a_file_and_back(table: str) -> None:
    found = ladder(table, f"{MATRIX}delimiter: comma\n")
    assert read(write(found).encode()).ladder == found
