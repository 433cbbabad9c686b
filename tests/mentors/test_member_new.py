"""Somebody new on the board."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors import keeping
from mentors.contents import Cadence, Milestone, Ring, Viewpoint, Way
from mentors.desk import desk_of
from mentors.models import Board, Member
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.mentors.litany import NOUR, NUL, ago, client_of, known, leads_to_welcome, queries_of

URL = "/board/people/new/"


def typed(client: Client, **said: object) -> dict[str, object]:
    return {**sent(client.get(URL)), "name": "Ines", **said}


def test_a_name_is_enough(as_ada: Client, cast: Cast) -> None:
    response = as_ada.post(URL, typed(as_ada))
    (held,) = desk_of(cast.ada).members.values()
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{held.pid}/")
    found = held.contents
    assert (found.name, found.ring, found.way, found.cadence, found.added_on) == (
        "Ines",
        Ring.BOARD,
        Way.READER,
        None,
        ago(0),
    )


def test_everything_is_kept(as_ada: Client, cast: Cast, seat: str) -> None:
    said = {
        "name": NOUR,
        "why": "Because",
        "ring": "peers",
        "way": "mentor",
        "aware": "on",
        "seats": [seat],
        "rhythm": "custom",
        "wish": "20",
        "email": "nour@example.org",
        "link": "example.org/nour",
        "boundaries": "Prefers mail\nno evenings",
        "quiet_from": f"{ago(3):%Y-%m-%d}",
        "inside": "outside",
        "role": "author",
        "met_at": "A meetup",
        "met_on": f"{ago(30):%Y-%m-%d}",
        "milestone_0": "A book",
        "milestone_0_on": f"{ago(2):%Y-%m-%d}",
    }
    as_ada.post(URL, typed(as_ada, **said))
    (held,) = desk_of(cast.ada).members.values()
    found = held.contents
    assert (found.name, found.ring, found.way, found.aware, found.seats) == (
        NOUR,
        Ring.PEERS,
        Way.MENTOR,
        True,
        (seat,),
    )
    assert (found.cadence, found.view) == (Cadence(20, 30), Viewpoint(inside="outside", role="author"))
    assert (found.link, found.quiet_from) == ("https://example.org/nour", ago(3))
    assert found.milestones == (Milestone(ago(2), "A book"),)


def test_the_address_says_where(as_ada: Client, seat: str) -> None:
    form = sent(as_ada.get(f"{URL}?seat={seat}&ring=wider"))
    assert (form["seats"], form["ring"]) == ([seat], ["wider"])
    form = sent(as_ada.get(f"{URL}?seat=nonsense&ring=retired"))
    assert ("seats" in form, form["ring"]) == (False, ["board"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", NUL),
        ("name", "x" * 201),
        ("title", "x" * 301),
        ("why", "x" * 20_001),
        ("ring", "retired"),
        ("way", "boss"),
        ("email", "no address"),
        ("link", "javascript:alert(1)"),
        ("met_on", f"{ago(-1):%Y-%m-%d}"),
        ("met_on", "1949-12-31"),
        ("met_on", "30 February"),
        ("quiet_until", "2300-01-01"),
        ("wish", "0"),
        ("wish", "1101"),
        ("worst", "-4"),
        ("wish", "often"),
        ("seats", "2" * 16),
        ("milestone_0", "A day is missing"),
    ],
)
def test_says_what_to_fix_and_keeps_the_rest(as_ada: Client, cast: Cast, seat: str, field: str, value: str) -> None:
    form = typed(as_ada, rhythm="monthly", reach="At work", **{field: value})
    response = as_ada.post(URL, form)
    fixed = "milestone_0_on" if field == "milestone_0" else field
    assert (response.status_code, set(errors(response))) == (422, {fixed})
    assert sent(response)["reach"] == ["At work"]
    assert desk_of(cast.ada).members == {}


def test_zero_days_are_refused_in_words(as_ada: Client, cast: Cast) -> None:
    response = as_ada.post(URL, typed(as_ada, rhythm="custom", wish="0"))
    assert errors(response)["wish"].startswith("At least one day.")
    response = as_ada.post(URL, typed(as_ada, rhythm="custom"))
    assert errors(response)["wish"] == "Say how many days, or choose one of the rhythms."
    response = as_ada.post(URL, typed(as_ada, rhythm="custom", wish="30", worst="20"))
    assert errors(response)["worst"] == "At worst is at least as long as you wish it."
    assert not Member.objects.exists()


def test_a_quiet_time_has_a_first_day(as_ada: Client) -> None:
    response = as_ada.post(URL, typed(as_ada, quiet_until=f"{ago(-9):%Y-%m-%d}"))
    assert errors(response) == {"quiet_until": "Say from when as well."}
    days = {"quiet_from": f"{ago(-9):%Y-%m-%d}", "quiet_until": f"{ago(-8):%Y-%m-%d}"}
    assert errors(as_ada.post(URL, typed(as_ada, **days))) == {"quiet_until": "This is before the first day."}


def test_a_full_board_says_so(as_ada: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 1)
    known(cast.ada)
    response = as_ada.post(URL, typed(as_ada))
    assert (response.status_code, Member.objects.count()) == (422, 1)
    assert "Your board is full." in main(response).one("div", "errors").text


def test_sent_twice_there_is_one(as_ada: Client) -> None:
    form = typed(as_ada)
    first, second = as_ada.post(URL, form), as_ada.post(URL, form)
    assert first.headers["Location"] == second.headers["Location"]
    assert Member.objects.count() == 1


def test_without_its_token_it_is_refused(as_ada: Client) -> None:
    assert as_ada.post(URL, typed(as_ada, once="")).status_code == 400
    assert Board.objects.count() == 0


def test_looking_makes_nothing(as_ada: Client) -> None:
    as_ada.get(URL)
    assert Board.objects.count() == 0


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
    # session, person, board, seats, people, place
    assert queries_of(client_of(cast.ada), URL) == 6
