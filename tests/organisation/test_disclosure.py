"""What may be told of groups, in examples that can be done by hand; test_attacks.py tries to get behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisation.counting import LEVELS, REVIEWS
from organisation.disclosure import TWICE, Atoms, Told, about, divided, tell
from people.small_groups import LEAST

CUT = (("a", "b", "c"),)


def atoms(**places: tuple[int, int]) -> dict[tuple[str, ...], dict[str, int]]:
    return {(place,): {"met": met, "one": below} for place, (met, below) in places.items()}


@pytest.mark.parametrize(
    ("places", "whole", "groups"),
    [
        # Nobody, too few, and all alike.
        ({}, None, (None, None, None)),
        ({"a": (4, 9)}, None, (None, None, None)),
        ({"a": (9, 4)}, None, (None, None, None)),
        ({"a": (30, 0)}, None, (None, None, None)),
        ({"a": (0, 30)}, None, (None, None, None)),
        # One group is the whole; to the nearest five.
        ({"a": (5, 5)}, (5, 5), ((5, 5), None, None)),
        ({"a": (13, 7)}, (15, 5), ((15, 5), None, None)),
        # A small group, and the only one beside it that could give it away.
        ({"a": (6, 6), "b": (2, 1)}, (10, 5), (None, None, None)),
        # Of three the two large ones: what is left of a small one stands with one of them.
        ({"a": (6, 6), "b": (6, 6), "c": (2, 1)}, (15, 15), ((5, 5), None, None)),
        # All alike in one group: it is not told apart, nor anything after it.
        ({"a": (12, 0), "b": (6, 6), "c": (6, 6)}, (25, 10), (None, None, None)),
        ({"a": (6, 6), "b": (6, 6), "c": (6, 6)}, (20, 20), ((5, 5), (5, 5), (5, 5))),
    ],
)
def test_examples(
    places: dict[str, tuple[int, int]], whole: tuple[int, int] | None, groups: tuple[tuple[int, int] | None, ...]
) -> None:
    told = tell(LEVELS, atoms(**places), CUT)
    assert (pair(told.whole), tuple(map(pair, told.groups[0]))) == (whole, groups)


def pair(cell: dict[str, int] | None) -> tuple[int, int] | None:
    """Met, and not; finer answers of the whole are left to the next test."""
    return (cell["met"], cell.get("below", cell.get("one", 0))) if cell else None


def test_the_whole_is_told_in_finer_answers_as_far_as_each_has_enough_people() -> None:
    place = ("a",)
    assert tell(LEVELS, {place: {"met": 10, "one": 6, "more": 5}}, ()).whole == {"met": 10, "one": 5, "more": 5}
    assert tell(LEVELS, {place: {"met": 10, "one": 6, "more": 4}}, ()).whole == {"met": 10, "below": 10}
    found = {"agreed": 20, "to_agree": 6, "rating": 4, "none": 8}
    assert tell(REVIEWS, {place: found}, ()).whole == {"agreed": 20, "under_way": 10, "none": 10}
    assert tell(REVIEWS, {place: found | {"none": 4}}, ()).whole == {"agreed": 20, "not": 15}


def test_groups_are_told_in_two_answers_only() -> None:
    told = tell(LEVELS, {("a",): {"met": 10, "one": 6, "more": 5}}, CUT)
    assert told == Told({"met": 10, "one": 5, "more": 5}, (({"met": 10, "below": 10}, None, None),))


def test_a_cut_across_another_one_cannot_single_out_who_differs() -> None:
    """Line x is everybody on phase a but one: both are told with that one in them, and the number is the same."""
    people: Atoms = {("a", "x"): {"met": 9, "one": 10}, ("a", "y"): {"met": 1}, ("b", "y"): {"met": 10, "one": 10}}
    told = tell(LEVELS, people, (("a", "b"), ("x", "y")))
    assert told.groups == (
        ({"met": 10, "below": 10}, {"met": 10, "below": 10}),
        ({"met": 10, "below": 10}, {"met": 10, "below": 10}),
    )


def test_a_group_is_hidden_if_too_many_of_it_would_be_left_out() -> None:
    people: Atoms = {
        ("a", "x"): {"met": 8, "one": 8},
        ("b", "x"): {"met": 4, "one": 4},
        ("b", "y"): {"met": 8, "one": 8},
    }
    assert tell(LEVELS, people, (("a", "b"), ("x", "y"))).groups[1] == (None, None)


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (998, 1000)])
def test_counts_are_told_to_the_nearest_five(count: int, shown: int) -> None:
    assert about(count) == shown


PLACES = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"))
BLOCKS = st.dictionaries(PLACES, st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=6)


@given(BLOCKS)
def test_blocks_are_a_division_and_each_has_enough_of_both_answers(
    found: dict[tuple[str, ...], tuple[int, int]],
) -> None:
    block = {labels: (met, met + below) for labels, (met, below) in found.items()}
    blocks = list(divided(block, [(0, "a"), (0, "b"), (1, "x"), (1, "y"), (1, "z")]))
    assert {labels: counts for one in blocks for labels, counts in one.items()} == block
    if len(blocks) > 1:
        sums = [(sum(met for met, _n in one.values()), sum(n for _met, n in one.values())) for one in blocks]
        assert [one for one in sums if one[1] < TWICE or not LEAST <= one[0] <= one[1] - LEAST] == []
