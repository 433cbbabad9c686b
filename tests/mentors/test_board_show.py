"""The board: its table, who is due, and what it comes to in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from ladders.chart import Chart
from mentors import contents
from mentors.contents import Cadence, Mark, Ring, Topic, Viewpoint
from mentors.desk import pen
from mentors.keeping import add_members, rest
from mentors.models import Touch
from mentors.seating import MOST, name_need, retire_seat
from tests.assessments.litany import every, rated
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.factories import PathFactory
from tests.mentors.litany import NOUR, ago, client_of, known, leads_to_welcome, queries_of, talked
from tests.reviews.pairs import opened

URL = "/board/"
MONTHLY = Cadence(30, 45)


@pytest.fixture
def on_ladder(cast: Cast, ladder: Chart) -> Chart:
    """Ada has a place, and is rated below her aim in everything."""
    PathFactory(person=cast.ada)
    rated(cast.ada, every(ladder, 1))
    return ladder


def needed(cast: Cast, need: str, **facts: object) -> str:
    return name_need(cast.ada, replace(contents.Seat(need, opened_on=ago(100)), **facts)).pid  # type: ignore[arg-type]  # fields of a seat


def band(page: Node, title: str) -> Node:
    return next(part for part in page.all("section", "band") if part.one("h2").text.startswith(title))


def test_an_empty_board_says_what_it_is_for(as_ada: Client, on_ladder: Chart) -> None:
    page = main(as_ada.get(URL))
    assert page.one("div", "empty").one("h2").text == "Empty chairs"
    assert not page.all("svg", "seats") + page.all("section", "band")
    begin = {words: url for url, words in links(page)}
    assert begin["Name a first need"] == "/board/seats/new/"
    assert begin["Hard stakeholder"] == "/board/seats/new/?need=stakeholder"
    assert sum("?skill=" in url for url in begin.values()) == 6


def test_looking_makes_no_board(as_ada: Client, cast: Cast) -> None:
    as_ada.get(URL)
    assert not Touch.objects.visible_to(cast.ada).exists()
    with pytest.raises(AssertionError):
        main(as_ada.get(URL)).one("svg", "seats")


def test_the_table_and_the_bands(as_ada: Client, cast: Cast) -> None:
    strategy, pricing, _free = (needed(cast, need) for need in ("Strategy", "Pricing", "Finance"))
    ines = known(cast.ada, "Ines Duarte", seats=(strategy,), cadence=MONTHLY, boundaries="No evenings")
    kenji = known(cast.ada, "Kenji Mori", seats=(pricing,))
    known(cast.ada, "Peer Gynt", ring=Ring.PEERS)
    talked(cast.ada, ines, 60, words="the pricing page", marks=(Mark.ASKED,), advice="Cut a plan")
    rest(cast.ada, kenji, on=ago(0))
    page = main(as_ada.get(URL))
    assert page.one("p", "lede").text == ("3 things you want help with. 2 people at your table. 1 seat is free.")
    assert [link.attrs["aria-label"] for link in page.one("svg", "seats").all("a")] == [
        "Strategy: Ines Duarte, due",
        "Pricing: Kenji Mori, resting",
        "Finance: nobody yet",
    ]
    assert [part.one("h2").text for part in page.all("section", "band")] == ["Due 1", "Resting 1", "Free seats 1"]
    due = band(page, "Due")
    assert due.one("h3").text.startswith("Ines Duarte Strategy · every month")
    assert "the pricing page . You last asked for something in" in due.all("p")[0].text
    assert due.all("p")[0].text.endswith("You have not noted giving anything yet. No evenings")
    assert [(words, url) for url, words in links(due)][1:] == [
        ("Tell them what came of it", f"/board/people/{ines}/"),
        ("Note a talk", f"/board/people/{ines}/talks/new/"),
        ("Prepare", f"/board/people/{ines}/prepare/"),
    ]
    assert (f"/board/people/{ines}/", "Tell Ines Duarte what came of it") in links(page)


def test_several_on_one_seat(as_ada: Client, cast: Cast) -> None:
    seat = needed(cast, "Strategy")
    for name in ("Ines", "Kenji", "Ruth"):
        known(cast.ada, name, seats=(seat,))
    page = main(as_ada.get(URL))
    link = page.one("svg", "seats").one("a")
    assert link.attrs == {"href": f"/board/seats/{seat}/people/", "aria-label": "Strategy: Ines and 2 more"}
    listed = page.one("ul", id="seats")
    assert [name for url, name in links(listed) if url.startswith("/board/people/")] == ["Ines", "Kenji", "Ruth"]


def test_what_it_comes_to_in_words(as_ada: Client, cast: Cast) -> None:
    ines = known(cast.ada, "Ines", view=Viewpoint("inside", ahead="peer"))
    talked(cast.ada, ines, 0, marks=(Mark.GAVE,))
    said = {part.one("h2").text: part for part in main(as_ada.get(URL)).all("section", "tight")}
    assert said["Give and take, 12 months"].one("p").text.startswith("You gave once. You last gave something in ")
    assert said["Viewpoints"].one("p").text == (
        "1 from inside. 1 beside you. Nobody looks from outside. Nobody is ahead of you."
    )


def test_which_gaps_have_nobody_to_ask(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    skill = on_ladder.skill["delivery"]
    seat = needed(cast, "A need", topic=Topic(skill.pid, skill.title))
    before = whom_to_ask(as_ada)
    assert skill.title in before
    free = band(main(as_ada.get(URL)), "Free seats")
    assert "open on the way to your aim" in free.text
    known(cast.ada, "Ines", seats=(seat,))
    after = whom_to_ask(as_ada)
    assert set(before) - set(after) == {skill.title}
    assert set(after) - set(before) == {"A need"}  # held by one person alone


def whom_to_ask(client: Client) -> list[str]:
    part = next(
        (part for part in main(client.get(URL)).all("section", "tight") if part.one("h2").text == "Whom you can ask"),
        None,
    )
    return [words for _url, words in links(part)] if part else []


def test_a_review_that_is_open_hides_the_gaps(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    known(cast.ada, "Ines")
    assert whom_to_ask(as_ada)
    opened(cast.ada, cast.bo)
    assert whom_to_ask(as_ada) == []


def test_forty_seats_are_folded_and_all_listed(as_ada: Client, cast: Cast) -> None:
    for number in range(MOST):
        needed(cast, f"Need {number}")
    page = main(as_ada.get(URL))
    assert len(page.one("svg", "seats").all("a")) == 13
    assert len(page.one("ul", id="seats").all("li")) == MOST


def test_a_seat_that_was_let_go_is_kept_with_its_words(as_ada: Client, cast: Cast) -> None:
    retire_seat(cast.ada, needed(cast, "Strategy"), words="Met in May", on=ago(3))
    page = main(as_ada.get(URL))
    assert page.one("div", "empty")
    assert "Met in May" in page.text


def test_any_name_stands_as_it_is_written(as_ada: Client, cast: Cast) -> None:
    known(cast.ada, NOUR, seats=(needed(cast, "رأي صريح"),))
    known(cast.ada, "<b>Bold</b>")
    page = main(as_ada.get(URL))
    assert page.one("svg", "seats").one("a").attrs["aria-label"] == f"رأي صريح: {NOUR}"
    assert {"<b>Bold</b>", NOUR} <= {link.text for link in page.all("a", dir="auto")}


def test_the_promise_stands_on_the_page(as_ada: Client) -> None:
    text = main(as_ada.get(URL)).text
    assert "shows your board to anyone but you" in text
    assert "whoever runs the server, and holds its key, can technically read it" in text


def test_nobody_sees_the_board_of_somebody_else(cast: Cast) -> None:
    known(cast.ada, "Ines Duarte", seats=(needed(cast, "Strategy"),))
    for person in (cast.bo, cast.hal, cast.root):
        page = main(client_of(person).get(URL))
        assert page.one("div", "empty")
        assert "Ines" not in page.text


def test_it_is_only_read(as_ada: Client) -> None:
    assert as_ada.post(URL).status_code == 405


def test_signed_out() -> None:
    leads_to_welcome(URL)


def test_queries(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    """At most eight, also with 500 people and 10,000 talks."""
    seats = tuple(needed(cast, f"Need {number}") for number in range(10))
    one = known(cast.ada, "Ines", seats=seats, cadence=MONTHLY)
    few = queries_of(as_ada, URL)
    people = [contents.Member(f"P {n}", ago(300), seats=seats[n % 10 :], cadence=MONTHLY) for n in range(499)]
    add_members(cast.ada, people)
    with pen(cast.ada) as hand:
        row, talk = hand.desk.member(one).row, contents.Touch(ago(40), "A chat")
        sealed = hand.box.seal(talk, "touch:x")
        Touch.objects.bulk_create(
            Touch(board=hand.board, member_id=row.pk, sealed=sealed) for _number in range(10_000)
        )
    assert queries_of(as_ada, URL) == few <= 8
    page = main(as_ada.get(URL))
    assert len(page.text) < 20_000
