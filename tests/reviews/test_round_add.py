"""Somebody joins a round that is open."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from reviews.ending import close_round
from reviews.models import Round
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, opened, placed, planned, review_of, told, version_one

pytestmark = pytest.mark.usefixtures("ladder")


def test_a_newcomer_is_chosen_from_those_whom_it_is_for(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada], group=Round.Group.LADDER, ladder=version_one().ladder)
    placed(cast.eve)
    url = f"/rounds/{made.pid}/add/?person={cast.eve.pid}"

    form = sent(client_of(cast.hal).get(url))
    assert form["who"] == [cast.eve.pid]
    assertRedirects(client_of(cast.hal).post(f"/rounds/{made.pid}/add/", form), f"/rounds/{made.pid}/")

    review = review_of(cast.eve)
    assert (review.assessor, review.due_on, review.round_place.round) == (cast.xena, made.closes_on, made)
    assert (told(cast.eve), told(cast.xena)) == (["round_opened"], ["round_given"])


def test_somebody_else_is_added_by_their_address(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    made = opened(cast.bo, [cast.ada])

    client_of(cast.bo).post(f"/rounds/{made.pid}/add/", {"person": " DI@example.org"})
    again = client_of(cast.bo).post(f"/rounds/{made.pid}/add/", {"person": "di@example.org"})

    assert (made.places.count(), again.status_code) == (2, 422)
    assert errors(again) == {"person": "A review is open already"}


def test_a_top_person_needs_somebody_who_rates(cast: Cast) -> None:
    placed(cast.ada, cast.cy)
    made = opened(cast.hal, [cast.ada])
    client, url = client_of(cast.hal), f"/rounds/{made.pid}/add/"

    without = client.post(url, {"person": cast.cy.email})
    oneself = client.post(url, {"person": cast.cy.email, "assessor": cast.hal.email})
    client.post(url, {"person": cast.cy.email, "assessor": cast.xena.email})

    assert [set(errors(one)) for one in (without, oneself)] == [{"assessor"}, {"assessor"}]
    assert (review_of(cast.cy).assessor, review_of(cast.cy).appointed) == (cast.xena, True)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "Choose somebody."),
        ("nobody@example.org", "Nobody here is called “nobody@example.org”, and nobody has that address."),
        ("eve@example.org", "Does not report to whoever opens the round"),
        ("bo@example.org", "You: somebody else decides about your review"),
        ("di@example.org", "Has not chosen a place on a ladder"),
    ],
)
def test_why_not_is_said_beside_the_field(cast: Cast, address: str, words: str) -> None:
    placed(cast.ada, cast.eve, cast.bo)
    made = opened(cast.bo, [cast.ada])

    response = client_of(cast.bo).post(f"/rounds/{made.pid}/add/", {"person": address})

    assert (response.status_code, errors(response)) == (422, {"person": words})
    assert sent(response)["person"] == [address]


def test_only_while_it_is_open(cast: Cast) -> None:
    placed(cast.ada)
    early = planned(cast.bo, [])
    late = opened(cast.bo, [])
    close_round(late, by=cast.bo, end_open=False, reason="")

    for made in (early, late):
        assertRedirects(
            client_of(cast.bo).post(f"/rounds/{made.pid}/add/", {"person": cast.ada.email}), f"/rounds/{made.pid}/"
        )
        assert made.places.count() == 0


def test_without_anybody_in_sight_only_the_address_is_asked(cast: Cast) -> None:
    made = opened(cast.bo, [])

    shown = main(client_of(cast.bo).get(f"/rounds/{made.pid}/add/"))

    assert [one.attrs["name"] for one in shown.all("input", type="text")] == ["person", "assessor"]
    assert shown.all("select") == []
