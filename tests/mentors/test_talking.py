"""The verbs about touchpoints, and what all of them come to."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from mentors import talking
from mentors.contents import FollowUp, Mark, Touch
from mentors.desk import desk_of
from mentors.keeping import change_to, snooze
from mentors.models import Touch as Row
from mentors.seating import Full
from mentors.summing import in_a_year, line_of, summary
from mentors.talking import change_touch, delete_touch, finish, note_prepared, note_touch, told
from safeguards.ids import new_pid
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.mentors.litany import ago, known, member_of, talked, touches_of


def test_the_same_talk_twice_is_one(cast: Cast, ines: str) -> None:
    touch = Touch(ago(3), "A chat")
    first, second = (note_touch(cast.ada, ines, touch) for _number in range(2))
    assert (first[1], second) == (True, (first[0], False))
    assert note_touch(cast.ada, ines, Touch(ago(2), "A chat"))[1]
    assert [found.on for found in touches_of(cast.ada, ines)] == [ago(2), ago(3)]


def test_an_older_talk_does_not_turn_the_clock_back(cast: Cast, ines: str) -> None:
    talked(cast.ada, ines, 3, words="Late")
    talked(cast.ada, ines, 30, words="Early")
    found = member_of(cast.ada, ines).summary
    assert (found.last_on, found.last_words, found.count) == (ago(3), "Late", 2)


def test_no_more_than_a_board_holds(cast: Cast, ines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talking, "MOST", 1)
    talked(cast.ada, ines)
    with pytest.raises(Full):
        talked(cast.ada, ines, 4)
    assert Row.objects.count() == 1


def test_what_was_prepared_is_taken_over_or_left(cast: Cast, ines: str) -> None:
    change_to(cast.ada, ines, {"questions": "Which?", "gift": "A book"}, seen=1)
    snooze(cast.ada, ines, until=ago(-9))
    assert note_prepared(cast.ada, ines, Touch(ago(2)), taken=False)
    assert member_of(cast.ada, ines).questions == "Which?"
    assert not note_prepared(cast.ada, ines, Touch(ago(2)), taken=True)
    found = member_of(cast.ada, ines)
    assert (found.questions, found.gift, found.snoozed_until) == ("", "", None)


def test_following_up(cast: Cast, ines: str) -> None:
    touch = talked(cast.ada, ines, follow_ups=(FollowUp("One"), FollowUp("Two")), advice="Start small")
    for day in (2, 1):
        finish(cast.ada, ines, touch, 1, on=ago(day))
        told(cast.ada, ines, touch, on=ago(day))
    (found,) = touches_of(cast.ada, ines)
    assert ([item.done_on for item in found.follow_ups], found.told_on) == ([None, ago(2)], ago(2))
    said = member_of(cast.ada, ines).summary
    assert ([item.words for item in said.open], said.owed) == (["One"], ())
    with pytest.raises(Stale):
        finish(cast.ada, ines, touch, 2, on=ago(0))


@pytest.mark.parametrize("seen", [-1, 2])
def test_what_somebody_else_changed_is_not_overwritten(cast: Cast, ines: str, seen: int) -> None:
    touch = talked(cast.ada, ines)
    with pytest.raises(Stale):
        change_touch(cast.ada, ines, touch, {"words": "Old"}, seen=seen)
    change_touch(cast.ada, ines, touch, {"words": "New"}, seen=1)
    assert (touches_of(cast.ada, ines)[0].words, member_of(cast.ada, ines).summary.last_words) == ("New", "New")


def test_deleted_in_another_tab(cast: Cast, ines: str) -> None:
    touch = talked(cast.ada, ines)
    delete_touch(cast.ada, ines, touch)
    assert member_of(cast.ada, ines).summary.count == 0
    for act in (
        lambda: delete_touch(cast.ada, ines, touch),
        lambda: told(cast.ada, ines, touch, on=ago(0)),
        lambda: change_touch(cast.ada, ines, touch, {"words": "x"}, seen=1),
    ):
        with pytest.raises(Stale):
            act()


def test_nobody_elses(cast: Cast, ines: str) -> None:
    touch, of_bo = talked(cast.ada, ines), known(cast.bo)
    for member in (ines, new_pid()):
        with pytest.raises(Http404):
            note_touch(cast.bo, member, Touch(ago(0)))
    with pytest.raises(Stale):
        delete_touch(cast.bo, of_bo, touch)
    assert len(touches_of(cast.ada, ines)) == 1


def test_five_hundred_talks_are_summed_up_within_bounds(cast: Cast) -> None:
    items = (FollowUp("x" * 300), FollowUp("y"))
    touches = {
        str(number): Touch(date(2020 + number % 5, number % 12 + 1, 1), advice="z" * 900, follow_ups=items)
        for number in range(500)
    }
    found = summary(touches)
    assert (found.count, len(found.open), len(found.owed), len(found.months)) == (500, 50, 50, 13)
    assert max(len(owed.words) for owed in found.owed) == 200
    assert desk_of(cast.ada).members == {}


def test_a_year_of_giving_and_taking() -> None:
    days = (date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 1), date(2026, 7, 1))
    said = [summary({"a": Touch(day, marks=(Mark.GAVE, Mark.HELLO))}) for day in days]
    found = in_a_year(said, date(2026, 6, 15))
    assert found == {Mark.ASKED: 0, Mark.RECEIVED: 0, Mark.GAVE: 2, Mark.HELLO: 2}


def test_what_a_talk_is_called() -> None:
    assert line_of(Touch(ago(0))) == ""
    assert line_of(Touch(ago(0), notes="\n\nFirst\nSecond")) == "First"
    assert line_of(Touch(ago(0), words="Line", notes="Notes")) == "Line"
