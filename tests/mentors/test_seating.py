"""The verbs of seats: each guards its own rule, whatever a page forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import Http404

from mentors import contents
from mentors.contents import Cadence
from mentors.desk import desk_of
from mentors.seating import (
    MOST,
    Full,
    bring_back_seat,
    change_seat,
    holders_mark,
    move_seat,
    name_need,
    retire_seat,
    settle,
    sit,
)
from safeguards.ids import new_pid
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.mentors.conftest import TODAY
from tests.mentors.litany import known


def needs(cast: Cast) -> list[str]:
    return [held.contents.need for held in desk_of(cast.ada).open_seats.values()]


def named(cast: Cast, *words: str) -> list[str]:
    return [name_need(cast.ada, contents.Seat(need, opened_on=TODAY)).pid for need in words]


def test_a_new_one_stands_behind_the_others(cast: Cast) -> None:
    named(cast, "B", "A")
    assert needs(cast) == ["B", "A"]


def test_forty_are_all(cast: Cast) -> None:
    first = named(cast, *map(str, range(MOST)))[0]
    with pytest.raises(Full):
        named(cast, "One more")
    retire_seat(cast.ada, first, words="", on=TODAY)
    named(cast, "Instead")
    with pytest.raises(Full):
        bring_back_seat(cast.ada, first)


def test_other_words_keep_their_place(cast: Cast) -> None:
    first, _second = named(cast, "A", "B")
    seat = contents.Seat("C", opened_on=TODAY.replace(year=2020), why="Why", cadence=Cadence(7, 14))
    change_seat(cast.ada, first, seat, seen=1)
    assert needs(cast) == ["C", "B"]
    assert desk_of(cast.ada).seat(first).contents.opened_on == TODAY
    with pytest.raises(Stale):
        change_seat(cast.ada, first, replace(seat, need="D"), seen=1)


def test_moving(cast: Cast) -> None:
    first, second, third = named(cast, "A", "B", "C")
    move_seat(cast.ada, third, up=True)
    assert needs(cast) == ["A", "C", "B"]
    for _time in range(3):  # at the end it stays
        move_seat(cast.ada, first, up=True)
        move_seat(cast.ada, second, up=False)
    assert needs(cast) == ["A", "C", "B"]
    change_seat(cast.ada, third, contents.Seat("D", opened_on=TODAY), seen=1)  # a form that is open is not in the way
    assert needs(cast) == ["A", "D", "B"]


def test_a_retired_one_is_not_moved(cast: Cast) -> None:
    first = named(cast, "A", "B")[0]
    retire_seat(cast.ada, first, words="Met", on=TODAY)
    retire_seat(cast.ada, first, words="Again", on=TODAY.replace(year=2030))
    kept = desk_of(cast.ada).seat(first).contents
    assert (kept.retired_on, kept.retired_words) == (TODAY, "Met")
    with pytest.raises(Stale):
        move_seat(cast.ada, first, up=False)
    bring_back_seat(cast.ada, first)
    assert sorted(needs(cast)) == ["A", "B"]


def test_exactly_these_hold_it(cast: Cast, seat: str, ines: str) -> None:
    kenji = known(cast.ada, "Kenji")
    before = holders_mark(desk_of(cast.ada), seat)
    sit(cast.ada, seat, {kenji}, seen=before)
    assert [held.pid for held in desk_of(cast.ada).at(seat)] == [kenji]
    with pytest.raises(Stale):
        sit(cast.ada, seat, {ines}, seen=before)
    sit(cast.ada, seat, {kenji, ines})
    assert {held.pid for held in desk_of(cast.ada).at(seat)} == {kenji, ines}
    with pytest.raises(Http404):
        sit(cast.ada, seat, {new_pid()})


def test_what_is_on_another_board_is_not_there(cast: Cast, seat: str) -> None:
    known(cast.bo, "Somebody")
    acts = (
        lambda: change_seat(cast.bo, seat, contents.Seat("X", opened_on=TODAY), seen=1),
        lambda: move_seat(cast.bo, seat, up=True),
        lambda: retire_seat(cast.bo, seat, words="", on=TODAY),
        lambda: bring_back_seat(cast.bo, seat),
        lambda: sit(cast.bo, seat, set()),
    )
    for act in acts:
        with pytest.raises(Http404):
            act()


def test_settings_of_another_tab_are_not_written_over(cast: Cast) -> None:
    settle(cast.ada, per_week=3, digest=0, seen=1)
    with pytest.raises(Stale):
        settle(cast.ada, per_week=5, digest=None, seen=1)
    kept = desk_of(cast.ada).settings
    assert (kept.per_week, kept.digest) == (3, 0)
