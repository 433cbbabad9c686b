"""Putting feedback out of one's sight, and back."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from feedback.models import Feedback
from people.models import Notice
from tests.cast import Cast
from tests.reviews.pairs import client_of


@pytest.fixture
def given(cast: Cast) -> Feedback:
    return Feedback.give(cast.di, cast.ada, words="Clear talk")


def url_of(given: Feedback) -> str:
    return f"/feedback/{given.pid}/hide/"


def test_hides_and_shows_again_and_tells_nobody(given: Feedback, cast: Cast) -> None:
    for on in ("1", "1", "0"):
        assertRedirects(client_of(cast.ada).post(url_of(given), {"on": on}), "/feedback/")
        assert (Feedback.objects.get().hidden_at is not None) == (on == "1")
    assert not Notice.objects.filter(person=cast.di).exists()


def test_to_others_it_is_not_there(given: Feedback, cast: Cast) -> None:
    for stranger in (cast.di, cast.bo, cast.eve):
        assert client_of(stranger).post(url_of(given), {"on": "1"}).status_code == 404
    assert Feedback.objects.get().hidden_at is None


def test_signed_out(given: Feedback) -> None:
    assert Client().post(url_of(given)).status_code == 302
