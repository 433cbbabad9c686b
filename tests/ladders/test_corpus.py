"""Real shapes of ladders go in, through the database, and out again without loss; what cannot go in is told why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ladders.exchange import LadderFile, read, write
from ladders.exchange.problems import quoted
from ladders.exporting import file_of
from ladders.importing import CannotImport, take_in
from tests.ladders.corpus import FRAMEWORKS, ORDER, Framework, a_map, awkward_characters, government, table
from tests.ladders.files import SOUND
from tests.ladders.files import ladder as sound
from tests.ladders.mutations import mutations
from tests.ladders.sheets import (
    LONG,
    SHEETS,
    SIGNS,
    long_cells,
    signs_at_the_beginning,
    titles_totals_and_merged_cells,
    unicode_text,
)
from tests.ladders.tables import levels, texts

CORPUS = {**FRAMEWORKS, **SHEETS}


def ladder(framework: Framework) -> LadderFile:
    found = framework.read().ladder
    assert found is not None
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("make", CORPUS.values(), ids=CORPUS)
def test_what_goes_in_comes_out(make: Callable[[], Framework]) -> None:
    framework = make()
    reading = framework.read()
    assert (reading.errors, tuple(map(str, reading.warnings))) == ((), framework.warnings)
    assert reading.ladder is not None
    stored = file_of(take_in(reading.ladder, by=None).version)
    again = read(write(stored).encode())
    assert (again.errors, again.ladder, stored) == ((), reading.ladder, reading.ladder)


ONE = """\
format: ladder/1
id: l
title: L
scale: [{{level: 2, name: B}}, {{level: 1, name: A, partial: 1.5, x-a: []}}]
stages: [{{id: a, title: A, {stage}}}, {{id: b, title: B}}]
skills: [{{id: s, title: S, {skill}}}, {{id: t, title: T}}]
expects: {{s: {{a: 1, b: 2}}, t: {{a: 1}}}}
"""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "written",
    [
        {"stage": "x-must: [t, s]"},
        {"stage": "x-weights: {t: 2, s: 1}"},
        {"stage": "next: []"},
        {"stage": "needs: {all: true, x-own: 1}"},
        {"stage": "facts: [{A: b}, {label: C, value: d}, e]"},
        {"stage": "rank: 007, x-own: ''"},
        {"stage": f"rank: {'r' * 200}"},
        {"skill": "x-own: null"},
        {"skill": "levels: {2: {text: x, x-own: {}}, 1: [{text: y, x-own: []}]}"},
        {"skill": "links: {A: b}, core: yes, rated: off"},
    ],
    ids=str,
)
def test_small_things_are_not_lost(written: dict[str, str]) -> None:
    found = read(ONE.format(**{"stage": "x-a: 1", "skill": "x-a: 1", **written}).encode())
    assert found.ladder is not None
    assert file_of(take_in(found.ladder, by=None).version) == found.ladder


@pytest.mark.django_db
@given(st.sampled_from(SOUND).flatmap(lambda path: mutations(sound(path.read_bytes()), 4)))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_reader_takes_the_database_keeps(file: LadderFile) -> None:
    found = read(write(file).encode()).ladder
    if found is None:
        return  # the change made it unsound
    with transaction.atomic():
        try:
            stored = file_of(take_in(found, by=None).version)
        except CannotImport:
            stored = found  # its library is not here
        transaction.set_rollback(True)
    assert (found, stored) == (file, file)


def test_a_table_in_the_order_of_the_alphabet() -> None:
    found = ladder(government())
    assert [stage.title for stage in found.stages] == [*ORDER[:4], "Head of delivery"]
    assert len(found.skills) == 80
    assert levels(found)["skill-07"] == {
        "associate": "1",
        "junior": "2",
        "senior": "2",
        "lead": "3",
        "head-of-delivery": "3",
    }
    assert found.skills[6].levels.rows[2].text == "Working of skill 7:\nwhat one does then, in two lines."


def test_characters_that_others_lose() -> None:
    found = ladder(awkward_characters())
    text = (
        "tab\there \u2028 line\u2029para\x85next \u200b zero 👩‍🚀 Cafe\u0301 Café \u202eright\u202c nb\xa0sp \ufeff"
    )
    assert (found.summary, found.stages[0].title) == (text, text)
    assert found.stages[0].text == f"One\n\ttwo\n\n{text}\n"


def test_a_table_of_another_encoding_says_the_same() -> None:
    assert texts(ladder(unicode_text())) == {
        "aim": {"one": "Knows it; says it", "two": "Sets it, alone"},
        "care": {"two": "Über\nall"},
    }


def test_cells_of_four_thousand_characters() -> None:
    found = ladder(long_cells())
    assert len(found.skills[7].at.rows["one"].text) > 4_000
    assert found.skills[7].at.rows["one"].text == f"7{LONG}".strip()


def test_a_text_may_begin_as_a_formula_does() -> None:
    assert tuple(skill.at.rows["one"].text for skill in ladder(signs_at_the_beginning()).skills) == SIGNS


@pytest.mark.parametrize(
    "cell",
    [
        "=SUM(A1:A9)",
        "=1+1",
        "\t=1+1",
        "=A1",
        "=$B$2&C3",
        '=HYPERLINK("https://a.b","x")',
        "=cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        "＝1+1",
    ],
)
def test_a_formula_is_refused_wherever_it_stands(cell: str) -> None:
    said = f"{quoted(cell.strip())} is a formula: save the table with what it comes to"
    rows = [("Skill", "Description", "One"), ("Aim", "", cell), (cell, "", "x"), ("Care", cell, "x")]
    found = Framework(table(rows).encode(), a_map()).read()
    assert [str(problem) for problem in found.errors] == [
        f"2: One: {said}",
        f"3: Skill: {said}",
        f"4: Description: {said}",
    ]
    matrix = Framework(table([("Skill", "One"), ("Aim", cell)]).encode(), a_map("scale: [one, two]")).read()
    assert [str(problem) for problem in matrix.errors] == [f"2: One: {said}"]


def test_a_printed_sheet() -> None:
    found = ladder(titles_totals_and_merged_cells())
    assert [(skill.title, skill.category) for skill in found.skills] == [
        ("Research", "customer"),
        ("Support", "customer"),
        ("Sales", "customer"),
        ("Roadmap", "product"),
        ("Launch", "product"),
    ]
    assert levels(found)["support"] == {"senior-pm": "1"}
    assert levels(found)["sales"] == {"senior-pm": "(1)"}


@pytest.mark.parametrize(
    ("rows", "lines", "expected"),
    [
        ([("Skill", "One"), ("Aim", "x", "y")], [], ["2: has 3 cells, the header has 2"]),
        (
            [("Skill", "One"), ("Aim",), ("Ways", "x")],
            [],
            ["2: has 1 cell, the header has 2; `short: true` takes the others as empty"],
        ),
        (
            [("Skill", "One"), ("Aim", "#REF!"), ("Care", "#NV"), ("Plan", "####")],
            [],
            [
                f'{line}: One: "{cell}" is what a spreadsheet writes when a formula fails'
                for line, cell in ((2, "#REF!"), (3, "#NV"), (4, "####"))
            ],
        ),
        ([("Skill", "One"), ("Aim", "2.5")], ["scale: [a, b]"], ['2: One: "2.5" is no level of the scale']),
        ([("Skill", "One"), ("Aim", "1\u200b")], ["scale: [a]"], ['2: One: "1\\u200b" is no level of the scale']),
        ([("Skill", "One"), ("Sum", "7")], ["scale: [a]"], ["2: One: there is no level 7; the scale has 1"]),
        (
            [("Skill", "One"), ("Aim", "x"), ("aim", "y")],
            [],
            [
                (
                    '3: Skill: "Aim" stands on line 2 already, with other words; '
                    "if each row is a statement, write statements: true in the map"
                )
            ],
        ),
        (
            [("Skill", "One"), ("Aim", "x")],
            ["merged: Group", "without: {One: z, Two: y}"],
            [
                'map:3: merged[0]: the table has no column "Group"',
                'map:4: without.One: no row has "z" in this column',
                'map:4: without.Two: the table has no column "Two"',
            ],
        ),
        (
            [("Skill", "One"), ("Aim", "x")],
            ["without: {Skill: aim}"],
            ["map:3: without: no row of the table is left"],
        ),
        ([("Skill", "One"), ("Aim", "x")], ["empty: [x, '']"], ["map:3: empty[1]: is empty"]),
        ([("Ladder", ""), ("", ""), ("Name", "One")], [], ['map:1: columns.skill: the table has no column "Skill"']),
    ],
)
def test_what_cannot_go_in_is_told_why(rows: list[tuple[str, ...]], lines: list[str], expected: list[str]) -> None:
    framework = Framework(table(rows).encode(), a_map(*lines))
    assert [f"{one.file and f'{one.file}:'}{one}" for one in framework.read().errors] == expected


def test_categories_that_look_merged() -> None:
    rows = [("Category", "Skill", "One"), ("A", "a", "x"), ("", "b", "y"), ("B", "c", "z"), ("", "d", "w")]
    reading = Framework(table(rows).encode(), a_map()).read()
    assert [str(one) for one in reading.warnings] == [
        "3: Category: is empty; if the cell above stands for this row too, write merged: Category in the map"
    ]
    named = Framework(table([*rows, ("B", "e", "v")]).encode(), a_map()).read()
    assert named.warnings == ()
