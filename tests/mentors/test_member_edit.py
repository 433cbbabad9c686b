"""Changing what is noted about somebody."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Ladder
from mentors.contents import Cadence, Milestone, Topic, Viewpoint
from mentors.keeping import change_to
from mentors.seating import retire_seat
from tests.assessments.pages import errors, page, sent
from tests.cast import Cast
from tests.factories import PathFactory
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


@pytest.fixture
def nour(cast: Cast, seat: str) -> str:
    return known(
        cast.ada,
        "Nour",
        why="Because",
        seats=(seat,),
        cadence=Cadence(20, 40),
        view=Viewpoint(inside="outside"),
        strengths=(Topic("t" * 16, "Pricing"),),
        milestones=(Milestone(ago(3), "A book"),),
        questions="Prepared",
    )


def url_of(member: str) -> str:
    return f"/board/people/{member}/edit/"


def test_saved_as_it_is_nothing_is_lost(as_ada: Client, cast: Cast, nour: str) -> None:
    talked(cast.ada, nour)
    before = member_of(cast.ada, nour)
    response = as_ada.post(url_of(nour), sent(as_ada.get(url_of(nour))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{nour}/")
    assert member_of(cast.ada, nour) == before


def test_changes_it(as_ada: Client, cast: Cast, nour: str, ladder: Chart) -> None:
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    skill = ladder.skills[0]
    form = sent(as_ada.get(url_of(nour)))
    form |= {"name": ["Nour H"], "strengths": [skill.pid], "milestone_0": [""], "milestone_0_on": [""]}
    form |= {"milestone_1": ["A talk"], "milestone_1_on": [f"{ago(1):%Y-%m-%d}"], "rhythm": ["yearly"]}
    as_ada.post(url_of(nour), form)
    found = member_of(cast.ada, nour)
    assert (found.name, found.why, found.questions) == ("Nour H", "Because", "Prepared")
    assert found.strengths == (Topic(skill.pid, skill.title),)
    assert (found.milestones, found.cadence) == ((Milestone(ago(1), "A talk"),), Cadence(365, 450))


def test_a_seat_that_was_let_go_stays_theirs(as_ada: Client, cast: Cast, nour: str, seat: str) -> None:
    retire_seat(cast.ada, seat, words="", on=ago(0))
    form = sent(as_ada.get(url_of(nour)))
    assert "seats" not in form
    as_ada.post(url_of(nour), form)
    assert member_of(cast.ada, nour).seats == (seat,)


def test_a_talk_noted_meanwhile_is_not_in_the_way(as_ada: Client, cast: Cast, nour: str) -> None:
    form = sent(as_ada.get(url_of(nour))) | {"why": ["New"]}
    talked(cast.ada, nour, words="Meanwhile")
    assert as_ada.post(url_of(nour), form).status_code == 302
    found = member_of(cast.ada, nour)
    assert (found.why, found.summary.last_words) == ("New", "Meanwhile")


@pytest.mark.parametrize("seen", ["1", "", "7"])
def test_a_change_in_another_tab_is_not_overwritten(as_ada: Client, cast: Cast, nour: str, seen: str) -> None:
    form = sent(as_ada.get(url_of(nour))) | {"why": ["From the old tab"], "seen": [seen]}
    change_to(cast.ada, nour, {"why": "From the new tab"}, seen=1)
    response = as_ada.post(url_of(nour), form)
    assert (response.status_code, page(response).one("h1").text) == (409, "Somebody changed this meanwhile")
    assert "From the old tab" in [area.text for area in page(response).all("textarea")]
    assert member_of(cast.ada, nour).why == "From the new tab"


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("why", NUL), ("met_on", "0001-01-01")])
def test_says_what_to_fix(as_ada: Client, cast: Cast, nour: str, field: str, value: str) -> None:
    before = member_of(cast.ada, nour)
    response = as_ada.post(url_of(nour), sent(as_ada.get(url_of(nour))) | {field: [value]})
    assert (response.status_code, set(errors(response))) == (422, {field})
    assert member_of(cast.ada, nour) == before


def test_sent_twice_it_is_changed_once(as_ada: Client, cast: Cast, nour: str) -> None:
    form = sent(as_ada.get(url_of(nour))) | {"why": ["New"]}
    assert [as_ada.post(url_of(nour), form).status_code for _ in range(2)] == [302, 302]
    assert member_of(cast.ada, nour).why == "New"


def test_to_others_it_is_not_there(cast: Cast, nour: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(nour), nour)


def test_signed_out(nour: str) -> None:
    leads_to_welcome(url_of(nour))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, nour: str, count: int) -> None:
    for _number in range(count):
        known(cast.ada)
        talked(cast.ada, nour, _number)
    # session, person, board, seats, people, place
    assert queries_of(client_of(cast.ada), url_of(nour)) == 6
