from __future__ import annotations

from datetime import date

import pytest

from demo.guests import GUESTS
from demo.opening import open_demo
from people.models import Person

TODAY = date(2025, 11, 22)


@pytest.fixture
def demo(db: None) -> None:
    """The demo as it is on `TODAY`."""
    for _step in open_demo(TODAY):
        pass


@pytest.fixture
def guests(db: None) -> None:
    """The people a visitor can be, without anything about them."""
    for email in GUESTS:
        Person.objects.create_user(email, email.split("@")[0].title(), demo=True)
