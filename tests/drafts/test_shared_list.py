"""Skills from a library: which wording each has, and whether there is a newer one."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft
from drafts.pieces import Kind
from drafts.shared import take
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.drafts.pieces import library, piece_of, using

NEWER = "Runs interviews. → Runs many interviews."


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/shared/"


def rows(client: Client, draft: Draft) -> list[str]:
    return [item.all("div")[0].text for item in main(client.get(url_of(draft))).all("li", "part-row")]


def day(draft: Draft) -> str:
    assert draft.base is not None
    return f"{draft.base.publication.effective_on:%-d %B %Y}"


def test_says_which_wording_each_skill_has(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)

    assert rows(as_lin, draft) == [f"Research text 1, from {day(draft)}"]


def test_says_that_the_library_has_a_newer_one(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    library(newer=NEWER)

    today = day(draft)
    assert rows(as_lin, draft) == [f"Research text 1, from {today} newer: text 2, from {today}"]
    assert main(as_lin.get(url_of(draft))).one("form", "message").one("p").text == (
        "The library has a newer text for 1 skill."
    )


def test_what_takes_the_newest_has_no_newer_one(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    library(newer=NEWER)
    take(draft, {piece_of(draft, Kind.ROW, "research").pk: 2}, by=cast.lin)

    assert rows(as_lin, draft) == [f"Research text 2, from {day(draft)}"]


def test_offers_what_the_library_has_besides(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(using(cast.lin))))

    assert [option.text for option in shown.one("select").all("option")] == ["Small talk: an art"]


def test_a_skill_that_the_library_lacks_is_said(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    with pen(draft, cast.lin) as hand:
        hand.add(Kind.ROW, "gone", {"cells": {"junior": {"level": 1}}})

    assert rows(as_lin, draft)[1] == "gone The library no longer has it."


def test_a_ladder_without_a_library_says_so(as_lin: Client, draft: Draft) -> None:
    assert "This ladder takes no skills from a library." in main(as_lin.get(url_of(draft))).text


def test_asks_as_often_for_thirty_skills_as_for_one(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)

    def queries() -> int:
        as_lin.get(url_of(draft))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft))
        return len(found)

    few = queries()
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.add(Kind.ROW, f"more-{number}", {"cells": {}})

    assert (len(rows(as_lin, draft)), queries()) == (31, few)


def test_those_who_publish_read_it_and_take_nothing(as_cy: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    library(newer=NEWER)

    assert len(rows(as_cy, draft)) == 1
    assert main(as_cy.get(url_of(draft))).all("form", method="post") == []


def test_a_stranger_learns_nothing(cast: Cast) -> None:
    is_not_there(cast.ada, url_of(using(cast.lin)), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
