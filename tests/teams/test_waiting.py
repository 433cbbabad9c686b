"""Promises wait for whose they are to keep."""

from __future__ import annotations

from django.utils import timezone

from people.models import Person
from people.waiting import waiting_for
from tests.cast import Cast
from tests.teams.scenes import promise


def words(person: Person) -> list[str]:
    return [one.words for one in waiting_for(person)]


def test_each_side_has_its_own(cast: Cast) -> None:
    promise(cast.ada, cast.bo, "Ask finance")
    promise(cast.ada, cast.bo, "Write the memo", side="person")
    assert words(cast.bo) == ["You promised Ada Okafor: Ask finance"]
    assert words(cast.ada) == ["You promised Bo Lindqvist: Write the memo"]


def test_nobody_is_held_to_it_under_another_manager(cast: Cast) -> None:
    promise(cast.ada, cast.bo)
    assert len(words(cast.bo)) == 1
    cast.ada.report_to(cast.cy, since=timezone.localdate())
    assert words(cast.bo) == []
