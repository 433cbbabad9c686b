"""The board to take away."""

from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mentors import contents
from mentors.keeping import add_members
from mentors.models import Board
from mentors.seating import retire_seat
from mentors.talking import note_touch
from tests.cast import Cast
from tests.mentors.conftest import TODAY

URL = "/board/take/"


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


def files(response: Any) -> dict[str, str]:
    assert response.headers["Content-Type"] == "application/zip"
    packed = zipfile.ZipFile(BytesIO(response.content))
    return {name: packed.read(name).decode() for name in packed.namelist()}


def test_everything_is_in_it(as_ada: Client, cast: Cast, seat: str, ines: str) -> None:
    talk, _new = note_touch(cast.ada, ines, contents.Touch(TODAY, "أسعار", advice="Raise them"))
    earlier, _new = note_touch(cast.ada, ines, contents.Touch(TODAY - timedelta(days=9), "Hello"))
    retire_seat(cast.ada, seat, words="Met", on=TODAY)
    found = files(as_ada.post(URL))
    board = json.loads(found["board.json"])
    assert board["format"] == "careerpath-board/1"
    assert [(one["need"], one["retired_words"]) for one in board["seats"].values()] == [("Pricing strategy", "Met")]
    assert {pid: one["name"] for pid, one in board["people"].items()} == {ines: "Ines Duarte"}
    assert list(board["talks"][ines]) == [earlier, talk]
    assert (board["talks"][ines][talk]["words"], board["talks"][ines][talk]["advice"]) == ("أسعار", "Raise them")
    for version in ("3.0", "4.0"):
        assert f"VERSION:{version}\r\nFN:Ines Duarte\r\n" in found[f"people-{version}.vcf"]


def test_an_empty_board(as_ada: Client) -> None:
    assert json.loads(files(as_ada.post(URL))["board.json"])["people"] == {}
    assert Board.objects.count() == 0


def test_looking_takes_nothing(as_ada: Client, ines: str) -> None:
    response = as_ada.get(URL)
    assert (response.status_code, b"Ines" in response.content) == (200, False)


def test_it_is_never_kept(as_ada: Client, ines: str) -> None:
    assert as_ada.post(URL).headers["Cache-Control"] == "private, no-store"


def test_everybody_takes_their_own(client: Client, cast: Cast, ines: str) -> None:
    client.force_login(cast.bo)
    assert json.loads(files(client.post(URL))["board.json"])["people"] == {}


def test_the_password_is_asked_for_before(client: Client, cast: Cast, ines: str) -> None:
    cast.ada.set_password("a long enough password")
    cast.ada.save()
    client.force_login(cast.ada)
    assert client.get(URL).status_code == 200
    response = client.post(URL)
    assert response.headers["Location"].startswith("/account/reauthenticate/")
    wrong = client.post(response.headers["Location"], {"password": "another password", "next": URL})
    assert (wrong.status_code, b"PK" in wrong.content[:2]) == (200, False)
    after = client.post(response.headers["Location"], {"password": "a long enough password", "next": URL})
    assert "Ines Duarte" in files(after)["board.json"]


def test_signed_out(client: Client, db: None) -> None:
    assert client.get(URL).headers["Location"].startswith("/welcome/")
    assert client.post(URL).headers["Location"].startswith("/welcome/")


@pytest.mark.parametrize("people", [1, 30])
def test_queries(as_ada: Client, cast: Cast, people: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rows = add_members(cast.ada, [contents.Member(f"M{number}", TODAY) for number in range(people)])
    for row in rows:
        note_touch(cast.ada, row.pid, contents.Touch(TODAY, "Hello"))
    with django_assert_num_queries(6):
        as_ada.post(URL)
