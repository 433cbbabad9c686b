"""One world for each module: it takes seconds to make, and every request leaves it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests import kept
from tests.authz.world import World, make_world, rolled_back


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), rolled_back():
        yield make_world()
    kept.forget_charts()


@pytest.fixture(autouse=True)
def forget_charts() -> None:
    """Charts stay while their world stays."""
