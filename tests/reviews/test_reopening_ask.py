"""Asking to rate again, with a reason."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Reopening
from assessments.reopening import answer
from ladders.chart import Chart
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.reviews.pairs import agreed, client_of, opened, revealed

pytestmark = pytest.mark.usefixtures("ladder")


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/again/"


@pytest.mark.parametrize("asks", ["ada", "bo"])
def test_either_asks_and_the_other_is_told(cast: Cast, ladder: Chart, asks: str) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    client, other = client_of(getattr(cast, asks)), cast.bo if asks == "ada" else cast.ada
    form = sent(client.get(url_of(review))) | {"reason": "The migration was rated too early."}
    assertRedirects(client.post(url_of(review), form), f"/reviews/{review.pid}/")
    row = Reopening.objects.get()
    assert (row.by, row.reason, row.accepted) == (getattr(cast, asks), "The migration was rated too early.", None)
    assert other.notices.filter(kind="reopening_asked").count() == 1
    assert Appraisal.objects.count() == 1


def test_after_the_reveal_as_well(cast: Cast) -> None:
    review = revealed(cast.ada, cast.bo)
    client = client_of(cast.ada)
    assert client.post(url_of(review), sent(client.get(url_of(review))) | {"reason": "Yes."}).status_code == 302
    assert Reopening.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", NUL, "x" * 20_001])
def test_a_reason_is_needed(cast: Cast, ladder: Chart, reason: str) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    client = client_of(cast.ada)
    response = client.post(url_of(review), sent(client.get(url_of(review))) | {"reason": reason})
    assert (response.status_code, list(errors(response))) == (422, ["reason"])
    assert Reopening.objects.count() == 0


def test_asked_twice_there_is_one(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    ada, bo = client_of(cast.ada), client_of(cast.bo)
    hers, his = sent(ada.get(url_of(review))), sent(bo.get(url_of(review)))
    for _press in range(2):
        assert ada.post(url_of(review), hers | {"reason": "Hers."}).status_code == 302
    shown = main(bo.post(url_of(review), his | {"reason": "His."}, follow=True))
    assert shown.one("p", "message").text == "The other one has asked already; answer that first."
    assert Reopening.objects.values_list("reason").get() == ("Hers.",)
    assert main(ada.get(url_of(review))).one("div", "empty").one("h2").text == "It was asked for already"


def test_opened_again_already(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    client = client_of(cast.ada)
    form = sent(client.get(url_of(review))) | {"reason": "Once more."}
    client.post(url_of(review), form)
    new = answer(Reopening.objects.get(), by=cast.bo, accept=True)
    assert new is not None
    response = client.get(url_of(review))  # the new one is open, so the old one is hidden
    assert main(response).one("h1").text == "Hidden for now"


def test_before_the_reveal_it_leads_to_the_review(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    assertRedirects(client_of(cast.ada).get(url_of(review)), f"/reviews/{review.pid}/")


def test_to_others_it_is_not_there(cast: Cast, ladder: Chart) -> None:
    url = url_of(agreed(cast.ada, cast.bo, ladder))
    for stranger in (cast.di, cast.cy, cast.hal, cast.xena, cast.root):
        is_not_there(stranger, url)


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(revealed(cast.ada, cast.bo)))


def test_queries(cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    client = client_of(cast.ada)
    with django_assert_num_queries(5):  # session, person, review, opened again, asked for
        client.get(url_of(review))
