"""Somebody is thanked and let go."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from tests.assessments.pages import errors, links, main, sent
from tests.cast import Cast
from tests.mentors.litany import (
    NUL,
    ago,
    client_of,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    queries_of,
    talked,
)


def url_of(member: str) -> str:
    return f"/board/people/{member}/retire/"


def test_shows_words_of_thanks_and_sends_none(as_ada: Client, cast: Cast) -> None:
    olga = known(cast.ada, "Olga", email="olga@example.org")
    shown = main(as_ada.get(url_of(olga)))
    assert shown.one("textarea", id="letter").text.startswith("Hello Olga, thank you")
    assert any(href.startswith("mailto:olga@example.org?subject=Thank%20you&") for href, _words in links(shown))
    assert mail.outbox == []


def test_lets_go_and_keeps_the_history(as_ada: Client, cast: Cast, ines: str) -> None:
    talked(cast.ada, ines, words="A talk")
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | {"words": ["Taught me pricing"]})
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    found = member_of(cast.ada, ines)
    assert (found.retired_on, found.retired_words, found.summary.count) == (ago(0), "Taught me pricing", 1)
    assert "A talk" in main(as_ada.get(f"/board/people/{ines}/")).text


@pytest.mark.parametrize("words", [NUL, "x" * 20_001])
def test_says_what_to_fix(as_ada: Client, cast: Cast, ines: str, words: str) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | {"words": [words]})
    assert (response.status_code, set(errors(response))) == (422, {"words"})
    assert member_of(cast.ada, ines).retired_on is None


def test_sent_twice_the_first_words_stay(as_ada: Client, cast: Cast, ines: str) -> None:
    form, other = sent(as_ada.get(url_of(ines))), sent(as_ada.get(url_of(ines)))
    for one in (form | {"words": ["First"]}, form, other | {"words": ["Second"]}):
        assert as_ada.post(url_of(ines), one).status_code == 302
    assert member_of(cast.ada, ines).retired_words == "First"


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(ines)) == 5
