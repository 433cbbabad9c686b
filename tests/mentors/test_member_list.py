"""Everybody on a board, one ring at a time."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.contents import Member, Ring
from mentors.keeping import add_members
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.mentors.litany import NOUR, ago, client_of, known, leads_to_welcome, queries_of, talked

URL = "/board/people/"


def names(client: Client, query: str = "") -> list[str]:
    return [link.text for row in main(client.get(URL + query)).all("h2", "named") for link in row.all("a")]


def test_nobody_yet(as_ada: Client) -> None:
    shown = main(as_ada.get(URL))
    assert shown.one("h2").text == "Nobody here yet"
    assert "/board/people/new/?ring=board" in dict(links(shown))


def test_one_ring_at_a_time(as_ada: Client, cast: Cast, ines: str) -> None:
    known(cast.ada, NOUR, ring=Ring.PEERS)
    known(cast.ada, "Olga", ring=Ring.WIDER)
    known(cast.ada, "Gone", retired_on=ago(3))
    talked(cast.ada, ines, words="About pricing")
    assert names(as_ada) == names(as_ada, "?ring=nonsense") == ["Ines Duarte"]
    assert names(as_ada, "?ring=peers") == [NOUR]
    assert names(as_ada, "?ring=wider") == ["Olga"]
    assert names(as_ada, "?ring=retired") == ["Gone"]
    shown = main(as_ada.get(URL))
    assert [tab.text for tab in shown.one("nav", "tabs").all("a")] == [
        "On the board 1",
        "Peers 1",
        "Wider network 1",
        "Retired 1",
    ]
    assert "Pricing strategy" in shown.one("ul", "rows").text
    assert "About pricing" in shown.text


def test_five_hundred_people_stand_in_pages(as_ada: Client, cast: Cast) -> None:
    add_members(cast.ada, [Member(f"Person {number:03}", added_on=ago(9)) for number in range(500)])
    assert names(as_ada)[::49] == ["Person 000", "Person 049"]
    assert names(as_ada, "?ring=board&page=10")[-1] == "Person 499"
    assert ("?ring=board&page=2", "2") in links(main(as_ada.get(URL)))
    for odd in ("0", "-1", "x", "99999999999999999999"):
        assert len(names(as_ada, f"?page={odd}")) == 50


def test_each_sees_their_own(cast: Cast, ines: str) -> None:
    assert names(client_of(cast.bo)) == names(client_of(cast.hal)) == []


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, count: int) -> None:
    for _number in range(count):
        talked(cast.ada, known(cast.ada))
    # session, person, board, seats, people
    assert queries_of(client_of(cast.ada), URL) == 5
