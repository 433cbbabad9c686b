"""One line back to whoever gave feedback."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from feedback.models import Feedback
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, refused, send
from tests.reviews.pairs import client_of


@pytest.fixture
def given(cast: Cast) -> Feedback:
    return Feedback.give(cast.di, cast.ada, words="Clear talk")


def url_of(given: Feedback) -> str:
    return f"/feedback/{given.pid}/thank/"


def test_thanks(given: Feedback, cast: Cast) -> None:
    assertRedirects(send(cast.ada, url_of(given), thanks="Thank you."), "/feedback/")
    assert Feedback.objects.get().thanks == "Thank you."
    assert Notice.objects.filter(person=cast.di, kind="feedback_thanked").count() == 1


@pytest.mark.parametrize("said", ["", "x" * 201, "a\x00"])
def test_one_line(given: Feedback, cast: Cast, said: str) -> None:
    assert refused(send(cast.ada, url_of(given), thanks=said)) == {"thanks"}


def test_once_also_from_two_tabs(given: Feedback, cast: Cast) -> None:
    first, second = form(cast.ada, url_of(given)), form(cast.ada, url_of(given))
    client = client_of(cast.ada)
    client.post(url_of(given), first | {"thanks": "First"})
    response = client.post(url_of(given), second | {"thanks": "Second line"})
    assert (response.status_code, "Second line" in main(response).text) == (409, True)
    assert Feedback.objects.get().thanks == "First"


def test_to_others_it_is_not_there(given: Feedback, cast: Cast) -> None:
    for stranger in (cast.di, cast.bo, cast.eve):
        is_not_there(stranger, url_of(given))


def test_signed_out(given: Feedback) -> None:
    leads_to_welcome(url_of(given))
