"""Ada's board, and a key of its own for every test."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from mentors import contents
from mentors.keeping import add_member
from mentors.seating import name_need
from tests.cast import Cast

TODAY = date(2026, 6, 15)  # a Monday


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> Path:
    settings.BOARD_KEYS = []
    settings.BOARD_KEY_FILE = tmp_path / "keys" / "boards"
    return tmp_path / "keys" / "boards"


@pytest.fixture
def seat(cast: Cast) -> str:
    """The public id of a seat of Ada's."""
    return name_need(cast.ada, contents.Seat("Pricing strategy", opened_on=TODAY)).pid


@pytest.fixture
def ines(cast: Cast, seat: str) -> str:
    """The public id of somebody who holds it, every quarter."""
    person = contents.Member("Ines Duarte", added_on=TODAY, seats=(seat,), cadence=contents.Cadence(91, 135))
    return add_member(cast.ada, person).pid


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client
