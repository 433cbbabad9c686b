from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django import DjangoDbBlocker

from demo.guests import GUESTS
from demo.opening import open_demo
from people.models import Person
from tests.authz.world import rolled_back

TODAY = date(2025, 11, 22)


@pytest.fixture
def demo(db: None) -> None:
    """The demo as it is on `TODAY`."""
    for _step in open_demo(TODAY):
        pass


@pytest.fixture(scope="module")
def filled_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The same for all tests of a module: filling takes seconds, and every test leaves it as it was."""
    with django_db_blocker.unblock(), rolled_back():
        for _step in open_demo(TODAY):
            pass
        yield


@pytest.fixture
def kept_demo(filled_once: None, db: None) -> None:
    """The demo of the module."""


@pytest.fixture
def guests(db: None) -> None:
    """The people a visitor can be, without anything about them."""
    for email in GUESTS:
        Person.objects.create_user(email, email.split("@")[0].title(), demo=True)
