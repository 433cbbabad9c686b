"""Taking feedback back within a day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from assessments.models import Endorsement, Evidence
from feedback.keeping import keep
from feedback.models import Feedback, Late
from tests.assessments.litany import ago, is_not_there, leads_to_welcome
from tests.cast import Cast
from tests.feedback.pages import form, send, text
from tests.reviews.pairs import client_of


@pytest.fixture
def given(cast: Cast) -> Feedback:
    return Feedback.give(cast.di, cast.ada, words="Clear talk")


def url_of(given: Feedback) -> str:
    return f"/feedback/{given.pid}/back/"


def test_deletes_it(given: Feedback, cast: Cast) -> None:
    assertRedirects(send(cast.di, url_of(given)), "/feedback/?show=given")
    assert Feedback.objects.count() == 0


def test_sent_twice(given: Feedback, cast: Cast) -> None:
    sheet, client = form(cast.di, url_of(given)), client_of(cast.di)
    assert [client.post(url_of(given), sheet).status_code for _press in range(2)] == [302, 302]


def test_the_word_on_an_item_goes_and_the_item_stays(given: Feedback, cast: Cast) -> None:
    keep(given, skills=[], title="Talk", text=given.words, happened_on=ago(1), link="", strength="seen")
    assert "your name as somebody who saw it goes" in text(cast.di, url_of(given))
    send(cast.di, url_of(given))
    assert (Evidence.objects.count(), Endorsement.objects.count(), Feedback.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize(("hours", "late"), [(23, False), (24, True)])
def test_a_day_and_no_longer(given: Feedback, hours: int, late: bool) -> None:
    moment = given.at + timedelta(hours=hours)
    if late:
        with pytest.raises(Late):
            given.take_back(now=moment)
    else:
        given.take_back(now=moment)
    assert Feedback.objects.count() == int(late)


def test_the_page_says_that_it_is_too_late(given: Feedback, cast: Cast) -> None:
    sheet = form(cast.di, url_of(given))
    Feedback.objects.update(at=timezone.now() - timedelta(hours=25))
    assert "The 24 hours are over" in text(cast.di, url_of(given))
    assert (client_of(cast.di).post(url_of(given), sheet).status_code, Feedback.objects.count()) == (409, 1)


def test_to_others_it_is_not_there(given: Feedback, cast: Cast) -> None:
    for stranger in (cast.ada, cast.bo, cast.eve):
        is_not_there(stranger, url_of(given))


def test_signed_out(given: Feedback) -> None:
    leads_to_welcome(url_of(given))
