"""The practice cases fit the default ladder, and answers are compared step by step."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.practice_page import compared
from calibration.practising import Answer, apart, case_called, cases, fitting
from ladders.filed import chart_of_file
from tests.factories import default_file

LEVELS = (0, 1, 2, 3, 4, 5)


def test_every_answer_of_the_panel_is_a_level_the_default_ladder_describes() -> None:
    chart = chart_of_file(default_file())
    for case in cases():
        assert fitting(case, chart) == case.panel, case.slug
        assert [answer.skill for answer in case.panel if answer.level not in chart.skill[answer.skill].levels] == []


def test_four_short_cases_of_three_or_four_skills_each() -> None:
    assert [case.number for case in cases()] == [1, 2, 3, 4]
    assert len({case.slug for case in cases()}) == 4
    assert {len(case.panel) for case in cases()} <= {3, 4}
    assert [case.slug for case in cases() if not 120 <= sum(len(text.split()) for text in case.text) <= 260] == []


def test_each_why_is_one_sentence() -> None:
    whys = [answer.why for case in cases() for answer in case.panel]
    assert [why for why in whys if why.count(". ") or not why.endswith(".")] == []


def test_the_levels_differ_so_that_there_is_something_to_tell_apart() -> None:
    levels = Counter(answer.level for case in cases() for answer in case.panel)
    assert set(levels) == {1, 2, 3, 4}
    assert max(levels.values()) * 2 <= sum(levels.values())


def test_a_case_by_its_id() -> None:
    assert case_called("quiet-quarter") == cases()[2]
    assert case_called("nothing") is None


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_steps_apart(mine: int, panel: int) -> None:
    assert apart({"x": mine}, Answer("x", panel, ""), LEVELS) == mine - panel


def test_steps_count_places_on_a_scale_that_leaves_numbers_out() -> None:
    assert apart({"x": 8}, Answer("x", 2, ""), (0, 2, 4, 8)) == 2


def test_what_was_not_answered_is_not_compared() -> None:
    assert apart({}, Answer("x", 2, ""), LEVELS) is None
    assert apart({"x": 7}, Answer("x", 2, ""), LEVELS) is None


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (0, "The same as the panel"),
        (1, "1 step higher than the panel"),
        (-1, "1 step lower than the panel"),
        (3, "3 steps higher than the panel"),
    ],
)
def test_says_it_in_neutral_words(steps: int, words: str) -> None:
    assert compared(steps) == words
