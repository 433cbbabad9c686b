"""What is wrong with a map, or with how it fits its table, is told with line and path of the map."""

from __future__ import annotations

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from tests.ladders.tables import HEAD, LONG, MATRIX, errors, ladder, levels, reading

TABLE = "Category,Skill,Description,One,Two\nWork,Aim,,1,2\n"
NO_STAGES = "map.yaml:1: stages: is missing: list the stages in their order, from the first to the last"
ROWS = "Stage,Skill,Level\nOne,Aim,1\nTwo,Aim,2\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ["1: the file is empty"]),
        ("- a\n", ["1: must be a mapping that starts with id and title"]),
        ("id: l\nid: m\ntitle: L\n", ["2: id: this key was already given on line 1"]),
        ("title: L\nid: a b\n", [
            '2: id: "a b" is not an id: use letters, digits, "-" and "_", not starting with "x-"',
        ]),
        ("language: en\n", ["1: id: is missing", "1: title: is missing"]),
        ("id: l\ntitle: L\nformat: ladder/1\n", ['3: format: unknown key "format"']),
        ("id: l\ntitle: L\ncolumn: {}\n", ['3: column: unknown key "column"; did you mean "columns"?']),
        (f"{HEAD}columns: {{skil: Skill, stage: One}}\n", [
            '3: columns.skil: unknown key "skil"; did you mean "skill"?',
            '3: columns.stage: unknown key "stage"',
        ]),
        (f"{HEAD}delimiter: ';'\nencoding: latin-1\n", [
            '3: delimiter: ";" is not one of comma, semicolon or tab',
            '4: encoding: "latin-1" is not one of utf-8 or windows-1252',
        ]),
        (f"{HEAD}ignore: {{a: b}}\nonly: One\n", [
            "3: ignore: must be a list",
            "4: only: must be a mapping of keys and values",
        ]),
        (f"{HEAD}scale: 3\n", ["3: scale: must be a list, lowest level first"]),
        (f"{HEAD}scale: [A, {{level: 2, name: a}}]\n", ['3: scale[1]: "a" is there twice']),
        (f"{HEAD}stages: One\n", ["3: stages: must be a list"]),
        (f"{HEAD}stages: [[One], {{id: a}}, Two, two]\n", [
            "3: stages[0]: must be a title, or a mapping of keys and values",
            "3: stages[1].title: is missing",
            '3: stages[3]: "two" is there twice',
        ]),
        (f"{HEAD}stages: [{', '.join(f's{n}' for n in range(301))}]\n", [
            "3: stages: has 301 entries; at most 300 are allowed",
        ]),
        (f"{HEAD}needs: most\n", ["3: needs: must be all, {share: 80}, {points: 36} or {miss: {skills: 1, by: 1}}"]),
    ],
)  # fmt: skip
def test_a_map_of_the_wrong_shape(given: str, expected: list[str]) -> None:
    assert errors(TABLE.replace("1,2", "a,b"), given) == [f"map.yaml:{problem}" for problem in expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("columns: {skill: Skil}\nignore: Skill\n", [
            'map.yaml:4: columns.skill: the table has no column "Skil"; did you mean "Skill"?',
        ]),
        ("columns: {skill: one, category: ONE}\n", [
            'map.yaml:4: columns.skill: the column "one" stands under columns already',
        ]),
        ("stages: [One, Twoo]\n", [
            'map.yaml:4: stages[1]: the table has no column "Twoo"; did you mean "Two"?',
            "1: Two: the map does not say what this column is: name it, or list it under ignore",
        ]),
        ("stages: [One]\nignore: [Two, Three, one]\n", [
            'map.yaml:5: ignore[1]: the table has no column "Three"',
            'map.yaml:4: stages[0]: the column "One" stands under ignore already',
        ]),
        ("only: {Kategory: x, Category: [Work, Wirk]}\n", [
            'map.yaml:4: only.Kategory: the table has no column "Kategory"; did you mean "Category"?',
            'map.yaml:4: only.Category: no row has "Wirk" in this column',
        ]),
        ("ignore: rest\n", [NO_STAGES]),
        ("ignore: [One, Two]\n", [NO_STAGES]),
        ("categories: [Wurk]\nskills: [{title: Aims, core: true}]\n", [
            'map.yaml:4: categories[0]: the table has no category "Wurk"; did you mean "Work"?',
            'map.yaml:5: skills[0]: the table has no skill "Aims"; did you mean "Aim"?',
        ]),
        ("stages: [{title: One, next: [twoo]}, {name: Two, id: two, x-must: [aims]}]\n", [
            'map.yaml:4: stages[0].next[0]: there is no stage "twoo"; did you mean "two"?',
            'map.yaml:4: stages[1].x-must[0]: there is no skill "aims"; did you mean "aim"?',
        ]),
        ("stages: [{name: One, id: two}, Two, ]\nskills: [{title: Aim, core: perhaps, colour: red}]\n", [
            "map.yaml:5: skills[0].core: must be true or false",
            'map.yaml:5: skills[0].colour: unknown key "colour"',
        ]),
        ("stages: [{name: One, id: s}, {name: Two, id: s}]\n", ['map.yaml:4: stages[1].id: "s" is there twice']),
        ("categories: [{title: Work, rated: maybe}]\n", ["map.yaml:4: categories[0].rated: must be true or false"]),
    ],
)  # fmt: skip
def test_a_map_that_does_not_fit_its_table(given: str, expected: list[str]) -> None:
    assert sorted(errors(TABLE, MATRIX + given)) == sorted(expected)


def test_a_matrix_needs_a_scale() -> None:
    said = "is missing: the cells are numbers, so name the levels, such as [Learning, Owning, Leading]"
    assert errors(TABLE) == [f"map.yaml:1: scale: {said}"]
    said = "is missing: name the levels in their order, from the lowest to the highest"
    assert errors(ROWS.replace("2\n", "Able\n"), f"{HEAD}stages: [One, Two]\n", "long") == [
        f'map.yaml:1: scale: {said}; the table has "1", "Able"'
    ]


def test_a_long_table_needs_its_stages_and_its_columns() -> None:
    assert errors(ROWS, MATRIX, "long") == [NO_STAGES]
    assert errors("Role,Skill\nOne,Aim\n", LONG, "long") == [
        'map.yaml:1: columns.stage: the table has no column "Stage"',
        "1: Role: the map does not say what this column is: name it, or list it under ignore",
    ]


def test_what_a_map_says_goes_into_the_ladder() -> None:
    given = """\
id: product
title: Product
language: en
needs: {share: 80}
tracks: [{id: core, title: Core}]
scale: [{level: 1, name: Able, text: Alone.}, Strong]
stages:
  - {name: Two, id: second, title: The second, track: core, next: []}
  - {name: ONE, x-must: [aims], track: core}
categories: [{title: Work, id: w, text: What is done.}]
skills: [{name: Aim, id: aims, title: Aims, core: true, also: [Goals]}]
x-mine: {a: 1}
"""
    found = ladder(TABLE, given)
    assert levels(found) == {"aims": {"second": "2", "one": "1"}}
    assert [(one.id, one.title, one.track, one.next, one.must) for one in found.stages] == [
        ("second", "The second", "core", (), ()),
        ("one", "ONE", "core", None, ("aims",)),
    ]
    assert [(one.level, one.name, one.text) for one in found.scale] == [(1, "Able", "Alone."), (2, "Strong", "")]
    assert [(one.id, one.title, one.text) for one in found.categories] == [("w", "Work", "What is done.")]
    assert [(one.id, one.title, one.category, one.core, one.also) for one in found.skills] == [
        ("aims", "Aims", "w", True, ("Goals",))
    ]
    assert (found.id, found.language, found.needs is not None, found.extra) == (
        "product",
        "en",
        True,
        {"x-mine": {"a": 1}},
    )


def test_rest_can_be_the_name_of_a_column() -> None:
    assert levels(ladder("Skill,One,Rest\nAim,1,x\n", f"{MATRIX}ignore: rest\n")) == {"aim": {"one": "1"}}


def test_only_some_rows() -> None:
    table = "Role,Skill,One\nPM,Aim,1\nDesigner,Form,2\npm ,Care,3\n"
    assert levels(ladder(table, f"{MATRIX}only: {{Role: PM}}\n")) == {"aim": {"one": "1"}, "care": {"one": "3"}}
    assert errors(table, f"{MATRIX}only: {{Role: PM, Skill: Form}}\n") == [
        "map.yaml:4: only: no row of the table is left"
    ]


LINES = st.sampled_from([
    "columns: {skill: One, text: Two}", "columns: {stage: One, level: Two}", "columns: [a]", "ignore: rest",
    "only: {One: 1}", "delimiter: comma", "encoding: windows-1252", "scale: [1, 2]",
    "scale: [{name: Low}, {level: x}, 3]", "scale: []",
    "stages: [One, {name: Two, next: [one]}]", "stages: [{id: a}, '']", "stages: {One: a}",
    "categories: ['1', {rated: no}]",
    "skills: [{title: '1', rated: x, at: {one: a}, levels: [], category: []}]",
    "needs: {}", "expects: {}", "x-a: [b]",
])  # fmt: skip
CELLS = st.sampled_from(["Skill", "Stage", "Level", "One", "Two", "1", "(2)", "low", "", '"', "a\nb", "\x85", "é"])


@drawn(st.lists(LINES, max_size=5), st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=4), st.booleans())
def test_any_map_and_table_give_a_ladder_or_errors(lines: list[str], rows: list[list[str]], wide: bool) -> None:
    table = "\n".join(["Skill,One,Two" if wide else "Stage,Skill,Level", *(",".join(row) for row in rows)])
    found = reading(table, "\n".join([HEAD, *lines]), "wide" if wide else "long")
    assert (found.ladder is None) is bool(found.errors)
