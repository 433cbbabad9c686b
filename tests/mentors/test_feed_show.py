"""The file behind the secret address."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from mentors import contents
from mentors.desk import desk_of, pen
from mentors.feeding import events
from mentors.keeping import add_member, add_members, rest
from mentors.masking import HideFeeds
from mentors.subscribing import issue_feed, keep_feed, revoke_feed
from mentors.talking import note_touch
from people.models import Person
from tests.cast import Cast
from tests.mentors.conftest import TODAY

ALL = ("due", "follow_ups", "review")


def url(owner: Person, *categories: str, names: bool = False) -> str:
    keep_feed(owner, categories, names=names)
    return f"/board/calendar/{issue_feed(owner)}.ics"


def titles(owner: Person, *categories: str, names: bool = False) -> list[tuple[int, str]]:
    """How many days from TODAY, and what."""
    keep_feed(owner, categories, names=names)
    return sorted(((one.on - TODAY).days, one.title) for one in events(desk_of(owner), TODAY))


@pytest.fixture
def talk(cast: Cast, ines: str) -> str:
    items = (
        contents.FollowUp("Send the draft", TODAY + timedelta(days=5)),
        contents.FollowUp("One day"),
        contents.FollowUp("Done", TODAY, done_on=TODAY),
    )
    return note_touch(cast.ada, ines, contents.Touch(TODAY, "About margins", follow_ups=items))[0]


def test_neutral_unless_names_are_wanted(cast: Cast, talk: str) -> None:
    assert titles(cast.ada, *ALL) == [(5, "Career follow-up"), (91, "Career check-in"), (182, "Career review")]
    assert titles(cast.ada, *ALL, names=True) == [
        (5, "Send the draft (Ines Duarte)"),
        (91, "Get in touch: Ines Duarte"),
        (182, "Does your board still fit?"),
    ]


def test_only_what_was_chosen(cast: Cast, talk: str) -> None:
    assert titles(cast.ada) == []
    assert titles(cast.ada, "review") == [(182, "Career review")]


def test_without_names_a_day_says_nothing_about_how_many(cast: Cast) -> None:
    people = [contents.Member(f"M{n}", TODAY, cadence=contents.Cadence(30, 45)) for n in range(2)]
    add_members(cast.ada, people)
    assert titles(cast.ada, "due") == [(30, "Career check-in")]
    assert len(titles(cast.ada, "due", names=True)) == 2


def test_what_is_late_stands_at_today_and_who_rests_nowhere(cast: Cast) -> None:
    late = contents.Member("Late", TODAY - timedelta(days=400), cadence=contents.Cadence(30, 45))
    pid = add_member(cast.ada, late).pid
    assert titles(cast.ada, "due") == [(0, "Career check-in")]
    rest(cast.ada, pid, on=TODAY)
    assert titles(cast.ada, "due") == []


def test_the_file(client: Client, cast: Cast, talk: str) -> None:
    response = client.get(url(cast.ada, *ALL))
    text = response.content.decode()
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert (text.count("BEGIN:VEVENT"), text.count("SUMMARY:Career")) == (3, 3)
    for word in ("ATTENDEE", "ORGANIZER", "Ines", "draft", "mailto", "Ada", talk):
        assert word not in text


def test_it_needs_no_account_and_leaves_nothing_behind(client: Client, cast: Cast) -> None:
    response = client.get(url(cast.ada, *ALL))
    assert (response.status_code, response.cookies, response.headers["Cache-Control"]) == (
        200,
        {},
        "private, no-store",
    )


def test_it_is_the_owners_whoever_is_signed_in(client: Client, cast: Cast, talk: str) -> None:
    address = url(cast.ada, *ALL)
    client.force_login(cast.bo)
    assert client.get(address).content.count(b"BEGIN:VEVENT") == 3


def test_anything_else_is_not_there(client: Client, cast: Cast) -> None:
    live = url(cast.ada, *ALL)
    revoke_feed(cast.ada)
    for address in (live, "/board/calendar/x.ics", "/board/calendar/%00.ics", f"/board/calendar/{'é' * 3000}.ics"):
        response = client.get(address)
        assert (response.status_code, response.cookies) == (404, {}), address


def test_it_ends_with_the_account(client: Client, cast: Cast) -> None:
    address = url(cast.ada, *ALL)
    Person.objects.filter(pk=cast.ada.pk).update(is_active=False)
    assert client.get(address).status_code == 404


def test_with_a_lost_key_it_says_so_and_comes_back(client: Client, cast: Cast, talk: str, own_keys: Path) -> None:
    address, key = url(cast.ada, *ALL), own_keys.read_text()
    own_keys.unlink()
    assert client.get(address).status_code == 503
    own_keys.write_text(key)
    assert client.get(address).content.count(b"BEGIN:VEVENT") == 3


def test_nothing_is_sent_to_it(client: Client, cast: Cast) -> None:
    assert client.post(url(cast.ada, *ALL)).status_code == 405


def test_the_address_stays_out_of_the_log(client: Client, cast: Cast) -> None:
    """Django notes what is not there: an address that was taken back may be given to nobody all the same."""
    handler, said = logging.getLogger().handlers, StringIO()
    mine = [one for one in handler if any(isinstance(rule, HideFeeds) for rule in one.filters)]
    assert mine, "the console's handler"
    before = mine[0].setStream(said)  # type: ignore[attr-defined]  # a handler of streams
    client.get("/board/calendar/cp_secret.ics?x=cp_secret")
    mine[0].setStream(before)  # type: ignore[attr-defined]  # likewise
    assert "Not Found: /board/calendar/…" in said.getvalue()
    assert "cp_secret" not in said.getvalue()


@pytest.mark.parametrize("people", [1, 30])
def test_queries(client: Client, cast: Cast, people: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The address, the board, its seats and its people."""
    add_members(cast.ada, [contents.Member(f"M{n}", TODAY, cadence=contents.Cadence(30, 45)) for n in range(people)])
    address = url(cast.ada, *ALL)
    with django_assert_num_queries(4):
        client.get(address)


def test_an_empty_board(client: Client, cast: Cast) -> None:
    assert client.get(url(cast.ada, *ALL)).content.count(b"BEGIN:VEVENT") == 0


def test_a_day_of_the_review_follows_the_last_one(cast: Cast, ines: str) -> None:
    with pen(cast.ada) as hand:
        day = TODAY - timedelta(days=100)
        hand.board.set(hand.box, replace(hand.desk.settings, reviewed_on=day))
    assert titles(cast.ada, "review") == [(82, "Career review")]
