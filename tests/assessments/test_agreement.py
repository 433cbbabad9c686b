"""What two people have to talk about, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.agreement import FAR, Apart, Pair, Settled, agreed_levels, in_order

LEVELS = st.none() | st.integers(0, 5)
SETTLED = st.none() | st.builds(Settled, LEVELS) | st.just(Settled(None, both_kept=True))
PAIRS = st.lists(st.builds(Pair, st.integers(), LEVELS, LEVELS, settled=SETTLED), unique_by=lambda pair: pair.skill)


@pytest.mark.parametrize(
    ("person", "assessor", "apart"),
    [
        (4, 2, Apart.FAR),
        (0, 5, Apart.FAR),
        (3, 2, Apart.NEAR),
        (2, 3, Apart.NEAR),
        (3, 3, Apart.SAME),
        (0, 0, Apart.SAME),
        (None, None, Apart.SAME),
        (None, 0, Apart.ONE),
        (3, None, Apart.ONE),
    ],
)
def test_how_far_apart(person: int | None, assessor: int | None, apart: Apart) -> None:
    assert Pair(1, person, assessor).apart is apart


def test_the_widest_first_and_else_in_the_ladders_order() -> None:
    pairs = [Pair(1, 3, 1), Pair(2, 5, 0), Pair(3, 2, 1), Pair(4, 2, 2), Pair(5, 0, 2), Pair(6, None, 1)]
    found = {apart: [pair.skill for pair in group] for apart, group in in_order(pairs).items()}
    assert found == {Apart.FAR: [2, 1, 5], Apart.NEAR: [3], Apart.ONE: [6], Apart.SAME: [4]}


def test_the_same_level_counts_as_agreed_and_what_differs_is_settled_first() -> None:
    assert agreed_levels([Pair(1, 3, 3), Pair(2, None, None), Pair(3, 4, 2, settled=Settled(3))]) == {
        1: 3,
        2: None,
        3: 3,
    }
    with pytest.raises(ValueError, match="open"):
        agreed_levels([Pair(1, 3, 2)])


def test_where_both_are_kept_nothing_is_agreed_and_a_word_on_what_was_the_same_counts() -> None:
    kept, reworded = Pair(1, 4, 1, settled=Settled(None, both_kept=True)), Pair(2, 3, 3, settled=Settled(2))
    assert agreed_levels([kept, reworded]) == {2: 2}


@given(PAIRS)
def test_every_pair_stands_in_one_group(pairs: list[Pair]) -> None:
    groups = in_order(pairs)
    assert sorted(pair.skill for group in groups.values() for pair in group) == sorted(pair.skill for pair in pairs)
    steps = [pair.steps or 0 for pair in groups[Apart.FAR]]
    assert steps == sorted(steps, reverse=True)
    assert all(step >= FAR for step in steps)


@given(PAIRS)
def test_open_is_what_differs_and_is_not_settled(pairs: list[Pair]) -> None:
    for pair in pairs:
        assert pair.is_open == (pair.outcome is None)
        assert not (pair.is_open and pair.person == pair.assessor)
