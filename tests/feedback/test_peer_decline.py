"""A colleague would rather not."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, send
from tests.feedback.peering import asked, reveal, sent, settled
from tests.reviews.pairs import client_of


@pytest.fixture
def peer(review: Appraisal, ladder: Chart, cast: Cast) -> Peer:
    return asked(settled(review, ladder), cast.ada)


def url_of(peer: Peer) -> str:
    return f"/peers/{peer.pid}/decline/"


@pytest.mark.parametrize("reason", ["", "Too little seen."])
def test_declines_with_a_word_or_without(peer: Peer, cast: Cast, reason: str) -> None:
    assertRedirects(send(cast.ada, url_of(peer), reason=reason), f"/peers/{peer.pid}/")
    found = Peer.objects.get()
    assert (found.state, found.reason) == (Peer.State.DECLINED, reason)


def test_sent_twice(peer: Peer, cast: Cast) -> None:
    client, sheet = client_of(cast.ada), form(cast.ada, url_of(peer))
    assert [client.post(url_of(peer), sheet).status_code for _press in range(2)] == [302, 302]


def test_after_the_end(peer: Peer, review: Appraisal, cast: Cast) -> None:
    sheet = form(cast.ada, url_of(peer)) | {"reason": "Typed too late"}
    reveal(review)
    response = client_of(cast.ada).post(url_of(peer), sheet)
    assert (response.status_code, "Typed too late" in main(response).text) == (409, True)
    assert Peer.objects.get().declined_at is None


def test_what_was_sent_stays_sent(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = sent(settled(review, ladder), cast.ada, ladder, 3)
    response = client_of(cast.ada).post(url_of(row), {"once": "t" * 22})
    assert (response.status_code, Peer.objects.get().state) == (409, Peer.State.SENT)


def test_to_others_it_is_not_there(peer: Peer, cast: Cast) -> None:
    for stranger in (cast.di, cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(peer))


def test_signed_out(peer: Peer) -> None:
    leads_to_welcome(url_of(peer))
