"""Hal belongs to the people team; the days count from today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from people.models import Notice, Person
from people.notices import sentence
from tests.cast import Cast

Day = Callable[[int], date]


def day(after: int) -> date:
    return timezone.localdate() + timedelta(days=after)


def told(person: Person) -> list[str]:
    """The kinds of what somebody was told, oldest first."""
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def words_for(person: Person) -> list[str]:
    return [sentence(notice) for notice in Notice.objects.filter(person=person).order_by("pk")]


@pytest.fixture
def as_hal(client: Client, cast: Cast) -> Client:
    client.force_login(cast.hal)
    return client


@pytest.fixture
def as_ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client
