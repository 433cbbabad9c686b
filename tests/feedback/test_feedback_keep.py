"""Feedback becomes an item of evidence."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Endorsement, Evidence, with_witnesses
from feedback.models import Feedback
from ladders.chart import Chart
from tests.assessments.litany import ago, is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, refused, send
from tests.reviews.pairs import client_of


@pytest.fixture
def given(cast: Cast, ladder: Chart) -> Feedback:
    skill = ladder.skill["delivery"].pk
    return Feedback.give(cast.di, cast.ada, words="Clear talk.\nIt led on.", skill=skill, happened_on=ago(5))


def url_of(given: Feedback) -> str:
    return f"/feedback/{given.pid}/keep/"


def test_the_form_is_filled_in(given: Feedback, ladder: Chart, cast: Cast) -> None:
    shown = form(cast.ada, url_of(given))
    assert {key: shown[key] for key in ("title", "text", "happened_on", "strength", "skills")} == {
        "title": ["Clear talk."],
        "text": ["Clear talk.\nIt led on."],
        "happened_on": [f"{ago(5):%Y-%m-%d}"],
        "strength": ["seen"],
        "skills": [ladder.skill["delivery"].pid],
    }


def test_keeps_it_with_a_word_of_the_giver(given: Feedback, cast: Cast) -> None:
    assertRedirects(send(cast.ada, url_of(given)), "/evidence/")
    item = with_witnesses(Evidence.objects.visible_to(cast.ada)).get()
    assert (item.person, item.skills.count(), Feedback.objects.get().evidence) == (cast.ada, 1, item)
    assert [(word.witness, word.holds) for word in item.witnesses] == [(cast.di, True)]


def test_other_words_are_not_those_of_the_giver(given: Feedback, cast: Cast) -> None:
    send(cast.ada, url_of(given), text="I saved the company.", strength="own")
    item = with_witnesses(Evidence.objects.visible_to(cast.ada)).get()
    assert ([word.holds for word in item.witnesses], item.counts_as) == ([False], Evidence.Strength.OWN_WORD)


def test_says_what_to_fix(given: Feedback, cast: Cast) -> None:
    assert refused(send(cast.ada, url_of(given), title="")) == {"title"}


def test_once_also_from_two_tabs(given: Feedback, cast: Cast) -> None:
    first, second = form(cast.ada, url_of(given)), form(cast.ada, url_of(given)) | {"title": "Second title"}
    client = client_of(cast.ada)
    answers = [client.post(url_of(given), one) for one in (first, first, second)]
    assert [one.status_code for one in answers] == [302, 302, 409]
    assert ("Second title" in main(answers[2]).text, Evidence.objects.count(), Endorsement.objects.count()) == (
        True,
        1,
        1,
    )


def test_to_others_it_is_not_there(given: Feedback, cast: Cast) -> None:
    for stranger in (cast.di, cast.bo, cast.eve):
        is_not_there(stranger, url_of(given))


def test_signed_out(given: Feedback) -> None:
    leads_to_welcome(url_of(given))
