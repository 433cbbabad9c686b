"""What does not fit together is an error, what is probably not meant is a warning, each with line and path."""

import pytest

from ladders.exchange import LadderFile
from tests.ladders.files import DEFAULT, HEAD, cases, errors, ladder, warnings


@pytest.mark.parametrize(("text", "expected"), cases("not_fitting.txt"))
def test_what_does_not_fit_together_is_told(text: str, expected: list[str]) -> None:
    assert errors(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases("doubtful.txt"))
def test_what_is_probably_not_meant_is_a_warning(text: str, expected: list[str]) -> None:
    assert warnings(text) == expected


def test_categories_are_free_where_the_file_lists_none() -> None:
    assert errors(HEAD + "skills: [{id: s, title: S, category: Customer & market}]\n") == []


def test_what_a_library_holds_is_not_looked_for_here() -> None:
    text = """\
uses: shared
needs: {points: 3}
assess: statements
stages: [{id: a, title: A, x-must: [far], roles: [{title: R, focus: [away]}]}]
skills: [{id: s, title: S, category: theirs, levels: {9: x}}]
categories: [{id: c, title: C}]
expects: {far: {a: 9}}
"""
    assert errors(HEAD + text) == []


def test_a_must_have_is_checked_with_a_library_too() -> None:
    text = "uses: shared\nstages: [{id: a, title: A, x-must: [far, s]}]\nskills: [{id: s, title: S}]\n"
    assert errors(HEAD + text + "expects: {far: {a: (1)}}\n") == [
        '5: stages[0].x-must[0]: "far" is only welcome at "a", so it cannot be a must-have',
        '5: stages[0].x-must[1]: "a" expects nothing of "s"',
    ]


@pytest.fixture(name="default", scope="module")
def default_ladder() -> LadderFile:
    return ladder(DEFAULT.read_bytes())


def test_the_default_ladder_explains_every_step(default: LadderFile) -> None:
    ways = {(start, target) for start, targets in default.leads_on().items() for target in targets}
    moves = {(stage.id, target) for stage in default.stages for target in stage.moves}
    told = {(step.from_, step.to): (len(step.stop), len(step.start), len(step.keep)) for step in default.steps}
    assert told.keys() == ways | moves
    assert {count for counts in told.values() for count in counts} == {2, 3, 4}


def test_the_default_ladder_has_five_must_haves_at_every_stage(default: LadderFile) -> None:
    assert [len(stage.must) for stage in default.stages] == [5] * 10


def test_the_default_ladder_describes_every_level_of_every_skill(default: LadderFile) -> None:
    assert [list(skill.levels.rows) for skill in default.skills] == [[1, 2, 3, 4, 5]] * 24
    stages = [stage.id for stage in default.stages]
    assert [list(row.rows) for row in default.expects.rows.values()] == [stages] * 24
