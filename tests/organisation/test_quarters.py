"""Quarters of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from organisation.quarters import after, between, code, decoded, end_of, name, quarter_of


@pytest.mark.parametrize(
    ("day", "first", "last", "short"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31), "2026-Q1"),
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30), "2026-Q2"),
        (date(2024, 12, 31), date(2024, 10, 1), date(2024, 12, 31), "2024-Q4"),
    ],
)
def test_a_day_is_in_a_quarter(day: date, first: date, last: date, short: str) -> None:
    assert (quarter_of(day), end_of(first), code(first), decoded(short)) == (first, last, short, first)


def test_quarters_follow_each_other() -> None:
    assert after(date(2025, 10, 1)) == date(2026, 1, 1)
    assert after(date(2026, 1, 1), -5) == date(2024, 10, 1)
    assert list(between(date(2025, 7, 1), date(2026, 1, 1))) == [
        date(2025, 7, 1),
        date(2025, 10, 1),
        date(2026, 1, 1),
    ]
    assert list(between(date(2026, 1, 1), date(2025, 7, 1))) == []


def test_a_quarter_has_a_name() -> None:
    assert name(date(2026, 7, 1)) == "Q3 2026"


@pytest.mark.parametrize("text", ["", "2026", "2026-Q5", "2026-Q0", "0000-Q1", "2026-q1", "2026-Q1x", "²026-Q1"])
def test_anything_else_is_no_quarter(text: str) -> None:
    assert decoded(text) is None
