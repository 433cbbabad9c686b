"""Answering a colleague who asked for feedback."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from feedback.models import Feedback, FeedbackAsked
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, refused, send, text
from tests.reviews.pairs import client_of


@pytest.fixture
def asked(cast: Cast, ladder: Chart) -> FeedbackAsked:
    return FeedbackAsked.ask(cast.ada, cast.di, question="How was it?", skill=ladder.skill["delivery"].pk)


def url_of(asked: FeedbackAsked) -> str:
    return f"/feedback/asked/{asked.pid}/"


def test_shows_the_question_and_answers_it(asked: FeedbackAsked, cast: Cast) -> None:
    shown = text(cast.di, url_of(asked))
    assert ("How was it?" in shown, "Execution and delivery" in shown) == (True, True)
    assertRedirects(send(cast.di, url_of(asked), words="Clear."), "/feedback/?show=given")
    found = Feedback.objects.get()
    assert (found.giver, found.receiver, found.asked, found.skill_id) == (cast.di, cast.ada, asked, asked.skill_id)
    assert Reading.objects.filter(reader=cast.di, person=cast.ada, page="feedback_reply").count() == 1


def test_words_are_needed(asked: FeedbackAsked, cast: Cast) -> None:
    assert refused(send(cast.di, url_of(asked))) == {"words"}


def test_from_two_tabs_it_is_answered_once_and_nothing_typed_is_lost(asked: FeedbackAsked, cast: Cast) -> None:
    first, second = form(cast.di, url_of(asked)), form(cast.di, url_of(asked))
    client = client_of(cast.di)
    client.post(url_of(asked), first | {"words": "First answer"})
    response = client.post(url_of(asked), second | {"words": "Second answer"})
    assert (response.status_code, "Second answer" in main(response).text, Feedback.objects.count()) == (409, True, 1)


def test_after_declining(asked: FeedbackAsked, cast: Cast) -> None:
    asked.decline(reason="Not there.")
    response = client_of(cast.di).post(url_of(asked), {"words": "Clear.", "once": "t" * 22})
    assert (response.status_code, Feedback.objects.count()) == (409, 0)


def test_whoever_asked_was_switched_off(asked: FeedbackAsked, cast: Cast) -> None:
    sheet = form(cast.di, url_of(asked)) | {"words": "Clear."}
    cast.ada.switch(on=False, by=None)
    response = client_of(cast.di).post(url_of(asked), sheet)
    assert (response.status_code, "switched off" in main(response).text, Feedback.objects.count()) == (422, True, 0)


def test_to_others_it_is_not_there(asked: FeedbackAsked, cast: Cast) -> None:
    for stranger in (cast.ada, cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(asked))


def test_signed_out(asked: FeedbackAsked) -> None:
    leads_to_welcome(url_of(asked))
