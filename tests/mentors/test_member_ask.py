"""The first small question: looked at, kept, and never sent."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client

from mentors.keeping import change_to
from tests.assessments.pages import errors, links, main, page, sent
from tests.cast import Cast
from tests.mentors.litany import NUL, client_of, is_not_there, known, leads_to_welcome, member_of, queries_of, talked

GOOD = (
    "Hello Ines,\nyour talk on pricing made me drop our third plan. We now have two, and 40 of 300 customers ask "
    "for a smaller one.\nWould you add a small plan, or wait for a quarter?\n"
    "No need to answer if this is a busy week."
)


def url_of(member: str) -> str:
    return f"/board/people/{member}/ask/"


def test_begins_with_a_skeleton(as_ada: Client, cast: Cast, ines: str) -> None:
    shown = as_ada.get(url_of(ines))
    assert sent(shown)["ask"][0].startswith("Hello Ines Duarte,")
    assert [href for href, _words in links(main(shown)) if href.startswith("mailto:")] == []
    assert member_of(cast.ada, ines).ask == ""


def test_keeps_it_and_gives_a_link(as_ada: Client, cast: Cast) -> None:
    olga = known(cast.ada, "Olga", email="olga@example.org")
    response = as_ada.post(url_of(olga), sent(as_ada.get(url_of(olga))) | {"ask": [GOOD]})
    assert (response.status_code, response.headers["Location"]) == (302, url_of(olga))
    assert member_of(cast.ada, olga).ask.split() == GOOD.split()
    shown = as_ada.get(url_of(olga))
    link = next(href for href, _words in links(main(shown)) if href.startswith("mailto:"))
    assert link.startswith(
        "mailto:olga@example.org?subject=A%20short%20question&body=Hello%20Ines%2C%0D%0Ayour%20talk"
    )
    look = main(shown).one("section", id="look").text
    for words in ("It asks one thing.", "It is short.", "It leaves them free not to answer."):
        assert words in look
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        ("Would you be my mentor? No need to answer.", "This asks for a mentor."),
        ("Which plan first? And which price?", "There are 2 questions."),
        ("I like your talk.", "There is no question yet."),
        ("word " * 130 + "?", "This has 131 words."),
        ("Hello [name], which price?", "Something in [brackets]"),
    ],
)
def test_says_what_is_in_the_way(as_ada: Client, cast: Cast, ines: str, ask: str, message: str) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | {"ask": [ask]})
    assert response.status_code == 422
    assert message in errors(response)["ask"]
    assert sent(response)["ask"][0].split() == ask.split()
    assert member_of(cast.ada, ines).ask == ""


@pytest.mark.parametrize("ask", ["", NUL, "x?" * 2_001])
def test_wrong_input(as_ada: Client, ines: str, ask: str) -> None:
    response = as_ada.post(url_of(ines), sent(as_ada.get(url_of(ines))) | {"ask": [ask]})
    assert (response.status_code, set(errors(response))) == (422, {"ask"})


def test_a_change_in_another_tab_is_not_overwritten(as_ada: Client, cast: Cast, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines))) | {"ask": [GOOD]}
    change_to(cast.ada, ines, {"ask": "From the new tab?"}, seen=1)
    response = as_ada.post(url_of(ines), form)
    assert response.status_code == 409
    assert any("third plan" in area.text for area in page(response).all("textarea"))
    assert member_of(cast.ada, ines).ask == "From the new tab?"


def test_sent_twice(as_ada: Client, ines: str) -> None:
    form = sent(as_ada.get(url_of(ines))) | {"ask": [GOOD]}
    assert [as_ada.post(url_of(ines), form).status_code for _ in range(2)] == [302, 302]


def test_to_others_it_is_not_there(cast: Cast, ines: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines), ines)


def test_signed_out(ines: str) -> None:
    leads_to_welcome(url_of(ines))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, count: int) -> None:
    for number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, number)
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), url_of(ines)) == 5
