"""Twelve months in four periods that end today."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.quarters import PERIODS, Quarters, months_before

DAYS = st.dates(date(1972, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2024, 6, 4), 3, date(2024, 3, 4)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2023, 5, 31), 3, date(2023, 2, 28)),
        (date(2024, 3, 31), 12, date(2023, 3, 31)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 12, 31), 1, date(2024, 11, 30)),
        (date(2024, 12, 31), 0, date(2024, 12, 31)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


@given(day=DAYS, months=st.integers(0, 24))
def test_months_before_keeps_the_day_or_takes_the_last(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert before.day == min(day.day, monthrange(before.year, before.month)[1])


def test_four_periods_of_three_months() -> None:
    quarters = Quarters.until(date(2024, 6, 4))
    assert quarters.starts == (date(2023, 6, 4), date(2023, 9, 4), date(2023, 12, 4), date(2024, 3, 4))
    assert quarters.labels == ("Sep", "Dec", "Mar", "Jun")


@pytest.mark.parametrize(
    ("day", "index"),
    [
        (date(2023, 6, 4), None),
        (date(2023, 6, 5), 0),
        (date(2023, 9, 4), 0),
        (date(2023, 9, 5), 1),
        (date(2024, 6, 4), 3),
        (date(2024, 6, 5), None),
    ],
)
def test_the_period_of_a_day(day: date, index: int | None) -> None:
    assert Quarters.until(date(2024, 6, 4)).index(day) == index


@given(today=DAYS, back=st.integers(-30, 400))
def test_every_day_of_the_twelve_months_is_in_one_period(today: date, back: int) -> None:
    quarters, day = Quarters.until(today), today - timedelta(days=back)
    counts = quarters.counts([day])
    assert (len(counts), sum(counts)) == (PERIODS, int(months_before(today, 12) < day <= today))
    assert quarters.index(day) == (counts.index(1) if sum(counts) else None)


@given(today=DAYS, backs=st.lists(st.integers(0, 400), max_size=20))
def test_later_days_are_in_later_periods(today: date, backs: list[int]) -> None:
    quarters = Quarters.until(today)
    days = sorted(today - timedelta(days=back) for back in backs)
    found = [index for day in days if (index := quarters.index(day)) is not None]
    assert found == sorted(found)
    assert quarters.counts(days) == tuple(found.count(period) for period in range(PERIODS))
