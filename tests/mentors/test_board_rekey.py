"""Every board closed with the first key, so that the others can go."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mentors import contents, keys
from mentors.desk import desk_of
from mentors.keeping import add_member
from mentors.models import Board, ServerKey
from tests.cast import Cast
from tests.mentors.conftest import TODAY

INES = contents.Member("Ines Duarte", TODAY)


def rekey() -> str:
    out = StringIO()
    call_command("board_rekey", stdout=out)
    return out.getvalue()


@pytest.fixture
def boards(cast: Cast) -> None:
    for owner in (cast.ada, cast.bo):
        add_member(owner, INES)


def in_front(file: Path) -> None:
    file.write_text(f"{keys.new_text()}\n{file.read_text()}")


def test_the_old_key_can_go_afterwards(cast: Cast, boards: None, own_keys: Path) -> None:
    in_front(own_keys)
    assert rekey() == "2 of 2 boards closed with the first key\n"
    own_keys.write_text(own_keys.read_text().splitlines()[0])
    assert [len(desk_of(owner).members) for owner in (cast.ada, cast.bo)] == [1, 1]
    assert [row.name for row in ServerKey.objects.all()] == [keys.known()[0].name]


def test_again_it_does_nothing(boards: None) -> None:
    before = list(Board.objects.values().order_by("pk"))
    assert rekey() == "0 of 2 boards closed with the first key\n"
    assert list(Board.objects.values().order_by("pk")) == before


def test_without_boards_no_key_is_made(cast: Cast, own_keys: Path) -> None:
    assert rekey() == "0 of 0 boards closed with the first key\n"
    assert not own_keys.exists()


def test_a_board_that_does_not_open_is_left_and_said(cast: Cast, boards: None, own_keys: Path) -> None:
    """Bo's was closed with a key that is gone; Ada's moves all the same, and nothing is forgotten."""
    Board.objects.filter(owner=cast.bo).update(key_name="0" * 16)
    in_front(own_keys)
    with pytest.raises(CommandError, match="1 boards were left as they are"):
        rekey()
    assert len(desk_of(cast.ada).members) == 1
    assert Board.objects.get(owner=cast.bo).key_name == "0" * 16
    assert ServerKey.objects.count() == 2


def test_a_lost_key(cast: Cast, boards: None, own_keys: Path) -> None:
    own_keys.unlink()
    with pytest.raises(CommandError, match="2 boards were left"):
        rekey()
    assert not own_keys.exists()


def test_preparing_a_server_makes_no_key(db: None, own_keys: Path) -> None:
    source = (Path(__file__).parents[2] / "careerpath/management/commands/prepare.py").read_text()
    assert ("mentors" in source, own_keys.exists()) == (False, False)
