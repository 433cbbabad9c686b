"""Bo's team: Ada and Di are product managers on the default ladder; Bo is a manager on it, too."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person
from tests.cast import Cast
from tests.factories import PathFactory


@pytest.fixture
def on_ladder(cast: Cast, ladder: Chart) -> Chart:
    here = Ladder.objects.get(pid=ladder.ladder)
    for person in (cast.ada, cast.di):
        PathFactory(person=person, ladder=here)
    PathFactory(person=cast.bo, ladder=here, stage="group-pm", aim="director")
    return ladder


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def as_bo(cast: Cast, on_ladder: Chart) -> Client:
    return client_of(cast.bo)


@pytest.fixture
def as_ada(cast: Cast, on_ladder: Chart) -> Client:
    return client_of(cast.ada)


@pytest.fixture
def as_cy(cast: Cast, on_ladder: Chart) -> Client:
    return client_of(cast.cy)
