"""Changing a talk."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.contents import FollowUp, Mark, Topic
from mentors.talking import change_touch, finish
from tests.assessments.pages import errors, page, sent
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
    touches_of,
)


@pytest.fixture
def talk(cast: Cast, ines: str) -> str:
    return talked(
        cast.ada,
        ines,
        words="A talk",
        marks=(Mark.ASKED, Mark.RECEIVED),
        advice="Start small",
        topic=Topic("t" * 16, "Pricing"),
        aim="Price test",
        follow_ups=(FollowUp("One", ago(-3)), FollowUp("Two", done_on=ago(2)), FollowUp("Three")),
        told_on=ago(1),
    )


def url_of(member: str, talk: str) -> str:
    return f"/board/people/{member}/talks/{talk}/"


def test_saved_as_it_is_nothing_is_lost(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    before = touches_of(cast.ada, ines)
    response = as_ada.post(url_of(ines, talk), sent(as_ada.get(url_of(ines, talk))))
    assert (response.status_code, response.headers["Location"]) == (302, f"/board/people/{ines}/")
    assert touches_of(cast.ada, ines) == before


def test_changes_it_and_what_it_comes_to(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    form = sent(as_ada.get(url_of(ines, talk)))
    form |= {"words": ["Another"], "on": [f"{ago(40):%Y-%m-%d}"], "marks": ["gave"], "advice": [""]}
    form |= {"follow_up_0": [""], "follow_up_0_on": [""], "follow_up_3": ["Four"]}
    as_ada.post(url_of(ines, talk), form)
    (found,) = touches_of(cast.ada, ines)
    assert (found.words, found.on, found.marks) == ("Another", ago(40), (Mark.GAVE,))
    assert found.follow_ups == (FollowUp("Two", done_on=ago(2)), FollowUp("Three"), FollowUp("Four"))
    summary = member_of(cast.ada, ines).summary
    assert (summary.last_on, [item.words for item in summary.open]) == (ago(40), ["Three", "Four"])


@pytest.mark.parametrize("seen", ["1", "", "9"])
def test_a_change_in_another_tab_is_not_overwritten(
    as_ada: Client, cast: Cast, ines: str, talk: str, seen: str
) -> None:
    form = sent(as_ada.get(url_of(ines, talk))) | {"notes": ["From the old tab"], "seen": [seen]}
    change_touch(cast.ada, ines, talk, {"words": "From the new tab"}, seen=1)
    response = as_ada.post(url_of(ines, talk), form)
    assert (response.status_code, page(response).one("h1").text) == (409, "Somebody changed this meanwhile")
    assert "From the old tab" in [area.text for area in page(response).all("textarea")]
    assert touches_of(cast.ada, ines)[0].words == "From the new tab"


def test_what_was_done_meanwhile_stays_done(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    form = sent(as_ada.get(url_of(ines, talk)))
    finish(cast.ada, ines, talk, 0, on=ago(0))
    assert as_ada.post(url_of(ines, talk), form).status_code == 409
    assert touches_of(cast.ada, ines)[0].follow_ups[0].done_on == ago(0)


@pytest.mark.parametrize(("field", "value"), [("on", f"{ago(-1):%Y-%m-%d}"), ("words", NUL), ("on", "0001-01-01")])
def test_says_what_to_fix(as_ada: Client, cast: Cast, ines: str, talk: str, field: str, value: str) -> None:
    before = touches_of(cast.ada, ines)
    response = as_ada.post(url_of(ines, talk), sent(as_ada.get(url_of(ines, talk))) | {field: [value]})
    assert (response.status_code, set(errors(response))) == (422, {field})
    assert touches_of(cast.ada, ines) == before


def test_sent_twice_it_is_changed_once(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    form = sent(as_ada.get(url_of(ines, talk))) | {"words": ["Another"]}
    assert [as_ada.post(url_of(ines, talk), form).status_code for _ in range(2)] == [302, 302]
    assert len(touches_of(cast.ada, ines)) == 1


def test_to_others_it_is_not_there(cast: Cast, ines: str, talk: str) -> None:
    known(cast.bo)
    is_not_there((cast.bo, cast.eve, cast.hal, cast.root), url_of(ines, talk), ines)


def test_with_somebody_else_it_is_not_there(as_ada: Client, cast: Cast, ines: str, talk: str) -> None:
    other, of_bo = known(cast.ada), known(cast.bo)
    theirs = talked(cast.bo, of_bo)
    assert as_ada.get(url_of(other, talk)).status_code == 404
    assert as_ada.get(url_of(ines, theirs)).status_code == 404
    is_not_there((cast.bo,), url_of(of_bo, talk), talk)


def test_signed_out(ines: str, talk: str) -> None:
    leads_to_welcome(url_of(ines, talk))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ines: str, talk: str, count: int) -> None:
    for number in range(count):
        known(cast.ada)
        talked(cast.ada, ines, number)
    # session, person, board, seats, people, talks, place
    assert queries_of(client_of(cast.ada), url_of(ines, talk)) == 7
