"""A form that was open while the person withdrew the packet gives back what was typed."""

from __future__ import annotations

from typing import Any

import pytest

from packets.commenting import comment, sharing_of
from packets.handing_in import withdraw
from packets.models import Closed, Comment, Decision, Packet, Statement
from people.models import Duty, Person
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.packets.conftest import TOKEN, client_of

TYPED = "Words that took an hour."


def late(person: Person, url: str, packet: Packet, **said: str) -> Any:
    """Opens the page, sends its form after the packet was withdrawn; the answer."""
    client = client_of(person)
    form = sent(client.get(url)) | said
    withdraw(packet, by=packet.person)
    return client.post(url, form)


def given_back(response: Any) -> list[str]:
    assert response.status_code == 409
    page = main(response)
    assert page.one("h1").text == "The packet was withdrawn meanwhile"
    assert "Ada" not in page.text
    return [box.text for box in page.all("textarea")]


@pytest.mark.parametrize("name", ["bo", "hal"])
def test_a_decision(handed: Packet, cast: Cast, name: str) -> None:
    url = f"/packets/{handed.pid}/decision/"
    assert TYPED in given_back(late(getattr(cast, name), url, handed, yes="yes", words=TYPED))
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("name", ["ada", "bo"])
def test_a_comment(shared: Packet, cast: Cast, name: str) -> None:
    url = f"/packets/{shared.pid}/comments/"
    assert TYPED in given_back(late(getattr(cast, name), url, shared, text=TYPED))
    assert Comment.objects.count() == 0


def test_a_statement(shared: Packet, cast: Cast) -> None:
    url = f"/packets/{shared.pid}/statement/"
    assert TYPED in given_back(late(cast.bo, url, shared, text=TYPED))
    assert Statement.objects.count() == 0


def test_readers(handed: Packet, cast: Cast) -> None:
    url = f"/packets/{handed.pid}/readers/"
    assert "Cy Haddad" in given_back(late(cast.bo, url, handed, readers="Cy Haddad"))


def test_the_page_says_that_it_was_withdrawn_and_the_packet_is_not_there(handed: Packet, cast: Cast) -> None:
    withdraw(handed, by=cast.ada)
    for page in ("decision", "comments", "statement", "readers"):
        assert given_back(client_of(cast.bo).get(f"/packets/{handed.pid}/{page}/")) == [], page
    assert client_of(cast.bo).get(f"/packets/{handed.pid}/").status_code == 404


def test_nobody_else_learns_of_it(handed: Packet, cast: Cast) -> None:
    """Neither a reader, nor a manager who follows, nor whoever joins the people team later, nor the person."""
    withdraw(handed, by=cast.ada)
    cast.ada.report_to(cast.xena, since=cast.ada.joined_at.date())
    cast.di.give(Duty.Kind.PEOPLE)
    said = {"yes": "yes", "words": TYPED, "text": TYPED, "once": TOKEN}
    for person in (cast.eve, cast.bo, cast.xena, cast.di, cast.cy):
        for page in ("decision", "comments", "statement"):
            url = f"/packets/{handed.pid}/{page}/"
            assert client_of(person).post(url, said).status_code == 404, (person.name, page)
    assert client_of(cast.ada).post(f"/packets/{handed.pid}/decision/", said).status_code == 404


def test_nobody_records_a_decision_about_what_was_only_shared(shared: Packet, cast: Cast) -> None:
    withdraw(shared, by=cast.ada)
    said = {"yes": "yes", "words": TYPED, "once": TOKEN}
    for person in (cast.bo, cast.hal):
        assert client_of(person).post(f"/packets/{shared.pid}/decision/", said).status_code == 404


def test_the_verb_refuses_a_comment_too(shared: Packet, cast: Cast) -> None:
    sharing = sharing_of(shared)
    withdraw(shared, by=cast.ada)
    with pytest.raises(Closed):
        comment(sharing, by=cast.bo, about="", text=TYPED)
