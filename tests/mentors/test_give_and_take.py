"""Give and take over a whole board, in sentences."""

from __future__ import annotations

from mentors.contents import Mark, Touch
from mentors.give_and_take import give_and_take
from mentors.summing import summary
from tests.mentors.conftest import TODAY


def test_over_all_people_in_twelve_months() -> None:
    ines = summary({"a": Touch(TODAY, marks=(Mark.ASKED, Mark.RECEIVED)), "b": Touch(TODAY, marks=(Mark.ASKED,))})
    kenji = summary({"c": Touch(TODAY.replace(month=3), marks=(Mark.GAVE,))})
    assert give_and_take([ines, kenji], TODAY) == [
        "You asked 2 times, received something once and gave once.",
        "You last gave something in March.",
    ]


def test_what_is_older_is_not_counted() -> None:
    old = summary({"a": Touch(TODAY.replace(year=2020), marks=(Mark.GAVE,))})
    assert give_and_take([old], TODAY) == ["Nothing in twelve months.", "You last gave something in June 2020."]


def test_nothing_noted() -> None:
    assert give_and_take([], TODAY) == ["Nothing is noted yet. One line after a talk is enough."]
