"""Closing a round: what becomes of unfinished reviews is said and chosen."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment
from people.models import Duty
from reviews.ending import close_round
from reviews.models import KeptPart, Round
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import (
    client_of,
    day,
    kept_by,
    opened,
    part_of,
    placed,
    planned,
    review_of,
    submitted,
    told,
)

pytestmark = pytest.mark.usefixtures("ladder")


@pytest.fixture
def made(cast: Cast) -> Round:
    """Ada has answered half, Di and Bo have submitted theirs."""
    placed(cast.ada, cast.di)
    found = opened(cast.hal, [cast.ada, cast.di])
    part_of(review_of(cast.ada), cast.ada, only=5)
    submitted(review_of(cast.di), cast.di)
    submitted(review_of(cast.di), cast.bo)
    return found


def test_reviews_can_stay_open_and_take_answers_as_before(cast: Cast, made: Round) -> None:
    client, url = client_of(cast.hal), f"/rounds/{made.pid}/close/"
    page = client.get(url)
    assert "1 review is not revealed yet." in main(page).text

    form = sent(page) | {"unfinished": "stay"}
    assertRedirects(client.post(url, form), f"/rounds/{made.pid}/")
    client.post(url, form)  # a double click

    made.refresh_from_db()
    assert (made.state, made.closed_by, made.reason) == (Round.State.CLOSED, cast.hal, "")
    submitted(review_of(cast.ada), cast.bo)
    Assessment.objects.get(appraisal=review_of(cast.ada), kind="self").submit()
    assert review_of(cast.ada).revealed_at is not None


def test_or_be_called_off_with_a_reason_and_each_keeps_what_they_wrote(cast: Cast, made: Round) -> None:
    client, url = client_of(cast.hal), f"/rounds/{made.pid}/close/"

    client.post(url, sent(client.get(url)) | {"unfinished": "end", "reason": "The teams change."})

    ada, di = review_of(cast.ada), review_of(cast.di)
    assert (ada.state, ada.reason, ada.ended_by) == ("ended", "The teams change.", cast.hal)
    assert (di.state, di.reason) == ("agreeing", "")  # revealed, so it stays
    assert (kept_by(cast.ada).assessment, kept_by(cast.ada).until) == (
        Assessment.objects.get(appraisal=ada, kind="self"),
        day(30),
    )
    assert KeptPart._default_manager.count() == 1  # Bo had not begun
    assert (told(cast.ada)[-1], told(cast.bo)[-1]) == ("round_ended", "round_ended_for")
    assert "The teams change." in main(client_of(cast.ada).get(f"/rounds/{made.pid}/")).text


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, {"unfinished"}),
        ({"unfinished": "burn"}, {"unfinished"}),
        ({"unfinished": "end"}, {"reason"}),
        ({"unfinished": "end", "reason": "x" * 201}, {"reason"}),
    ],
)
def test_what_is_missing_is_asked_for(cast: Cast, made: Round, said: dict[str, str], wrong: set[str]) -> None:
    client, url = client_of(cast.hal), f"/rounds/{made.pid}/close/"

    response = client.post(url, sent(client.get(url)) | said)

    made.refresh_from_db()
    assert (response.status_code, set(errors(response)), made.closed_at) == (422, wrong, None)


def test_with_everything_revealed_nothing_is_asked(cast: Cast) -> None:
    placed(cast.di)
    made = opened(cast.bo, [cast.di])
    submitted(review_of(cast.di), cast.di)
    submitted(review_of(cast.di), cast.bo)
    client, url = client_of(cast.bo), f"/rounds/{made.pid}/close/"

    assert main(client.get(url)).all("input", type="radio") == []
    client.post(url, sent(client.get(url)))

    made.refresh_from_db()
    assert made.is_over


def test_a_planned_one_is_called_off_and_nobody_is_told(cast: Cast) -> None:
    made = planned(cast.bo, [cast.ada], opens_on=day(5))
    client, url = client_of(cast.bo), f"/rounds/{made.pid}/close/"

    client.post(url, sent(client.get(url)))

    made.refresh_from_db()
    assert (made.state, told(cast.ada)) == (Round.State.DROPPED, [])


def test_whoever_closes_it_decides_nothing_about_their_own_review(cast: Cast) -> None:
    """Somebody of the people team who is in the round, by somebody else's decision."""
    placed(cast.ada, cast.hal)
    cast.hal.report_to(cast.cy, since=day(-1))
    cast.xena.give(Duty.Kind.PEOPLE)
    made = opened(cast.xena, [cast.ada, cast.hal])

    assert close_round(made, by=cast.hal, end_open=True, reason="Enough") == 1
    assert (review_of(cast.ada).state, review_of(cast.hal).state) == ("ended", "rating")


def test_the_second_to_close_it_changes_nothing(cast: Cast, made: Round) -> None:
    close_round(made, by=cast.hal, end_open=False, reason="")

    assert close_round(made, by=cast.xena, end_open=True, reason="Late") is None
    assert review_of(cast.ada).state == "rating"
    made.refresh_from_db()
    assert made.closed_by == cast.hal
