"""Declining to give feedback that was asked for."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from feedback.models import Feedback, FeedbackAsked
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, send
from tests.reviews.pairs import client_of


@pytest.fixture
def asked(cast: Cast) -> FeedbackAsked:
    return FeedbackAsked.ask(cast.ada, cast.di, question="How was it?", skill=None)


def url_of(asked: FeedbackAsked) -> str:
    return f"/feedback/asked/{asked.pid}/decline/"


@pytest.mark.parametrize("reason", ["", "Not there."])
def test_declines_with_a_word_or_without(asked: FeedbackAsked, cast: Cast, reason: str) -> None:
    assertRedirects(send(cast.di, url_of(asked), reason=reason), "/feedback/")
    found = FeedbackAsked.objects.get()
    assert (found.is_open, found.reason) == (False, reason)
    assert Notice.objects.filter(person=cast.ada, kind="feedback_refused").count() == 1


def test_what_is_answered_stays(asked: FeedbackAsked, cast: Cast) -> None:
    sheet = form(cast.di, url_of(asked)) | {"reason": "Typed too late"}
    Feedback.give(cast.di, cast.ada, words="Clear.", asked=asked)
    response = client_of(cast.di).post(url_of(asked), sheet)
    assert (response.status_code, "Typed too late" in main(response).text) == (409, True)
    assert FeedbackAsked.objects.get().declined_at is None


def test_to_others_it_is_not_there(asked: FeedbackAsked, cast: Cast) -> None:
    for stranger in (cast.ada, cast.bo, cast.eve):
        is_not_there(stranger, url_of(asked))


def test_signed_out(asked: FeedbackAsked) -> None:
    leads_to_welcome(url_of(asked))
