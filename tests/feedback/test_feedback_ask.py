"""Asking a colleague for feedback."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from feedback.models import FeedbackAsked
from ladders.chart import Chart
from people.models import Notice
from tests.assessments.litany import NUL, leads_to_welcome
from tests.cast import Cast
from tests.feedback.pages import form, refused, send
from tests.reviews.pairs import client_of

URL = "/feedback/ask/"


def test_asks(cast: Cast, ladder: Chart) -> None:
    skill = ladder.skill["delivery"]
    response = send(cast.ada, URL, who="Di Castellanos", question="How was it?", skill=skill.pid)
    assertRedirects(response, "/feedback/?show=asked")
    found = FeedbackAsked.objects.get()
    assert (found.asker, found.giver, found.question, found.skill_id) == (cast.ada, cast.di, "How was it?", skill.pk)
    told = Notice.objects.get()
    assert (told.person, told.kind, told.url) == (cast.di, "feedback_asked", f"/feedback/asked/{found.pid}/")


def test_somebody_and_a_skill_can_be_chosen_beforehand(cast: Cast, ladder: Chart) -> None:
    skill = ladder.skill["delivery"].pid
    shown = form(cast.ada, f"{URL}?to={cast.di.pid}&skill={skill}")
    assert (shown["who"], shown["skill"]) == (["Di Castellanos"], [skill])


@pytest.mark.parametrize(
    ("name", "value"),
    [("who", "Ada Okafor"), ("who", "Gone Petrov"), ("question", ""), ("question", "x" * 201), ("question", NUL)],
)
def test_says_what_to_fix(cast: Cast, ladder: Chart, name: str, value: str) -> None:
    response = send(cast.ada, URL, **({"who": "Di Castellanos", "question": "How was it?"} | {name: value}))
    assert (refused(response), FeedbackAsked.objects.count()) == ({name}, 0)


def test_five_questions_to_one_colleague_are_enough(cast: Cast, ladder: Chart) -> None:
    for number in range(5):
        FeedbackAsked.ask(cast.ada, cast.di, question=f"{number}?", skill=None)
    assert refused(send(cast.ada, URL, who="Di Castellanos", question="How was it?")) == {"who"}


def test_sent_twice_it_is_asked_once(cast: Cast, ladder: Chart) -> None:
    sheet, client = form(cast.ada, URL) | {"who": "Di Castellanos", "question": "How was it?"}, client_of(cast.ada)
    assert [client.post(URL, sheet).status_code for _press in range(2)] == [302, 302]
    assert FeedbackAsked.objects.count() == 1


def test_signed_out() -> None:
    leads_to_welcome(URL)
