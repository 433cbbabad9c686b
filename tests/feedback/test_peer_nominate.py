"""Naming a colleague for one's review."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.feedback.pages import form, refused, send
from tests.feedback.peering import reveal, settled
from tests.reviews.pairs import client_of


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/peers/new/"


def test_first_the_manner_is_chosen(review: Appraisal, cast: Cast) -> None:
    assertRedirects(client_of(cast.di).get(url_of(review)), f"/reviews/{review.pid}/peers/setting/")


@pytest.mark.parametrize("said", ["Ada Okafor", "ada", "ADA@example.org"])
def test_names_a_colleague(review: Appraisal, ladder: Chart, cast: Cast, said: str) -> None:
    settled(review, ladder)
    assertRedirects(send(cast.di, url_of(review), who=said), f"/reviews/{review.pid}/peers/")
    assert Peer.objects.get().peer == cast.ada


def test_names_are_offered_without_any_script(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    page = main(client_of(cast.di).get(url_of(review)))
    assert page.one("input", name="who").attrs["list"] == page.one("datalist").attrs["id"]
    names = [option.attrs["value"] for option in page.one("datalist").all("option")]
    assert ("Ada Okafor" in names, "Gone Petrov" in names) == (True, False)


@pytest.mark.parametrize(
    "said", ["", "Nobody of that name", "Di Castellanos", "Bo Lindqvist", "Gone Petrov", "a\x00"]
)
def test_says_who_cannot_be_named(review: Appraisal, ladder: Chart, cast: Cast, said: str) -> None:
    settled(review, ladder)
    response = send(cast.di, url_of(review), who=said)
    assert refused(response) == {"who"}
    assert (sent(response)["who"], Peer.objects.count()) == ([said], 0)


def test_asks_back_where_a_name_fits_several(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    twin = PersonFactory.create(name="Ada Okonkwo")
    response = send(cast.di, url_of(review), who="Ada")
    offered = {node.attrs["value"] for node in main(response).all("input", name="pick")}
    assert offered == {cast.ada.pid, twin.pid}
    client_of(cast.di).post(url_of(review), sent(response) | {"pick": twin.pid})
    assert Peer.objects.get().peer == twin


def test_nobody_twice_also_from_two_tabs(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    forms = [form(cast.di, url_of(review)) | {"who": "Ada Okafor"} for _tab in range(2)]
    answers = [client_of(cast.di).post(url_of(review), one).status_code for one in (forms[0], forms[0], forms[1])]
    assert (answers, Peer.objects.count()) == ([302, 302, 422], 1)


def test_after_the_end_what_was_typed_is_not_lost(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    sheet = form(cast.di, url_of(review)) | {"who": "Ada Okafor"}
    reveal(review)
    response = client_of(cast.di).post(url_of(review), sheet)
    assert (response.status_code, Peer.objects.count()) == (409, 0)
    assert "".join(map(str, main(response).one("textarea").inside)) == "Ada Okafor"


def test_to_others_it_is_not_there(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    for stranger in (cast.bo, cast.eve, cast.cy, cast.hal):
        is_not_there(stranger, url_of(review))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))
