"""The manager confirms a name or strikes it."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, refused, send
from tests.feedback.peering import reveal, settled
from tests.reviews.pairs import client_of


@pytest.fixture
def named(review: Appraisal, ladder: Chart, cast: Cast) -> Peer:
    return Peer.name(settled(review, ladder), cast.ada)


def url_of(peer: Peer) -> str:
    return f"/peers/{peer.pid}/confirm/"


def test_confirms(named: Peer, cast: Cast) -> None:
    assertRedirects(send(cast.bo, url_of(named), choice="keep"), f"/reviews/{named.review.pid}/peers/")
    assert Peer.objects.get().state is Peer.State.ASKED
    assert list(Reading.objects.values_list("page", flat=True).order_by("page")) == ["peer_confirm", "peer_list"]


def test_strikes_with_a_word_only(named: Peer, cast: Cast) -> None:
    assert refused(send(cast.bo, url_of(named), choice="strike")) == {"note"}
    assert Peer.objects.get().state is Peer.State.NAMED
    send(cast.bo, url_of(named), choice="strike", note="Think of support.")
    found = Peer.objects.get()
    assert (found.state, found.note) == (Peer.State.STRUCK, "Think of support.")


def test_nothing_is_chosen_for_anybody(named: Peer, cast: Cast) -> None:
    assert refused(send(cast.bo, url_of(named))) == {"choice"}


def test_two_tabs(named: Peer, cast: Cast) -> None:
    first, second = form(cast.bo, url_of(named)), form(cast.bo, url_of(named))
    client_of(cast.bo).post(url_of(named), first | {"choice": "keep"})
    response = client_of(cast.bo).post(url_of(named), second | {"choice": "strike", "note": "Think of support."})
    assert (response.status_code, Peer.objects.get().state) == (409, Peer.State.ASKED)
    assert "Think of support." in [box.text for box in main(response).all("textarea")]


def test_after_the_end(named: Peer, review: Appraisal, cast: Cast) -> None:
    sheet = form(cast.bo, url_of(named)) | {"choice": "keep"}
    reveal(review)
    response = client_of(cast.bo).post(url_of(named), sheet)
    assert (response.status_code, Peer.objects.get().state) == (409, Peer.State.NAMED)


def test_handed_over_the_new_one_decides(named: Peer, review: Appraisal, cast: Cast) -> None:
    review.hand_to(cast.xena)
    is_not_there(cast.bo, url_of(named))
    assert send(cast.xena, url_of(named), choice="keep").status_code == 302


def test_to_others_it_is_not_there(named: Peer, cast: Cast) -> None:
    for stranger in (cast.di, cast.ada, cast.cy, cast.hal):
        is_not_there(stranger, url_of(named))


def test_signed_out(named: Peer) -> None:
    leads_to_welcome(url_of(named))
