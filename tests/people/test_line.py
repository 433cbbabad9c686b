"""The rules of the line, without rows: people are numbers, and a line is a span of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from people.line import Span, check, check_from

FIRST = date(2030, 1, 1)


def on(days: int) -> date:
    return FIRST + timedelta(days=days)


def test_nobody_reports_to_themselves() -> None:
    with pytest.raises(ValidationError, match="Nobody reports to themselves"):
        check(1, 1, {})


def test_no_way_up_leads_back() -> None:
    with pytest.raises(ValidationError, match="loop"):
        check(1, 3, {3: 2, 2: 1})
    check(1, 3, {3: 2, 2: 4})


def test_a_loop_among_others_ends_the_search() -> None:
    check(1, 2, {2: 3, 3: 2})


def test_a_loop_that_closes_only_later_is_refused() -> None:
    """2 begins to report to 1 in ten days: from then on 1 cannot report to 2."""
    with pytest.raises(ValidationError, match="loop"):
        check_from(1, 2, FIRST, [Span(2, 1, on(10), None)])


def test_a_loop_that_holds_only_until_a_later_day_is_refused() -> None:
    with pytest.raises(ValidationError, match="loop"):
        check_from(1, 2, FIRST, [Span(2, 1, on(-50), on(10)), Span(2, 3, on(10), None)])


def test_on_the_day_on_which_the_other_line_has_ended_there_is_no_loop() -> None:
    check_from(1, 2, on(10), [Span(2, 1, on(-50), on(10))])


SPANS = st.builds(
    lambda person, manager, start, length: Span(person, manager, on(start), on(start + length) if length else None),
    st.integers(1, 5),
    st.integers(1, 5),
    st.integers(-3, 12),
    st.integers(0, 9),
)


@given(st.lists(SPANS, max_size=8), st.integers(0, 9))
def test_the_days_on_which_something_turns_are_enough(spans: list[Span], since: int) -> None:
    """Looking at every single day finds no loop that the turning days do not show."""

    def refused(start: date, days: int) -> bool:
        for later in range(days):
            today = start + timedelta(days=later)
            try:
                check(1, 2, {span.person: span.manager for span in others if span.holds(today)})
            except ValidationError:
                return True
        return False

    others = [span for span in spans if span.person != 1]
    try:
        check_from(1, 2, on(since), others)
        found = False
    except ValidationError:
        found = True
    assert found == refused(on(since), 40)
