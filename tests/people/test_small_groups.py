"""Small groups stay hidden, and nobody can work them out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.small_groups import LEAST, STEP, Told, answers, coarse, part, told


@pytest.mark.parametrize(
    ("groups", "everybody", "shown"),
    [
        ({}, 0, {}),
        ({"a": 7}, 5, {"a": 5}),
        ({"a": 5, "b": 9}, 10, {"a": 5, "b": 5}),
        # One small group would be the total less the others: the smallest of the others goes with it.
        ({"a": 3, "b": 8, "c": 20}, 30, {"a": None, "b": None, "c": 20}),
        # Two small ones hide each other, as long as their sum leaves room.
        ({"a": 3, "b": 4, "c": 20}, 25, {"a": None, "b": None, "c": 20}),
        # Five groups of one: their sum of five would say that each is one.
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 30}, 35, dict.fromkeys("abcdef")),
        # Nothing to hide behind: not even the total.
        ({"a": 4}, None, {"a": None}),
        ({"a": 1, "b": 2}, None, {"a": None, "b": None}),
        ({"a": 2, "b": 6}, 5, {"a": None, "b": None}),
    ],
)
def test_examples(groups: dict[str, int], everybody: int | None, shown: dict[str, int | None]) -> None:
    assert told(groups) == Told(everybody, shown)


COUNTS = st.dictionaries(st.integers(0, 9), st.integers(1, 12), max_size=7)


@given(COUNTS)
def test_no_small_group_is_told(groups: dict[int, int]) -> None:
    found = told(groups)
    assert [key for key, count in found.groups.items() if count is not None and count < LEAST] == []
    assert {
        key: count for key, count in found.groups.items() if count is not None and count != coarse(groups[key])
    } == {}
    assert found.everybody in (None, coarse(sum(groups.values())))


@given(COUNTS)
def test_nobody_can_work_a_hidden_group_out(groups: dict[int, int]) -> None:
    """Of all sizes that add up to what is told, each hidden group has every one from 1 to 5 somewhere."""
    found = told(groups)
    hidden = [key for key, count in found.groups.items() if count is None]
    if found.everybody is None or not hidden:
        return
    exact = {key: groups[key] for key in groups if key not in hidden}  # even to somebody who knew these
    rest = sum(groups.values()) - sum(exact.values())
    sizes = {mine for mine in range(1, rest + 1) if rest - mine >= len(hidden) - 1}
    assert sizes >= set(range(1, LEAST + 1))
    assert len(hidden) > 1


@given(COUNTS)
def test_the_total_is_hidden_only_if_there_is_no_other_way(groups: dict[int, int]) -> None:
    found = told(groups)
    if found.everybody is None:
        assert set(found.groups.values()) == {None}
        assert sum(groups.values()) - len(groups) < LEAST - 1 or len(groups) == 1


def test_a_part_is_told_if_both_sides_are_large() -> None:
    shown = {(count, whole): part(count, whole) for whole, count in product((10, 20), (0, 4, 5, 8, 10))}
    assert shown == {
        (0, 10): None,
        (4, 10): None,
        (5, 10): 5,
        (8, 10): None,
        (10, 10): None,
        (0, 20): None,
        (4, 20): None,
        (5, 20): 5,
        (8, 20): 5,
        (10, 20): 10,
    }


@given(st.integers(0, 1000))
def test_rounding_is_down_to_fives(count: int) -> None:
    assert (coarse(count) % STEP, 0 <= count - coarse(count) < STEP) == (0, True)


@pytest.mark.parametrize(
    ("given", "whole", "told_of"),
    [
        ({}, 20, None),
        ({("a", 1): 7}, 20, 5),
        ({("a", 1): 7, ("a", 2): 8}, 30, 10),
        # Each is rounded for itself: 8 and 3 are 5 and nothing, not 10.
        ({("a", 1): 8, ("a", 2): 3}, 30, 5),
        ({("a", 1): 4, ("a", 2): 4, ("b", 1): 4}, 30, None),
        # Together they are nearly everybody's answer to this question.
        ({("a", 1): 10, ("a", 2): 9}, 20, 15),
        ({("a", 1): 10, ("a", 2): 10}, 20, None),
        # Two questions: everybody may have answered one of them so.
        ({("a", 1): 5, ("b", 1): 5}, 10, 10),
        ({("a", 1): 9}, 10, None),
        ({("a", 1): 9}, 0, None),
    ],
)
def test_answers(given: dict[tuple[str, int], int], whole: int, told_of: int | None) -> None:
    assert answers(given, whole) == told_of


ANSWERS = st.dictionaries(st.tuples(st.integers(0, 2), st.integers(1, 5)), st.integers(1, 12), max_size=9)


@given(ANSWERS, st.integers(60, 99))
def test_choosing_other_answers_and_subtracting_tells_only_what_each_one_tells(
    given: dict[tuple[int, int], int], whole: int
) -> None:
    """With one more answer in the choice, the count grows by that answer rounded, whatever else is chosen."""
    for one, count in given.items():
        fewer = {key: other for key, other in given.items() if key != one}
        grown = (answers(given, whole) or 0) - (answers(fewer, whole) or 0)
        assert grown == (answers({one: count}, whole) or 0)
