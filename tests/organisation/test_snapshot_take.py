"""The command that takes snapshots: what it says, and that it can be run every day."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from organisation.models import Snapshot
from organisation.quarters import after, name, quarter_of
from tests.factories import PathFactory

pytestmark = pytest.mark.django_db


def said() -> str:
    out = StringIO()
    call_command("snapshot_take", stdout=out)
    return out.getvalue()


def test_says_what_it_takes_and_then_that_there_is_nothing_to_take() -> None:
    path = PathFactory.create()
    path.person.joined_at = timezone.now() - timedelta(days=100)
    path.person.save()
    ended = after(quarter_of(timezone.localdate()), -1)
    assert said().endswith(f"{name(ended)}: {Snapshot.objects.count()} of {Snapshot.objects.count()} snapshots\n")
    assert said() == "Nothing to take: the last quarter that has ended is there, or nobody is on a ladder yet.\n"


def test_takes_nothing_where_nobody_is() -> None:
    assert said().startswith("Nothing to take")
    assert Snapshot.objects.count() == 0
