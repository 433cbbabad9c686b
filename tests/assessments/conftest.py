"""Ada has said where she is: a product manager who aims for senior, on the default ladder."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person
from tests.cast import Cast
from tests.factories import PathFactory


@pytest.fixture
def ada(cast: Cast, ladder: Chart) -> Person:
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    return cast.ada


@pytest.fixture
def as_ada(client: Client, ada: Person) -> Client:
    client.force_login(ada)
    return client
