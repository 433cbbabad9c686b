"""Whom one can ask about what is open, and which seat hangs on one person."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mentors.contents import Member, Seat, Topic
from mentors.coverage import Alone, coverage
from tests.mentors.conftest import TODAY

PRICING, COACHING, VISION = (Topic(f"{name:x<12}", name.capitalize()) for name in ("pricing", "coaching", "vision"))
SEATS = {"p": Seat("Prices", TODAY, topic=PRICING), "c": Seat("Coach", TODAY, topic=COACHING)}
INES = Member("Ines", TODAY, seats=("p",))


def test_a_seat_or_a_strength_covers_a_gap() -> None:
    kenji = Member("Kenji", TODAY, strengths=(VISION,))
    found = coverage([PRICING, COACHING, VISION], SEATS, [INES, kenji])
    assert (found.nobody, found.asked, found.gaps) == ((COACHING,), 2, 3)
    assert found.alone == (Alone("p", "Prices", "Ines"),)


def test_whoever_rests_or_left_cannot_be_asked() -> None:
    for gone in (replace(INES, resting_since=TODAY), replace(INES, retired_on=TODAY)):
        found = coverage([PRICING], SEATS, [gone])
        assert (found.nobody, found.alone) == ((PRICING,), ())


def test_a_seat_that_was_let_go_covers_nothing() -> None:
    seats = {"p": replace(SEATS["p"], retired_on=TODAY)}
    found = coverage([PRICING], seats, [INES])
    assert (found.nobody, found.alone) == ((PRICING,), ())


def test_two_are_not_alone() -> None:
    assert coverage([], SEATS, [INES, replace(INES, name="Tomasz")]).alone == ()


def test_without_gaps_there_is_nothing_to_say() -> None:
    assert (coverage([], {}, []).nobody, coverage([], {}, []).gaps) == ((), 0)


@given(st.lists(st.sampled_from([PRICING, COACHING, VISION]), unique=True), st.sets(st.sampled_from(["p", "c"])))
def test_every_gap_is_on_one_side(gaps: list[Topic], held: set[str]) -> None:
    found = coverage(gaps, SEATS, [replace(INES, seats=tuple(held))])
    assert found.asked + len(found.nobody) == len(gaps)
    assert [topic for topic in gaps if topic in found.nobody] == list(found.nobody)
    assert {one.seat for one in found.alone} == held
