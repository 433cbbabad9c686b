"""Somebody on the board: how it stands, what is open, what to give, and every talk."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.contents import Cadence, FollowUp, Mark, Milestone, Topic, Viewpoint
from people.models import Person
from tests.assessments.pages import links, main, page
from tests.cast import Cast
from tests.mentors.litany import NOUR, ago, client_of, is_not_there, known, leads_to_welcome, queries_of, talked


@pytest.fixture
def nour(cast: Cast, seat: str) -> str:
    """Somebody of whom everything is noted."""
    return known(
        cast.ada,
        NOUR,
        title="مديرة",
        why="Knows pricing",
        email="nour@example.org",
        boundaries="Prefers mail",
        seats=(seat,),
        cadence=Cadence(20, 40),
        view=Viewpoint("outside", "same", "other", "ahead", "author"),
        strengths=(Topic("t" * 16, "Pricing"),),
        milestones=(Milestone(ago(3), "Her book came out"),),
        met_at="A meetup",
    )


def url_of(member: str) -> str:
    return f"/board/people/{member}/"


def test_shows_what_is_noted(as_ada: Client, nour: str) -> None:
    shown = main(as_ada.get(url_of(nour)))
    assert shown.one("h1").text == NOUR
    text = shown.text
    for words in (
        "Knows pricing",
        "Prefers mail",
        "Pricing strategy",
        "from outside",
        "A meetup",
        "nour@example.org",
    ):
        assert words in text
    assert "every 20 days · due" in shown.one("p", "lede").text
    assert "Only you can read this." in text
    assert page(as_ada.get(url_of(nour))).one("title").text.startswith(NOUR)


def test_shows_talks_and_what_is_open(as_ada: Client, cast: Cast, nour: str) -> None:
    touch = talked(
        cast.ada,
        nour,
        words="Talked about margins",
        marks=(Mark.ASKED, Mark.RECEIVED),
        advice="Ask finance first",
        follow_ups=(FollowUp("Send the sheet", ago(1)), FollowUp("Read it", done_on=ago(2))),
    )
    shown = main(as_ada.get(url_of(nour)))
    assert "Talked about margins" in shown.one("ul", "talked").text
    assert "you asked and you received" in shown.one("ul", "talked").text
    open_ = shown.one("section", id="open").text
    assert ("Send the sheet" in open_, "over" in open_, "Read it" in open_) == (True, True, False)
    assert f"{url_of(nour)}talks/{touch}/told/" in dict(links(shown.one("section", id="owed")))
    assert "It is your turn to give something before you ask again." in shown.text


def test_nothing_typed_becomes_markup(as_ada: Client, cast: Cast) -> None:
    bad = "<script>alert(1)</script>"
    member = known(cast.ada, bad, title=bad, why=bad, boundaries=bad, link="https://example.org/?a=<b>")
    talked(cast.ada, member, words=bad, notes=bad, advice=bad)
    body = as_ada.get(url_of(member)).content.decode()
    assert (bad in body, body.count("&lt;script&gt;") > 8) == (False, True)


def test_somebody_who_was_let_go_can_come_back(as_ada: Client, cast: Cast) -> None:
    gone = known(cast.ada, retired_on=ago(4), retired_words="Moved on")
    shown = main(as_ada.get(url_of(gone)))
    assert "not on the board any more" in shown.one("p", "lede").text
    assert f"{url_of(gone)}back/" in dict(links(shown))
    assert f"{url_of(gone)}rest/" not in dict(links(shown))


def test_talks_stand_in_pages(as_ada: Client, cast: Cast, nour: str) -> None:
    for day in range(21):
        talked(cast.ada, nour, day, words=f"Talk {day}.")
    assert len(main(as_ada.get(url_of(nour))).one("ul", "talked").all("li")) == 20
    assert "Talk 20." in main(as_ada.get(f"{url_of(nour)}?page=2")).one("ul", "talked").text
    for odd in ("0", "-1", "x", "999999999999999999999"):
        assert as_ada.get(f"{url_of(nour)}?page={odd}").status_code == 200


def test_to_others_it_is_not_there(cast: Cast, nour: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(nour), nour, methods=("get",))


def test_signed_out(nour: str) -> None:
    leads_to_welcome(url_of(nour))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, nour: str, count: int) -> None:
    for day in range(count):
        talked(cast.ada, nour, day, follow_ups=(FollowUp("Do"),))
        known(cast.ada)
    # session, person, board, seats, people, talks
    assert queries_of(client_of(cast.ada), url_of(nour)) == 6


def test_only_reads(as_ada: Client, nour: str, cast: Cast) -> None:
    assert as_ada.post(url_of(nour)).status_code == 405
    assert Person.objects.count() == 10


def test_asks_how_far_they_have_come_after_a_talk(as_ada: Client, cast: Cast) -> None:
    olga = known(cast.ada, "Olga")
    link = (f"/board/people/{olga}/edit/#id_way", "You have talked since. Has that changed?")
    assert link not in links(main(as_ada.get(url_of(olga))))
    talked(cast.ada, olga)
    assert link in links(main(as_ada.get(url_of(olga))))
