"""How a text comes out among those who sorted it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.retranslation import THRESHOLD, Agreement, Put, Text, agreement, shuffled

RESEARCH = Text("t0", "research", 3, "Changes plans because of interviews.")
PLANNING = Text("t1", "planning", 2, "Plans a sprint.")
HOME = Put("research", 3)


def test_counts_skill_level_and_both_and_where_it_went_instead() -> None:
    sheets = [
        {"t0": HOME},
        {"t0": Put("research", 4)},
        {"t0": Put("planning", 3)},
        {"t0": Put("research", 4)},
        {},
    ]

    (found,) = agreement([RESEARCH], sheets)

    assert found == Agreement(RESEARCH, 5, skill=3, level=2, both=1, elsewhere=(Put("research", 4), 2))
    assert (found.percent, found.is_clear) == (20, False)


@pytest.mark.parametrize(
    ("right", "of", "percent", "clear"), [(3, 5, 60, True), (2, 3, 67, True), (59, 100, 59, False), (0, 0, 0, False)]
)
def test_six_in_ten_is_clear(right: int, of: int, percent: int, clear: bool) -> None:
    sheets = [{"t0": HOME}] * right + [{"t0": Put("planning", 1)}] * (of - right)

    (found,) = agreement([RESEARCH], sheets)

    assert (found.percent, found.is_clear) == (percent, clear)


def test_what_rounds_up_to_the_threshold_is_not_clear() -> None:
    (found,) = agreement([RESEARCH], [{"t0": HOME}] * 119 + [{}] * 81)

    assert (found.percent, found.is_clear) == (THRESHOLD, False)


def test_the_least_clear_comes_first() -> None:
    found = agreement([RESEARCH, PLANNING], [{"t0": HOME}, {"t0": HOME, "t1": Put("planning", 2)}])

    assert [one.text.id for one in found] == ["t1", "t0"]


PUTS = st.builds(Put, st.sampled_from(["", "research", "planning"]), st.sampled_from([None, 1, 2, 3]))


@given(st.lists(st.dictionaries(st.sampled_from(["t0", "t1"]), PUTS), max_size=8))
def test_the_numbers_fit_together_whatever_people_answer(sheets: list[dict[str, Put]]) -> None:
    for one in agreement([RESEARCH, PLANNING], sheets):
        assert one.both <= min(one.skill, one.level) <= one.people == len(sheets)
        assert one.both + (one.elsewhere[1] if one.elsewhere else 0) <= one.people
        assert one.is_clear == (one.people > 0 and 100 * one.both >= THRESHOLD * one.people)


@given(st.text(max_size=5))
def test_everybody_gets_an_order_of_their_own_and_keeps_it(seed: str) -> None:
    texts = [Text(f"t{n}", "research", 1, "…") for n in range(9)]

    assert shuffled(texts, seed) == shuffled(texts, seed)
    assert sorted(shuffled(texts, seed), key=lambda text: text.id) == texts
    assert shuffled(texts, seed) != shuffled(texts, seed + "x")
