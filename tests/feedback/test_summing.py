"""Answers put together without names."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from feedback.summing import LEAST, Answer, Sum, as_body, from_body, sums

SKILLS = ("a", "b")


def still(words: list[str]) -> None:
    """A shuffle that leaves the order."""


def each(*levels: int | None, words: str = "") -> list[dict[str, Answer]]:
    return [{"a": Answer(level, words)} for level in levels]


def test_fewer_than_three_answers_say_nothing() -> None:
    assert sums(each(1, 2), SKILLS, still) is None
    assert sums([], SKILLS, still) is None


def test_three_answers_are_counted_by_level() -> None:
    assert sums(each(3, 2, 3), ("a",), still) == {"a": Sum({2: 1, 3: 2}, ())}


def test_levels_of_fewer_than_three_are_hidden() -> None:
    assert sums(each(3, 2, None), ("a",), still) == {"a": Sum(None, ())}


def test_what_all_say_is_hidden() -> None:
    assert sums(each(3, 3, 3), ("a",), still) == {"a": Sum(None, ())}


def test_a_skill_that_nobody_answered() -> None:
    assert sums(each(3, 2, 3), SKILLS, still) == {"a": Sum({2: 1, 3: 2}, ()), "b": Sum(None, ())}


def test_words_do_not_stand_in_the_order_they_came() -> None:
    said = [{"a": Answer(1, words)} for words in ("b ", "", " a", "c")]
    found = sums(said, ("a",), still)
    assert found is not None
    assert found["a"].words == ("a", "b", "c")


answered = st.lists(
    st.fixed_dictionaries(
        {
            skill: st.builds(Answer, st.none() | st.integers(0, 5), st.sampled_from(["", "x", "y z"]))
            for skill in SKILLS
        }
    ),
    max_size=8,
)


@given(answered, st.integers())
def test_whoever_answered_first_makes_no_difference(said: list[dict[str, Answer]], seed: int) -> None:
    turned = list(said)
    random.Random(seed).shuffle(turned)
    assert sums(said, SKILLS, still) == sums(turned, SKILLS, still)


@given(answered)
def test_no_count_stands_for_one_known_answer(said: list[dict[str, Answer]]) -> None:
    """Shown counts are of three people or more, who did not all say the same."""
    for found in (sums(said, SKILLS, still) or {}).values():
        if found.counts is not None:
            assert sum(found.counts.values()) >= LEAST
            assert len(found.counts) > 1
            assert min(found.counts.values()) > 0


@given(answered)
def test_what_is_kept_comes_back(said: list[dict[str, Answer]]) -> None:
    found = sums(said, SKILLS, still)
    assert from_body(as_body(found)) == found
