"""The sheet before a talk."""

from __future__ import annotations

import pytest
from django.test import Client

from mentors.contents import FollowUp, Mark
from mentors.keeping import change_to
from tests.assessments.pages import errors, main, page
from tests.cast import Cast
from tests.mentors.litany import (
    NUL,
    ago,
    client_of,
    form_on,
    is_not_there,
    known,
    leads_to_welcome,
    member_of,
    queries_of,
    talked,
)


def url_of(member: str) -> str:
    return f"/board/people/{member}/prepare/"


def test_before_the_first_talk(as_ada: Client, ines: str) -> None:
    assert "There was none yet." in main(as_ada.get(url_of(ines))).text


def test_everything_on_one_sheet(as_ada: Client, cast: Cast) -> None:
    olga = known(cast.ada, "Olga", boundaries="No evenings", questions="How do you start?", gift="A book")
    talked(cast.ada, olga, 90, words="Long ago")
    talked(
        cast.ada,
        olga,
        words="The last one",
        marks=(Mark.RECEIVED,),
        advice="Start small",
        follow_ups=(FollowUp("Send the sheet"),),
    )
    shown = main(as_ada.get(url_of(olga)))
    for words in ("No evenings", "The last one", "Send the sheet", "Tell them what became of “Start small”."):
        assert words in shown.text
    assert "Long ago" not in shown.text
    form = form_on(as_ada, url_of(olga))
    assert (form["questions"], form["gift"]) == (["How do you start?"], ["A book"])


def test_says_when_they_want_to_be_left_alone(as_ada: Client, cast: Cast) -> None:
    olga = known(cast.ada, "Olga", quiet_from=ago(3))
    assert main(as_ada.get(url_of(olga))).one("p", "boundary").text == "Wants to be left alone"


def test_keeps_what_is_prepared(as_ada: Client, cast: Cast, ines: str) -> None:
    form = form_on(as_ada, url_of(ines)) | {"questions": ["Which price first?"], "gift": ["A book"]}
    response = as_ada.post(url_of(ines), form)
    assert (response.status_code, response.headers["Location"]) == (302, url_of(ines))
    found = member_of(cast.ada, ines)
    assert (found.questions, found.gift) == ("Which price first?", "A book")


def test_a_change_in_another_tab_is_not_overwritten(as_ada: Client, cast: Cast, ines: str) -> None:
    form = form_on(as_ada, url_of(ines)) | {"questions": ["From the old tab"]}
    change_to(cast.ada, ines, {"questions": "From the new tab"}, seen=1)
    response = as_ada.post(url_of(ines), form)
    assert response.status_code == 409
    assert "From the old tab" in [area.text for area in page(response).all("textarea")]
    assert member_of(cast.ada, ines).questions == "From the new tab"


@pytest.mark.parametrize(("field", "value"), [("questions", NUL), ("gift", "x" * 20_001)])
def test_says_what_to_fix(as_ada: Client, ines: str, field: str, value: str) -> None:
    response = as_ada.post(url_of(ines), form_on(as_ada, url_of(ines)) | {field: [value]})
    assert (response.status_code, set(errors(response))) == (422, {field})


def test_sent_twice(as_ada: Client, ines: str) -> None:
    form = form_on(as_ada, url_of(ines)) | {"gift": ["A book"]}
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
    # session, person, board, seats, people, talks
    assert queries_of(client_of(cast.ada), url_of(ines)) == 6
