"""The open draft of the default ladder, and clients of those who meet it: Lin edits, Cy publishes, Ada reads."""

from __future__ import annotations

import pytest
from django.test import Client

from drafts.models import Draft, Piece
from drafts.opening import open_draft
from drafts.pieces import Kind
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person
from tests.cast import Cast


@pytest.fixture
def draft(cast: Cast, ladder: Chart) -> Draft:
    return open_draft(Ladder.objects.get(pid=ladder.ladder), by=cast.lin)


@pytest.fixture
def stage(draft: Draft) -> Piece:
    return Piece.objects.get(draft=draft, kind=Kind.STAGE, key="product-manager")


@pytest.fixture
def skill(draft: Draft) -> Piece:
    return Piece.objects.get(draft=draft, kind=Kind.SKILL, key="data-analysis")


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def as_lin(cast: Cast) -> Client:
    return client_of(cast.lin)


@pytest.fixture
def as_cy(cast: Cast) -> Client:
    return client_of(cast.cy)


@pytest.fixture
def as_ada(cast: Cast) -> Client:
    return client_of(cast.ada)
