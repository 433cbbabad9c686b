"""The server's keys: made once, never in the database, and never made anew where boards are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from mentors import contents, keys
from mentors.desk import desk_of
from mentors.keeping import add_member
from mentors.keys import KeyLost
from mentors.models import Board, ServerKey
from tests.cast import Cast
from tests.mentors.conftest import TODAY

INES = contents.Member("Ines Duarte", added_on=TODAY)


def test_a_file_for_its_owner_only_is_made_with_the_first_board(cast: Cast, own_keys: Path) -> None:
    assert desk_of(cast.ada).board is None
    assert not own_keys.exists()
    add_member(cast.ada, INES)
    assert own_keys.stat().st_mode & 0o777 == 0o600
    key = keys.known()[0]
    assert [row.name for row in ServerKey.objects.all()] == [key.name]
    assert key.secret not in bytes(Board.objects.get().wrapped)


def test_without_it_nothing_opens_and_nothing_is_written_over(cast: Cast, own_keys: Path) -> None:
    add_member(cast.ada, INES)
    lost, before = own_keys.read_text(), Board.objects.values().get()
    own_keys.unlink()
    for act in (lambda: desk_of(cast.ada), lambda: add_member(cast.ada, INES), lambda: add_member(cast.bo, INES)):
        with pytest.raises(KeyLost):
            act()
    assert (own_keys.exists(), Board.objects.values().get()) == (False, before)
    own_keys.write_text(f"{keys.new_text()}\n")  # a new one is no help
    with pytest.raises(KeyLost):
        add_member(cast.bo, INES)
    own_keys.write_text(lost)
    assert [held.contents.name for held in desk_of(cast.ada).members.values()] == ["Ines Duarte"]


def test_a_new_key_in_front_and_every_board_is_closed_with_it(cast: Cast, own_keys: Path) -> None:
    for person in (cast.ada, cast.bo):
        add_member(person, INES)
    old = own_keys.read_text()
    own_keys.write_text(f"{keys.new_text()}\n{old}")
    boards = Board.objects.select_related("owner")
    assert [[board.rewrap() for board in boards] for _time in range(2)] == [[True, True], [False, False]]
    own_keys.write_text(own_keys.read_text().splitlines()[0])
    assert len(desk_of(cast.ada).members) == 1


def test_the_setting_goes_before_the_file(cast: Cast, own_keys: Path, settings: Settings) -> None:
    settings.BOARD_KEYS = [keys.new_text()]
    add_member(cast.ada, INES)
    assert not own_keys.exists()


@pytest.mark.parametrize("text", ["short", "é" * 44, "A" * 40])
def test_what_is_no_key(settings: Settings, text: str) -> None:
    settings.BOARD_KEYS = [text]
    with pytest.raises(KeyLost):
        keys.known()
