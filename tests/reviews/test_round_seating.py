"""Who gets a review and who does not: pure rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.seating import Facts, Left, List, Seat, below, seat

LISTS = {7: List(70, {"pm": ("senior",), "senior": ("group", "principal"), "cpo": ()})}
ADA = Facts(
    person=1,
    here=True,
    oneself=False,
    allowed=True,
    reviewed=False,
    ladder=7,
    stage="pm",
    manager=2,
    named=None,
)


def test_the_manager_of_the_day_rates_up_to_the_next_stage() -> None:
    assert seat(ADA, LISTS) == Seat(1, 2, 7, 70, "pm", "senior", appointed=False)


@pytest.mark.parametrize("stage", ["senior", "cpo"])
def test_at_a_fork_and_at_the_end_only_the_own_stage_is_asked(stage: str) -> None:
    found = seat(replace(ADA, stage=stage), LISTS)

    assert isinstance(found, Seat)
    assert found.target == ""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"here": False}, Left.OFF),
        ({"oneself": True}, Left.ONESELF),
        ({"allowed": False}, Left.NOT_YOURS),
        ({"reviewed": True}, Left.OPEN),
        ({"ladder": None}, Left.NO_PLACE),
        ({"ladder": 8}, Left.OTHER_LADDER),
        ({"stage": "gone"}, Left.NO_STAGE),
        ({"manager": None}, Left.NO_ASSESSOR),
        ({"manager": None, "named": 1}, Left.NO_ASSESSOR),
    ],
)
def test_each_reason_to_be_left_out(change: dict[str, Any], why: Left) -> None:
    assert seat(replace(ADA, **change), LISTS) is why


def test_somebody_without_a_manager_is_rated_by_who_was_appointed() -> None:
    found = seat(replace(ADA, manager=None, named=9), LISTS)

    assert found == Seat(1, 9, 7, 70, "pm", "senior", appointed=True)


def test_a_manager_counts_more_than_an_appointment() -> None:
    found = seat(replace(ADA, named=9), LISTS)

    assert isinstance(found, Seat)
    assert (found.assessor, found.appointed) == (2, False)


def test_everybody_below_at_any_depth() -> None:
    assert below(1, [(2, 1), (3, 2), (4, 3), (5, 6), (6, 7)]) == {2, 3, 4}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_a_loop_in_the_line_ends_and_never_holds_the_head(lines: list[tuple[int, int]]) -> None:
    found = below(0, lines)

    assert 0 not in found
    assert {person for person, manager in lines if manager in found | {0}} - {0} <= found
