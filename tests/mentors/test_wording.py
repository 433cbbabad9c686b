"""How it stands with somebody, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentors.cadence import Band, Rhythm
from mentors.contents import Cadence, Mark, Member, Seat, Way
from mentors.wording import cadence_words, marks_words, rhythm_words, seats_words, way_words

TODAY, LATER = date(2026, 6, 15), date(2026, 9, 4)
INES = Member("Ines", added_on=TODAY)


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (None, ""),
        (Cadence(91, 135), "every quarter"),
        (Cadence(1, 1), "every day"),
        (Cadence(20, 40), "every 20 days"),
    ],
)
def test_rhythms(cadence: Cadence | None, words: str) -> None:
    assert cadence_words(cadence) == words


@pytest.mark.parametrize(
    ("rhythm", "words"),
    [
        (Rhythm(Band.DUE, TODAY, LATER), "due"),
        (Rhythm(Band.DUE, TODAY, date(2026, 6, 14)), "due, and later than you wanted"),
        (Rhythm(Band.SOON, LATER, LATER), "next by 4 September 2026"),
        (Rhythm(Band.FINE, LATER, LATER), "next by 4 September 2026"),
        (Rhythm(Band.SOON, LATER, LATER, moved=True), "would be due; there is room from 4 September 2026 on"),
        (Rhythm(Band.FINE), "no rhythm"),
        (Rhythm(Band.RESTING), "wants to be left alone"),
    ],
)
def test_bands(rhythm: Rhythm, words: str) -> None:
    assert rhythm_words(rhythm, INES, TODAY) == words


def test_resting() -> None:
    resting = Rhythm(Band.RESTING)
    assert rhythm_words(resting, replace(INES, resting_since=TODAY), TODAY) == "resting since 15 June 2026"
    quiet = replace(INES, quiet_from=TODAY, quiet_until=LATER)
    assert rhythm_words(resting, quiet, TODAY) == "wants to be left alone until 4 September 2026"


def test_seats_marks_and_ways() -> None:
    needs = {"a": Seat("Pricing", TODAY), "b": Seat("Forks", TODAY), "c": Seat("Gone", TODAY, retired_on=TODAY)}
    assert seats_words(replace(INES, seats=("a", "b", "c", "d")), needs) == "Pricing, Forks"
    assert marks_words((Mark.ASKED, Mark.RECEIVED, Mark.GAVE)) == "you asked, you received and you gave"
    assert way_words(INES) == "you follow from afar; they do not know yet"
    assert way_words(replace(INES, way=Way.MENTOR, aware=True)) == "mentor; they know that you count on them"
