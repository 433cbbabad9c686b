"""The verbs about people on a board."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import Http404

from mentors import keeping
from mentors.contents import Member
from mentors.desk import desk_of
from mentors.keeping import (
    add_member,
    add_members,
    bring_back_member,
    change_member,
    change_to,
    forget_member,
    rest,
    retire_member,
    snooze,
)
from mentors.models import Touch
from mentors.seating import Full
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.mentors.litany import NOUR, ago, known, member_of, talked


def test_several_at_once_or_none(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    with pytest.raises(Full):
        add_members(cast.ada, [Member(str(number), ago(0)) for number in range(3)])
    assert desk_of(cast.ada).members == {}
    add_members(cast.ada, [Member("b", ago(0)), Member("A", ago(0))])
    assert [held.contents.name for held in desk_of(cast.ada).members.values()] == ["A", "b"]
    with pytest.raises(Full):
        add_member(cast.ada, Member("c", ago(0)))


def test_those_who_were_let_go_take_no_room(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 1)
    first = known(cast.ada)
    retire_member(cast.ada, first, words="", on=ago(0))
    known(cast.ada)
    with pytest.raises(Full):
        bring_back_member(cast.ada, first)


def test_a_change_keeps_what_talks_come_to(cast: Cast, ines: str) -> None:
    talked(cast.ada, ines, words="A talk")
    change_member(cast.ada, ines, lambda member: replace(Member(NOUR, ago(0)), why=member.name))
    found = member_of(cast.ada, ines)
    assert (found.name, found.why, found.summary.last_words) == (NOUR, "Ines Duarte", "A talk")
    assert found.added_on != ago(0)


@pytest.mark.parametrize("seen", [-1, 2])
def test_what_somebody_else_changed_is_not_overwritten(cast: Cast, ines: str, seen: int) -> None:
    with pytest.raises(Stale):
        change_to(cast.ada, ines, {"why": "Old"}, seen=seen)
    change_to(cast.ada, ines, {"why": "New"}, seen=1)
    assert member_of(cast.ada, ines).why == "New"


def test_waiting_resting_and_coming_back(cast: Cast, ines: str) -> None:
    snooze(cast.ada, ines, until=ago(-9))
    assert member_of(cast.ada, ines).snoozed_until == ago(-9)
    rest(cast.ada, ines, on=ago(1))
    rest(cast.ada, ines, on=ago(0))
    found = member_of(cast.ada, ines)
    assert (found.resting_since, found.snoozed_until) == (ago(1), None)
    retire_member(cast.ada, ines, words="First", on=ago(1))
    retire_member(cast.ada, ines, words="Second", on=ago(0))
    found = member_of(cast.ada, ines)
    assert (found.retired_on, found.retired_words) == (ago(1), "First")
    for _number in range(2):
        bring_back_member(cast.ada, ines)
    found = member_of(cast.ada, ines)
    assert (found.retired_on, found.retired_words, found.resting_since) == (None, "", None)


def test_deleted_with_every_talk(cast: Cast, ines: str) -> None:
    talked(cast.ada, ines)
    forget_member(cast.ada, ines)
    assert (desk_of(cast.ada).members, Touch.objects.count()) == ({}, 0)


def test_nobody_elses(cast: Cast, ines: str) -> None:
    acts = (
        lambda: change_to(cast.bo, ines, {"why": "x"}, seen=1),
        lambda: snooze(cast.bo, ines, until=ago(0)),
        lambda: rest(cast.bo, ines, on=ago(0)),
        lambda: retire_member(cast.bo, ines, words="", on=ago(0)),
        lambda: bring_back_member(cast.bo, ines),
        lambda: forget_member(cast.bo, ines),
    )
    before = member_of(cast.ada, ines)
    for act in acts:
        with pytest.raises(Http404):
            act()
    assert member_of(cast.ada, ines) == before
