"""The boards of the demo: every band, free seats, and gone with the demo."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from demo.opening import open_demo
from ladders.reading import place_of
from mentors.contents import Mark
from mentors.desk import Desk, desk_of
from mentors.fitting import question
from mentors.models import Board, Member, Seat, Touch
from mentors.summing import in_a_year
from people.accounts import remove_demo
from people.models import Person

TODAY = date(2026, 6, 4)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.BOARD_KEYS, settings.BOARD_KEY_FILE = [], tmp_path / "boards"


@pytest.fixture
def boards() -> dict[str, Desk]:
    for _progress in open_demo(TODAY):
        pass
    people = Person.objects.filter(pk__in=Board.objects.values("owner"))
    return {person.email.split("@")[0]: desk_of(person) for person in people}


def test_adas_is_the_one_of_the_design(boards: dict[str, Desk]) -> None:
    assert set(boards) == {"ada", "bo", "joao", "minh"}
    desk = boards["ada"]
    bands = {desk.members[pid].contents.name: str(one.band) for pid, one in desk.rhythms(TODAY).items()}
    assert bands == {
        "Ines Duarte": "due",
        "Tomasz Wilk": "soon",
        "Ruth Amsalem": "fine",
        "Farid Haddad": "fine",
        "Kenji Mori": "resting",
        "Leila Brandt": "fine",
    }
    free = [held.contents.need for pid, held in desk.open_seats.items() if not desk.at(pid)]
    assert free == ["Coaching others", "Working with finance"]
    assert "You chose another aim" in question(desk, place_of(desk.owner), TODAY)
    given = in_a_year([held.contents.summary for held in desk.members.values()], TODAY)
    assert given == {Mark.ASKED: 4, Mark.RECEIVED: 5, Mark.GAVE: 3, Mark.HELLO: 4}


def test_every_seat_and_skill_is_known(boards: dict[str, Desk]) -> None:
    found = Counter(held.contents.topic is None for desk in boards.values() for held in desk.seats.values())
    assert found == {False: 12, True: 3}


def test_it_goes_with_the_demo(boards: dict[str, Desk]) -> None:
    remove_demo()
    assert [model._default_manager.count() for model in (Board, Seat, Member, Touch)] == [0, 0, 0, 0]
