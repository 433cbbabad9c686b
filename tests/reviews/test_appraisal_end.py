"""Calling a review off before it is revealed."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Assessment, Ended, Standing
from people.models import Duty
from reviews.ending import end_review
from reviews.models import KeptPart
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, kept_by, opened, part_of, placed, review_of, submitted, told

pytestmark = pytest.mark.usefixtures("ladder")


@pytest.fixture
def review(cast: Cast) -> Appraisal:
    """Of Ada, by Bo, in a round of Bo's."""
    placed(cast.ada)
    opened(cast.bo, [cast.ada])
    return review_of(cast.ada)


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/call-off/"


def test_the_assessor_calls_it_off_with_a_reason_and_the_person_is_told(cast: Cast, review: Appraisal) -> None:
    part_of(review, cast.ada, only=3)
    submitted(review, cast.bo)
    client = client_of(cast.bo)

    form = sent(client.get(url_of(review))) | {"reason": "A new team."}
    assertRedirects(client.post(url_of(review), form), f"/rounds/{review.round_place.round.pid}/")
    client.post(url_of(review), form)  # a double click

    review.refresh_from_db()
    assert (review.state, review.ended_by, review.reason) == ("ended", cast.bo, "A new team.")
    assert told(cast.ada) == ["round_opened", "review_off"]
    assert {kept.writer for kept in KeptPart._default_manager.all()} == {cast.ada, cast.bo}
    assert Standing.objects.count() == 0


def test_so_do_the_people_team_and_whoever_opened_it(cast: Cast) -> None:
    placed(cast.ada, cast.eve)
    opened(cast.hal, [cast.ada, cast.eve])
    cast.hal.duties.all().delete()

    cast.root.give(Duty.Kind.PEOPLE)
    for by, person in ((cast.hal, cast.ada), (cast.root, cast.eve)):
        client, url = client_of(by), url_of(review_of(person))
        client.post(url, sent(client.get(url)) | {"reason": "X"})

    assert {review_of(one).state for one in (cast.ada, cast.eve)} == {"ended"}
    assert (told(cast.bo)[-1], told(cast.xena)[-1]) == ("review_off_for", "review_off_for")


def test_nobody_gets_to_see_the_others_part(cast: Cast, review: Appraisal) -> None:
    mine, theirs = submitted(review, cast.ada), part_of(review, cast.bo, only=3)

    end_review(review, by=cast.hal, reason="X")

    assert not KeptPart.objects.visible_to(cast.ada).filter(assessment=theirs).exists()
    assert not KeptPart.objects.visible_to(cast.bo).filter(assessment=mine).exists()
    for person in (cast.bo, cast.hal, cast.cy):
        assert not Assessment.objects.visible_to(person).filter(pk=mine.pk).exists(), person


def test_a_reason_is_asked_for(cast: Cast, review: Appraisal) -> None:
    client = client_of(cast.bo)

    response = client.post(url_of(review), sent(client.get(url_of(review))) | {"reason": " "})

    assert (response.status_code, set(errors(response)), review_of(cast.ada).state) == (422, {"reason"}, "rating")


def test_after_the_reveal_there_is_nothing_to_call_off(cast: Cast, review: Appraisal) -> None:
    client = client_of(cast.bo)
    form = sent(client.get(url_of(review))) | {"reason": "X"}
    submitted(review, cast.ada)
    submitted(review, cast.bo)

    client.post(url_of(review), form)
    with pytest.raises(Ended):
        end_review(review, by=cast.bo, reason="X")

    assert review_of(cast.ada).state == "agreeing"
    assert "no longer open" in main(client.get(f"/rounds/{review.round_place.round.pid}/")).text


def test_the_person_cannot_nor_strangers(cast: Cast, review: Appraisal) -> None:
    cast.ada.give(Duty.Kind.PEOPLE)  # also not with the duty

    for person in (cast.ada, cast.eve, cast.cy, cast.root):
        is_not_there(person, url_of(review))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))


def test_earlier_parts_from_before_a_hand_over_are_not_kept_twice(cast: Cast, review: Appraisal) -> None:
    part_of(review, cast.bo, only=3)
    form = {"to": cast.xena.email, "reason": "Away"}
    url = f"/reviews/{review.pid}/hand-over/"
    client_of(cast.hal).post(url, sent(client_of(cast.hal).get(url)) | form)

    end_review(review_of(cast.ada), by=cast.hal, reason="X")

    assert kept_by(cast.bo).handover is not None
    assert KeptPart._default_manager.count() == 1
