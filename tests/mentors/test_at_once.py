"""Several tabs of one person at the same moment: nothing is lost and nothing is there twice."""

from __future__ import annotations

import pytest

from mentors.contents import Member, Touch
from mentors.desk import desk_of
from mentors.keeping import add_member, rest, snooze
from mentors.models import Board
from mentors.talking import note_touch
from tests.cast import Cast
from tests.mentors.litany import ago, member_of, touches_of
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_talk_in_two_tabs(cast: Cast, ines: str) -> None:
    fresh = at_once(lambda _number: note_touch(cast.ada, ines, Touch(ago(0), "A chat"))[1], count=4)
    assert sorted(fresh) == [False, False, False, True]
    assert len(touches_of(cast.ada, ines)) == member_of(cast.ada, ines).summary.count == 1


def test_different_talks_all_count(cast: Cast, ines: str) -> None:
    at_once(lambda number: note_touch(cast.ada, ines, Touch(ago(number), f"Talk {number}")), count=4)
    summary = member_of(cast.ada, ines).summary
    assert (summary.count, summary.last_words) == (4, "Talk 0")


def test_a_talk_and_a_rest(cast: Cast, ines: str) -> None:
    acts = (
        lambda: note_touch(cast.ada, ines, Touch(ago(0), "A chat")),
        lambda: rest(cast.ada, ines, on=ago(0)),
        lambda: snooze(cast.ada, ines, until=ago(-9)),
    )
    at_once(lambda number: acts[number](), count=3)
    found = member_of(cast.ada, ines)
    assert (found.resting_since, found.summary.count) == (ago(0), 1)


def test_the_first_two_people_share_one_board(cast: Cast) -> None:
    at_once(lambda number: add_member(cast.ada, Member(f"Person {number}", ago(0))), count=4)
    assert (Board.objects.count(), len(desk_of(cast.ada).members)) == (1, 4)
