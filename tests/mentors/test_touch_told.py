"""They hear what became of their advice."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from tests.assessments.pages import links, main, sent
from tests.cast import Cast
from tests.mentors.litany import (
    ago,
    client_of,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    queries_of,
    talked,
    touches_of,
)


@pytest.fixture
def talk(cast: Cast, ines: str) -> str:
    return talked(cast.ada, ines, advice="Ask finance & sales first")


def url_of(member: str, talk: str) -> str:
    return f"/board/people/{member}/talks/{talk}/told/"


def test_gives_words_to_copy_and_sends_none(as_ada: Client, ines: str, talk: str) -> None:
    shown = main(as_ada.get(url_of(ines, talk)))
    letter = shown.one("textarea", id="letter").text
    assert ("Hello Ines Duarte" in letter, "Ask finance & sales first" in letter) == (True, True)
    link = next(href for href, _words in links(shown) if href.startswith("mailto:"))
    assert link.startswith("mailto:?subject=What%20became%20of%20your%20advice&body=Hello%20Ines%20Duarte%2C%0D%0A")
    assert "%26%20sales" in link
    assert mail.outbox == []


def test_they_know(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    assert len(member_of(cast.ada, ines).summary.owed) == 1
    response = as_ada.post(url_of(ines, talk), sent(as_ada.get(url_of(ines, talk))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    assert touches_of(cast.ada, ines)[0].told_on == ago(0)
    assert member_of(cast.ada, ines).summary.owed == ()


def test_sent_twice(as_ada: Client, ines: str, talk: str) -> None:
    form = sent(as_ada.get(url_of(ines, talk)))
    assert [as_ada.post(url_of(ines, talk), form).status_code for _ in range(2)] == [302, 302]
    assert as_ada.post(url_of(ines, talk)).status_code == 400


def test_to_others_it_is_not_there(cast: Cast, ines: str, talk: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines, talk), ines)
    assert touches_of(cast.ada, ines)[0].told_on is None


def test_signed_out(ines: str, talk: str) -> None:
    leads_to_welcome(url_of(ines, talk))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, talk: str, count: int) -> None:
    for number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, number)
    # session, person, board, seats, people, talks
    assert queries_of(client_of(cast.ada), url_of(ines, talk)) == 6
