"""The demo's calibration: a session that tells something, a change that two people read, and a case to practise."""

from __future__ import annotations

import pytest

from calibration.models import PracticeAnswer, RatingChange, Session
from calibration.session_page import SessionPage
from demo.filling import HOST
from people.models import Person

pytestmark = pytest.mark.usefixtures("kept_demo")


def one(address: str) -> Person:
    return Person.objects.get(email=f"{address}@{HOST}")


def test_hal_facilitates_a_session_of_four_managers() -> None:
    session = Session.objects.get()
    page = SessionPage(session, one("hal"))
    assert [manager.person.short_name for manager in page.managers] == ["Bo", "Rajeswari", "Tomasz", "Xena"]
    assert "" not in {manager.rates for manager in page.managers}
    assert len(page.told) > 15
    assert [row.own for row in page.rows if row.own] == []


def test_a_manager_meets_their_own_people_there() -> None:
    page = SessionPage(Session.objects.get(), one("xena"))
    assert {own.person for row in page.rows for own in row.own} == {
        one(name) for name in ("mercy", "pavel", "anahit", "kwame")
    }


def test_two_people_read_each_change() -> None:
    for manager, person in (("bo", "minh"), ("rajeswari", "desta")):
        mine = RatingChange.objects.visible_to(one(person))
        assert [change.by for change in mine] == [one(manager)]
    assert RatingChange.objects.count() == 2
    assert not RatingChange.objects.visible_to(one("hal")).exists()


def test_bo_practised() -> None:
    assert [answer.case for answer in PracticeAnswer.objects.visible_to(one("bo"))] == ["refund-button"]
