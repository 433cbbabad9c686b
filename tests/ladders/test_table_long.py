"""Long tables: a row for each stage and skill, in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ladders.tables import HEAD, LONG, errors, ladder, levels, reading, texts

TABLE = """\
Stage,Stage text,Category,Skill,Description,Level,Level text,Text
One,The first.,Work,Aim,Where to go,Learning,Knows it,Asks for it
Two,The second.,Work,Aim,Where to go,(leading),Sets it,
Two,,Ways,Care,,2,Asks,Asks early
"""
STATEMENTS = "if each row is a statement, write statements: true in the map"
AT_THE_STAGE = "if it is about the stage, name the column under text"
STAGES = f"{HEAD}stages: [One, Two]\n"


def test_levels_and_texts() -> None:
    found = ladder(TABLE, LONG, "long")
    assert [(stage.id, stage.text) for stage in found.stages] == [("one", "The first."), ("two", "The second.")]
    assert levels(found) == {"aim": {"one": "1", "two": "(3)"}, "care": {"two": "2"}}
    assert texts(found) == {"aim": {"one": "Asks for it"}, "care": {"two": "Asks early"}}
    assert [{level: told.text for level, told in skill.levels.rows.items()} for skill in found.skills] == [
        {1: "Knows it", 3: "Sets it"},
        {2: "Asks"},
    ]
    assert [(one.id, one.title, one.text) for one in found.skills] == [
        ("aim", "Aim", "Where to go"),
        ("care", "Care", ""),
    ]


def test_a_ladder_of_texts() -> None:
    table = "Stage,Skill,Text\nTwo,Aim,Sets it\nOne,Aim,Knows it\nTwo,Care,Asks\n"
    found = ladder(table, STAGES, "long")
    assert (levels(found), texts(found)) == (
        {},
        {"aim": {"one": "Knows it", "two": "Sets it"}, "care": {"two": "Asks"}},
    )
    assert list(texts(found)["aim"]) == ["one", "two"]


def test_columns_under_other_names_and_only_some_rows() -> None:
    table = (
        "Job,Role level,Ability,Grade,What\nPM,A,Aim,Owning,x\nUX,A,Aim,Leading,y\nPM,B,Aim,Leading,z\nQA,C,Q,9,\n"
    )
    given = f"""\
{HEAD}columns: {{stage: role level, skill: Ability, level: Grade, level-text: What}}
only: {{Job: PM}}
scale: [Learning, Owning, Leading]
stages: [{{name: B, title: Bee}}, A]
"""
    found = ladder(table, given, "long")
    assert [(stage.id, stage.title) for stage in found.stages] == [("bee", "Bee"), ("a", "A")]
    assert levels(found) == {"aim": {"bee": "3", "a": "2"}}


def test_a_column_that_the_map_calls_something_else_means_only_that() -> None:
    table = "Category,Level,Expectation\nAim,One,Knows it\nAim,Two,Sets it\n"
    given = f"{STAGES}columns: {{skill: Category, stage: Level, text: Expectation}}\n"
    found = ladder(table, given, "long")
    assert (found.categories, levels(found), texts(found)) == ((), {}, {"aim": {"one": "Knows it", "two": "Sets it"}})


def test_several_rows_of_one_skill_and_stage_are_statements_where_the_map_says_so() -> None:
    table = "Stage,Skill,Text\nTwo,Aim,Sets it\nOne,Aim,Knows it\nTwo,Aim,Tells others\nTwo,Aim,Sets it\nTwo,Care,\n"
    found = ladder(table, f"{STAGES}statements: true\n", "long")
    said = [
        {stage: [sign.text for sign in at.signs] for stage, at in skill.at.rows.items()} for skill in found.skills
    ]
    assert said == [{"one": ["Knows it"], "two": ["Sets it", "Tells others"]}, {}]


def test_rows_that_say_the_same() -> None:
    found = reading(TABLE + "One,The first.,Work,Aim,Where to go,Learning,Knows it,Asks for it\n", LONG, "long")
    assert [str(problem) for problem in found.warnings] == ["5: says the same as line 2 and is left out"]


STATEMENTS = "if each row is a statement, write statements: true in the map"
AT_THE_STAGE = "if it is about the stage, name the column under text"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("One,,Work,Aim,,Owning,,", ['5: Level: "Aim" has another level at "One" on line 2']),
        ("One,,Work,Aim,,,,Else", [f'5: Text: "Aim" has another text at "One" on line 2; {STATEMENTS}']),
        ("One,,Work,Aim,Else,,,", ['5: Description: "Aim" has another description on line 2']),
        ("Two,Else,Work,Care,,1,,", ['5: Stage text: "Two" has another text on line 3']),
        (
            "one,,Ways,Care,,Owning,Else,",
            [f'5: Level text: "Care" has another text for "Owning" on line 4; {AT_THE_STAGE}'],
        ),
        ("One,,Ways,Care,,,Some,", ["5: Level: is empty, but there is a text for the level"]),
        ("One,,Ways,Care,,Leaning,Some,", ['5: Level: "Leaning" is no level of the scale; did you mean "learning"?']),
        ("One,,Ways,Care,,7,Some,", ["5: Level: there is no level 7; the scale has 1, 2, 3"]),
        (
            "Twoo,,Ways,Care,,1,,\ntwoo,,Work,Aim,,1,,",
            ['5: Stage: the map lists no stage "Twoo"; did you mean "Two"?'],
        ),
        (",,Ways,Care,,1,,", ["5: Stage: is empty: every row names a stage"]),
        ("One,,Ways,,,1,,", ["5: Skill: is empty: every row names a skill"]),
        ("One,,Ways,Care,,,,,9", ["5: has 9 cells, the header has 8"]),
    ],
)
def test_rows_that_do_not_fit(row: str, expected: list[str]) -> None:
    assert errors(f"{TABLE}{row}\n", LONG, "long") == expected


def test_a_level_without_a_number() -> None:
    given = LONG.replace("Learning", "{name: Learning}")
    assert errors(TABLE, given, "long") == [
        "map.yaml:3: scale[0].level: is missing",
        '2: Level: "Learning" is no level of the scale; did you mean "leading"?',
    ]


def test_a_stage_that_no_row_has() -> None:
    assert errors(TABLE, LONG.replace("Two", "Two, Three"), "long") == [
        'map.yaml:4: stages[2]: no row has the stage "Three"'
    ]


def test_what_is_not_rated_expects_nothing() -> None:
    found = ladder(TABLE, f"{LONG}skills: [{{title: Care, rated: false}}]\n", "long")
    assert (levels(found), texts(found)["care"]) == ({"aim": {"one": "1", "two": "(3)"}}, {"two": "Asks early"})


def test_the_order_of_the_rows_does_not_matter_to_stages_and_levels() -> None:
    head, *rows = TABLE.splitlines(keepends=True)
    there, back = ladder(TABLE, LONG, "long"), ladder(head + "".join(reversed(rows)), LONG, "long")
    assert back.stages == there.stages
    assert {skill.id: skill for skill in back.skills} == {skill.id: skill for skill in there.skills}
    assert list(back.skills[1].levels.rows) == [1, 3]
    assert levels(back) == levels(there)


CELL = st.sampled_from(["", "1", "(2)", "leading"])


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_long_table_says_what_a_wide_one_says(cells: list[list[str]]) -> None:
    wide = "Skill,One,Two\n" + "".join(f"k{n},{','.join(row)}\n" for n, row in enumerate(cells))
    rows = [
        f"{stage},k{n},{cell}\n"
        for n, row in enumerate(cells)
        for stage, cell in zip(("One", "Two"), row, strict=True)
    ]
    long = "Stage,Skill,Level\n" + "".join(sorted(rows, key=lambda row: row[::-1]))
    one, other = ladder(wide, LONG), ladder(long, LONG, "long")
    assert levels(one) == levels(other)
    assert {skill.id for skill in one.skills} == {skill.id for skill in other.skills}
