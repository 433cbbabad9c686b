"""The demo's snapshots: something to see, something hidden, and gone with the demo."""

from __future__ import annotations

from datetime import date

import pytest

from demo.opening import open_demo
from organisation.models import Snapshot
from people.accounts import make_first_account, remove_demo
from tests.organisation.sheets import freeze

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 4)


def test_something_is_told_and_something_hidden_in_every_cut() -> None:
    assert [*open_demo(TODAY)][-1][0] > 30
    latest = Snapshot.objects.latest_first().first()
    assert latest is not None
    assert (Snapshot.objects.count(), latest.quarter) == (8, date(2026, 1, 1))
    lines = latest.sheet["skills"]
    assert {line["told"]["whole"] is None for line in lines} == {True, False}
    assert {cell is None for line in lines for _name, cell in line["told"]["cuts"]["phase"]} == {True, False}


def test_they_go_with_the_demo_and_before_the_first_real_account() -> None:
    assert [*open_demo(TODAY)] != []
    remove_demo()
    assert Snapshot.objects.count() == 0
    assert [*open_demo(TODAY)] != []
    make_first_account(email="ann@example.org", name="Ann", password="correct horse battery")
    assert Snapshot.objects.count() == 0


def test_a_real_one_stays() -> None:
    make_first_account(email="ann@example.org", name="Ann", password="correct horse battery")
    freeze(many=1)
    remove_demo()
    assert Snapshot.objects.count() == 1
