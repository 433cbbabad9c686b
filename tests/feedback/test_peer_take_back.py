"""The person takes a name back before the manager decides."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Ended
from feedback.models import Decided, Peer
from ladders.chart import Chart
from safeguards.revisions import Stale
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, send, text
from tests.feedback.peering import reveal, settled
from tests.reviews.pairs import client_of
from tests.reviews.rounding import told


@pytest.fixture
def named(review: Appraisal, ladder: Chart, cast: Cast) -> Peer:
    return Peer.name(settled(review, ladder), cast.ada)


def url_of(peer: Peer) -> str:
    return f"/peers/{peer.pid}/back/"


def test_takes_it_back(named: Peer, cast: Cast) -> None:
    assertRedirects(send(cast.di, url_of(named)), f"/reviews/{named.review.pid}/peers/")
    assert (Peer.objects.count(), told(cast.ada)) == (0, [])
    assert told(cast.bo) == ["peer_named", "peer_taken_back"]


def test_sent_twice(named: Peer, cast: Cast) -> None:
    sheet, client = form(cast.di, url_of(named)), client_of(cast.di)
    assert [client.post(url_of(named), sheet).status_code for _press in range(2)] == [302, 302]
    assert told(cast.bo) == ["peer_named", "peer_taken_back"]


def test_the_list_leads_there_until_the_manager_decides(named: Peer, cast: Cast) -> None:
    url = f"/reviews/{named.review.pid}/peers/"

    def leads(person: str) -> bool:
        links = main(client_of(getattr(cast, person)).get(url)).all("a")
        return url_of(named) in {link.attrs.get("href") for link in links}

    assert (leads("di"), leads("bo")) == (True, False)
    named.confirm(by=cast.bo, keep=True, note="")
    assert not leads("di")


def test_the_same_colleague_can_be_named_again(named: Peer, cast: Cast) -> None:
    named.take_back()
    Peer.name(named.circle, cast.ada)
    assert Peer.objects.get().state is Peer.State.NAMED


@pytest.mark.parametrize("keep", [True, False])
def test_too_late_once_the_manager_decided(named: Peer, cast: Cast, keep: bool) -> None:
    sheet = form(cast.di, url_of(named))
    named.confirm(by=cast.bo, keep=keep, note="A word.")
    response = client_of(cast.di).post(url_of(named), sheet)
    assert (response.status_code, Peer.objects.count()) == (409, 1)
    assert "decided about this name already" in text(cast.di, url_of(named))


def test_too_late_after_the_end(named: Peer, review: Appraisal, cast: Cast) -> None:
    sheet = form(cast.di, url_of(named))
    reveal(review)
    assert client_of(cast.di).post(url_of(named), sheet).status_code == 409
    assert "has come to an end" in text(cast.di, url_of(named))


def test_the_verb_guards_itself(named: Peer, review: Appraisal, cast: Cast) -> None:
    second = Peer.objects.get(pk=named.pk)
    named.take_back()
    with pytest.raises(Stale):
        second.take_back()
    third = Peer.name(named.circle, cast.eve)
    third.confirm(by=cast.bo, keep=True, note="")
    with pytest.raises(Decided):
        third.take_back()
    fourth = Peer.name(named.circle, cast.ada)
    reveal(review)
    with pytest.raises(Ended):
        fourth.take_back()


def test_a_decision_about_a_name_that_is_gone_changes_nothing(named: Peer, cast: Cast) -> None:
    seen = Peer.objects.get(pk=named.pk)
    named.take_back()
    with pytest.raises(Stale):
        seen.confirm(by=cast.bo, keep=True, note="")
    assert told(cast.ada) == []


def test_to_others_it_is_not_there(named: Peer, cast: Cast) -> None:
    for stranger in (cast.bo, cast.ada, cast.cy, cast.hal):
        is_not_there(stranger, url_of(named))


def test_signed_out(named: Peer) -> None:
    leads_to_welcome(url_of(named))


def test_queries(named: Peer, cast: Cast, django_assert_max_num_queries: object) -> None:
    client, url = client_of(cast.di), url_of(named)
    client.get(url)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture
        assert client.get(url).status_code == 200
