"""What a look at the whole board does to a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentors import contents
from mentors.desk import desk_of
from mentors.fitting import Choice, Stand
from mentors.keeping import retire_member
from mentors.reviewing import chosen, review_board
from tests.cast import Cast
from tests.mentors.conftest import TODAY

EARLIER = TODAY - timedelta(days=9)
INES = contents.Member("Ines", EARLIER, snoozed_until=TODAY)


@pytest.mark.parametrize(
    ("before", "choice", "after"),
    [
        (INES, Choice.KEEP, INES),
        (INES, Choice.BACK, INES),
        (INES, Choice.REST, replace(INES, resting_since=TODAY, snoozed_until=None)),
        (INES, Choice.RETIRE, replace(INES, retired_on=TODAY, snoozed_until=None)),
        (replace(INES, resting_since=EARLIER), Choice.REST, replace(INES, resting_since=EARLIER, snoozed_until=None)),
        (replace(INES, resting_since=EARLIER), Choice.BACK, INES),
    ],
)
def test_one_choice(before: contents.Member, choice: Choice, after: contents.Member) -> None:
    assert chosen(before, choice, TODAY) == after


def test_rows_that_stay_are_not_written(cast: Cast, seat: str, ines: str) -> None:
    before = desk_of(cast.ada)
    review_board(cast.ada, {seat: Choice.KEEP, ines: Choice.KEEP}, Stand("L/pm", "L/senior"), on=TODAY)
    after = desk_of(cast.ada)
    assert [after.seats[seat].revision, after.members[ines].revision] == [
        before.seats[seat].revision,
        before.members[ines].revision,
    ]
    assert (after.settings.reviewed_on, after.settings.reviewed_stage, after.settings.reviewed_aim) == (
        TODAY,
        "L/pm",
        "L/senior",
    )


def test_who_left_already_keeps_the_day_and_the_words(cast: Cast, ines: str) -> None:
    retire_member(cast.ada, ines, words="Thank you", on=EARLIER)
    review_board(cast.ada, {ines: Choice.RETIRE}, Stand(), on=TODAY)
    left = desk_of(cast.ada).members[ines].contents
    assert (left.retired_on, left.retired_words) == (EARLIER, "Thank you")


def test_ids_of_another_board_do_nothing(cast: Cast, ines: str) -> None:
    review_board(cast.bo, {ines: Choice.RETIRE}, Stand(), on=TODAY)
    assert desk_of(cast.ada).members[ines].contents.retired_on is None
