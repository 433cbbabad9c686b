"""Who is due, and never too many at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors.cadence import CHOICES, Band, Rhythm, cadence_of, rhythm, spread
from mentors.contents import Cadence, Member, Seat, Summary

TODAY = date(2026, 6, 15)  # a Monday
INES = Member("Ines", added_on=TODAY, cadence=Cadence(30, 45))


def met(days: int) -> Member:
    return replace(INES, summary=Summary(count=1, last_on=TODAY - timedelta(days=days)))


@pytest.mark.parametrize(
    ("ago", "band", "late"),
    [
        (0, "fine", False),
        (15, "fine", False),
        (16, "soon", False),
        (29, "soon", False),
        (30, "due", False),
        (45, "due", False),
        (46, "due", True),
    ],
)
def test_bands(ago: int, band: str, late: bool) -> None:
    found = rhythm(met(ago), {}, TODAY)
    assert (found.band, found.is_late(TODAY)) == (band, late)


def test_whoever_was_never_met_counts_from_the_day_they_came() -> None:
    assert rhythm(INES, {}, TODAY).due_on == TODAY + timedelta(days=30)


def test_the_own_rhythm_goes_before_the_seats_and_the_quickest_seat_counts() -> None:
    seats = {
        "a": Seat("A", TODAY, cadence=CHOICES["yearly"]),
        "b": Seat("B", TODAY, cadence=CHOICES["quarterly"]),
        "gone": Seat("C", TODAY, cadence=CHOICES["weekly"], retired_on=TODAY),
        "without": Seat("D", TODAY),
    }
    sitting = replace(INES, cadence=None, seats=("a", "b", "gone", "without", "unknown"))
    assert cadence_of(sitting, seats) == CHOICES["quarterly"]
    assert cadence_of(replace(sitting, cadence=CHOICES["yearly"]), seats) == CHOICES["yearly"]
    assert rhythm(replace(sitting, seats=()), seats, TODAY) == Rhythm(Band.FINE)


def test_snoozed_resting_quiet() -> None:
    late, later = met(60), TODAY + timedelta(days=20)
    assert rhythm(replace(late, snoozed_until=later), {}, TODAY).due_on == later
    assert rhythm(replace(late, snoozed_until=TODAY), {}, TODAY).band is Band.DUE
    assert rhythm(replace(late, resting_since=TODAY), {}, TODAY) == Rhythm(Band.RESTING)
    quiet = replace(late, quiet_from=TODAY, quiet_until=later)
    assert rhythm(quiet, {}, TODAY) == Rhythm(Band.RESTING, due_on=later + timedelta(days=1))
    assert rhythm(quiet, {}, later + timedelta(days=1)).band is Band.DUE
    assert rhythm(replace(late, quiet_from=TODAY), {}, date.max).band is Band.RESTING
    assert rhythm(replace(late, quiet_from=later), {}, TODAY).band is Band.DUE


def test_dates_at_the_ends_of_the_calendar() -> None:
    assert rhythm(replace(INES, added_on=date.max), {}, TODAY).due_on == date.max
    assert rhythm(replace(INES, added_on=date.min), {}, TODAY).is_late(TODAY)


def test_two_a_week_the_latest_first() -> None:
    alone = {f"m{ago}": rhythm(met(ago), {}, TODAY) for ago in (31, 40, 60, 90, 120)}
    found = spread(alone, per_week=2, met=[], today=TODAY)
    assert {key: (one.band, one.moved) for key, one in found.items()} == {
        "m120": ("due", False),
        "m90": ("due", False),
        "m60": ("soon", True),
        "m40": ("soon", True),
        "m31": ("soon", True),
    }
    assert [found[key].due_on for key in ("m60", "m40", "m31")] == [
        date(2026, 6, 22),
        date(2026, 6, 22),
        date(2026, 6, 29),
    ]


def test_contacts_of_this_week_take_room() -> None:
    alone = {"late": rhythm(met(60), {}, TODAY)}
    days = [TODAY, TODAY]
    assert spread(alone, per_week=2, met=days, today=TODAY)["late"].moved
    assert not spread(alone, per_week=2, met=[TODAY - timedelta(days=1)] * 9, today=TODAY)["late"].moved


@given(st.lists(st.integers(0, 400), max_size=40), st.integers(1, 7), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_never_more_than_so_many_and_nobody_is_lost(days: list[int], per_week: int, today: date) -> None:
    alone = {
        str(number): rhythm(replace(INES, summary=Summary(last_on=today - timedelta(days=ago))), {}, today)
        for number, ago in enumerate(days)
    }
    found = spread(alone, per_week=per_week, met=[], today=today)
    due = [one for one in found.values() if one.band is Band.DUE]
    was_due = [one for one in alone.values() if one.band is Band.DUE]
    assert found.keys() == alone.keys()
    assert len(due) == min(per_week, len(was_due))
    for key, one in found.items():
        before = alone[key]
        assert one.due_on is not None
        assert before.due_on is not None
        assert one == before or (one.moved and one.due_on > max(before.due_on, today))
