"""The table with its seats: any number of them stays legible, and nothing is cut off without saying so."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations, pairwise

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from mentors.picture import LABEL, MOST, Place, Spot, clipped, reach_of, spots, table
from tests.assessments.pages import Node, page


def places(count: int, **more: str) -> list[Place]:
    return [Place(f"Need {number}", f"Somebody {number}", f"/{number}/", **more) for number in range(count)]


def drawn(seats: list[Place]) -> Node:
    return page(HttpResponse(table(seats, more="#seats", line="1 of 2 seats taken", note="1 due, 0 soon")))


@pytest.mark.parametrize("count", range(1, MOST + 1))
def test_every_seat_has_room_of_its_own(count: int) -> None:
    found = spots(count)
    assert len(found) == count
    for one, other in combinations(found, 2):
        assert abs(one.x - other.x) >= LABEL * 0.8 or abs(one.y - other.y) >= 66, (one, other)
    assert min(spot.y for spot in found) - 54 >= 6
    assert max(spot.y for spot in found) + 63 <= 2 * reach_of(count) + 200


def test_seven_stand_as_they_were_drawn() -> None:
    assert [(round(spot.x), round(spot.y)) for spot in spots(7)] == [
        (153, 340),
        (84, 230),
        (153, 120),
        (320, 74),
        (487, 120),
        (556, 230),
        (487, 340),
    ]
    assert spots(1) == [Spot(320, 74, True)]


def test_none_is_no_picture() -> None:
    assert table([], more="", line="", note="") == ""


@pytest.mark.parametrize("count", [1, 2, 7, MOST])
def test_each_seat_is_a_link_that_says_all_of_it(count: int) -> None:
    links = drawn(places(count)).all("a")
    said = [(link.attrs["href"], link.attrs["aria-label"]) for link in links]
    assert sorted(said) == sorted((f"/{number}/", f"Need {number}: Somebody {number}") for number in range(count))


@pytest.mark.parametrize("count", [MOST + 1, 40])
def test_what_has_no_room_is_said_and_leads_to_the_list(count: int) -> None:
    picture = drawn(places(count))
    links = picture.all("a")
    assert len(links) == MOST
    rest = count - MOST + 1
    assert [link.attrs["aria-label"] for link in links if link.attrs["href"] == "#seats"] == [
        f"{rest} more seats: in the list below"
    ]
    assert picture.one("svg").attrs["aria-label"] == f"Your board as a table with {count} seats"


def test_states_are_drawn() -> None:
    states = ("due", "rest", "vacant", "")
    picture = drawn([Place("Need", "who", "/", state, "AB") for state in states])
    assert {node.attrs["class"].strip() for node in picture.all("circle")} == {
        "seat due",
        "seat rest",
        "seat vacant",
        "seat",
        "seat you",
    }
    assert len(picture.all("path", "add")) == 1


def test_words_are_words() -> None:
    picture = drawn([Place('<b>"x"</b>', "<i>", '/?a="b"')])
    assert not picture.all("b") + picture.all("i")
    assert picture.one("a").attrs == {"href": '/?a="b"', "aria-label": '<b>"x"</b>: <i>'}


def test_a_long_name_is_cut_and_said_in_full() -> None:
    name = "Donaudampfschifffahrtsgesellschaft und mehr"
    link = drawn([Place(name, "nobody yet", "/")]).one("a")
    assert link.attrs["aria-label"] == f"{name}: nobody yet"
    assert re.fullmatch(r"Donau\w+…", link.one("text", "title").text)
    assert clipped("Pricing", LABEL, 16) == "Pricing"


@given(st.text(max_size=60), st.integers(20, 300))
def test_what_is_cut_off_is_a_beginning(words: str, limit: int) -> None:
    line, cut = " ".join(words.split()), clipped(words, limit, 16)
    assert cut == line or (cut.endswith("…") and line.startswith(cut[:-1]))


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), min_size=1, max_size=41))
def test_any_words_make_a_picture(named: list[tuple[str, str]]) -> None:
    seats = [Place(need, who, "/x/", "", "A") for need, who in named]
    svg = table(seats, more="#seats", line="a", note="b")
    assert len(re.findall(r"<a ", svg)) == min(len(seats), MOST)
    assert unescape(svg).count("<svg") >= 1


def test_it_grows_with_the_pairs() -> None:
    assert all(one <= other for one, other in pairwise(reach_of(count) for count in range(1, MOST + 1)))
