"""Handing an open review over: the successor begins with an empty list, and what was written before stays frozen."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Assessment, Ended
from people.models import Duty
from reviews.handing import hand_over
from reviews.models import Handover, KeptPart
from safeguards.revisions import Stale
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, day, kept_by, opened, part_of, placed, review_of, submitted, told

pytestmark = pytest.mark.usefixtures("ladder")


@pytest.fixture
def review(cast: Cast) -> Appraisal:
    """Of Ada, by Bo."""
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    return review_of(cast.ada)


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/hand-over/"


def test_the_people_team_hands_it_over(cast: Cast, review: Appraisal) -> None:
    part = part_of(review, cast.bo, only=4)
    client = client_of(cast.hal)

    form = sent(client.get(url_of(review))) | {"to": "Xena@example.org", "reason": "Bo is away."}
    url = client.post(url_of(review), form).headers["Location"]
    assert client.post(url_of(review), form).headers["Location"] == url  # a double click

    row = Handover.objects.get()
    assert (row.by, row.before, row.after, row.reason) == (cast.hal, cast.bo, cast.xena, "Bo is away.")
    assert url == f"/rounds/{review.round_place.round.pid}/"
    review.refresh_from_db()
    assert (review.assessor, review.appointed, review.parts()) == (cast.xena, True, {})
    kept = kept_by(cast.bo)
    assert (kept.assessment, kept.handover, kept.until, kept.choice) == (part, row, day(30), "")


def test_all_three_are_told_and_whoever_did_it_is_not(cast: Cast, review: Appraisal) -> None:
    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    assert [told(one)[-1] for one in (cast.ada, cast.bo, cast.xena)] == ["handed_over", "handed_from", "handed_to"]
    assert told(cast.hal) == []


def test_the_present_assessor_hands_over_the_own_and_goes_on_to_the_part(cast: Cast, review: Appraisal) -> None:
    part_of(review, cast.bo, only=1)
    client = client_of(cast.bo)

    form = sent(client.get(url_of(review))) | {"to": cast.cy.email, "reason": "I leave."}
    assertRedirects(client.post(url_of(review), form), f"/kept-parts/{kept_by(cast.bo).pid}/")


def test_the_successor_starts_blind_with_an_empty_list(cast: Cast, review: Appraisal) -> None:
    part = part_of(review, cast.bo, only=4)
    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
    review.refresh_from_db()

    assert not Assessment.objects.visible_to(cast.xena).filter(pk=part.pk).exists()
    assert not KeptPart.objects.visible_to(cast.xena).exists()
    assert review.start_part(cast.xena).ratings.count() == 0


def test_the_old_part_is_frozen_and_never_shown_to_the_successor_or_the_person(cast: Cast, review: Appraisal) -> None:
    """Also after the reveal, in which it takes no part."""
    part = submitted(review, cast.bo)
    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
    review.refresh_from_db()
    assert not Assessment.objects.visible_to(cast.bo).writable_by(cast.bo).filter(pk=part.pk).exists()

    submitted(review, cast.ada)
    assert not review_of(cast.ada).revealed_at
    submitted(review, cast.xena)

    assert review_of(cast.ada).revealed_at
    for person in (cast.xena, cast.ada, cast.bo, cast.hal):
        assert not Assessment.objects.visible_to(person).filter(pk=part.pk).exists(), person


def test_a_list_in_which_nothing_was_answered_leaves_nothing_behind(cast: Cast, review: Appraisal) -> None:
    review.start_part(cast.bo)

    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    assert (KeptPart._default_manager.count(), Assessment.objects.count()) == (0, 0)


def test_the_persons_own_part_stays_as_it_is(cast: Cast, review: Appraisal) -> None:
    mine = part_of(review, cast.ada, only=4)

    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    assert Assessment.objects.visible_to(cast.ada).writable_by(cast.ada).get() == mine


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("ada", "Nobody assesses themselves."),
        ("bo", "Bo Lindqvist rates this review now."),
        ("hal", "Nobody gives a review to themselves. Ask somebody else of the people team."),
        ("gone", "Nobody here is called “gone@example.org”, and nobody has that address."),
    ],
)
def test_not_to_everybody(cast: Cast, review: Appraisal, to: str, words: str) -> None:
    form = {"to": getattr(cast, to).email, "reason": "Away", "seen": cast.bo.pid}

    response = client_of(cast.hal).post(url_of(review), sent(client_of(cast.hal).get(url_of(review))) | form)

    assert (response.status_code, errors(response)) == (422, {"to": words})
    assert (Handover.objects.count(), sent(response)["reason"]) == (0, ["Away"])


def test_the_verb_keeps_its_rule_without_the_form(cast: Cast, review: Appraisal) -> None:
    for to in (cast.ada, cast.bo, cast.hal, cast.gone):
        with pytest.raises(ValidationError):
            hand_over(review, to=to, by=cast.hal, reason="Away", seen=cast.bo.pid)


def test_not_back_to_whoever_wrote_a_part_of_it(cast: Cast, review: Appraisal) -> None:
    part_of(review, cast.bo, only=2)
    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    with pytest.raises(ValidationError):
        hand_over(review, to=cast.bo, by=cast.hal, reason="Back", seen=cast.xena.pid)
    kept_by(cast.bo).discard()
    hand_over(review, to=cast.bo, by=cast.hal, reason="Back", seen=cast.xena.pid)

    assert review_of(cast.ada).assessor == cast.bo
    assert review_of(cast.ada).parts() == {}


@pytest.mark.parametrize("said", [{"reason": ""}, {"to": ""}, {"reason": "x" * 201}], ids=str)
def test_what_is_missing_is_asked_for(cast: Cast, review: Appraisal, said: dict[str, Any]) -> None:
    form = sent(client_of(cast.hal).get(url_of(review))) | {"to": cast.xena.email, "reason": "Away"} | said

    response = client_of(cast.hal).post(url_of(review), form)

    assert (response.status_code, set(errors(response))) == (422, set(said))


def test_two_who_hand_it_over_the_second_learns_of_the_first(cast: Cast, review: Appraisal) -> None:
    client = client_of(cast.hal)
    form = sent(client.get(url_of(review))) | {"to": cast.xena.email, "reason": "Away for a while"}
    hand_over(review, to=cast.cy, by=cast.bo, reason="I leave", seen=cast.bo.pid)

    response = client.post(url_of(review), form)

    assert (response.status_code, review_of(cast.ada).assessor) == (409, cast.cy)
    assert "Away for a while" in response.content.decode()
    with pytest.raises(Stale):
        hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)


def test_not_after_the_reveal(cast: Cast, review: Appraisal) -> None:
    form = sent(client_of(cast.hal).get(url_of(review))) | {"to": cast.xena.email, "reason": "Away"}
    submitted(review, cast.ada)
    submitted(review, cast.bo)

    assertRedirects(client_of(cast.hal).post(url_of(review), form), f"/rounds/{review.round_place.round.pid}/")
    with pytest.raises(Ended):
        hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
    assert review_of(cast.ada).assessor == cast.bo


def test_from_an_assessor_whose_account_is_switched_off(cast: Cast, review: Appraisal) -> None:
    cast.bo.is_active = False
    cast.bo.save(update_fields=["is_active"])

    assert "That account is switched off." in main(client_of(cast.hal).get(url_of(review))).text
    hand_over(review, to=cast.xena, by=cast.hal, reason="Left", seen=cast.bo.pid)

    assert review_of(cast.ada).assessor == cast.xena


def test_earlier_hand_overs_stand_beside_it(cast: Cast, review: Appraisal) -> None:
    hand_over(review, to=cast.xena, by=cast.hal, reason="Bo is away.", seen=cast.bo.pid)

    assert "Bo is away." in main(client_of(cast.hal).get(url_of(review))).text


def test_neither_the_person_nor_a_new_manager_nor_the_own_people_team(cast: Cast, review: Appraisal) -> None:
    """A new manager gets nothing of a review that is open, and nobody decides about their own."""
    cast.ada.report_to(cast.eve, since=day(0))
    cast.ada.give(Duty.Kind.PEOPLE)

    for person in (cast.ada, cast.eve, cast.xena, cast.root):
        is_not_there(person, url_of(review))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))
