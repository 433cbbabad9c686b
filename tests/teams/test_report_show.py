"""The page about one report, for their manager."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.models import Share
from ladders.chart import Chart
from people.models import Reading
from teams.models import Challenge, Seat
from teams.quarter import quarter_of
from tests.assessments.litany import ago, agreed, every, is_not_there, leads_to_welcome, noted, place, rated
from tests.assessments.pages import Node, facts, links, main
from tests.cast import Cast
from tests.teams.conftest import client_of
from tests.teams.scenes import promise, talk, under_review

NOW = timezone.now()


def show(client: Client, cast: Cast, query: str = "") -> Node:
    return main(client.get(f"/team/{cast.ada.pid}/{query}"))


def heads(page: Node) -> list[str]:
    return [head.text for head in page.all("h2")]


def test_the_gap_rests_on_what_was_agreed_and_nothing_else(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 3) | {"delivery": 4}, cast.bo, NOW)
    rated(cast.ada, every(on_ladder, 5), NOW)
    page = show(as_bo, cast)
    assert page.one("p", "figure").text == "12 of 22 expectations met"
    day = f"{timezone.localdate().day} {timezone.localdate():%B %Y}"
    assert facts(page.one("section", "readiness")) == {
        "Must-haves": "2 of 5 met",
        "Weighted": "89 % of what is asked",
        "Coverage": "22 of 22 rated",
        "Basis": f"agreed, {day}",
        "Freshness": "evidence from the last 12 months behind 0 of 12 met, 0 % of the credit",
        "Ladder": "Product management 1.0 · how computed",
    }


def test_every_addend_stands_in_the_table(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    table = show(as_bo, cast).one("table", "figures")
    heads = [cell.text for cell in table.one("thead").all("th")]
    assert heads[:6] == ["Skill", "Needs", "Now", "Gap", "Basis", "Must-have"]
    foot = {row.one("th").text: row.one("td").text for row in table.one("tfoot").all("tr")}
    assert foot["Met"] == "11 / 22"


def test_compares_with_the_stage_itself_as_well(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    here = on_ladder.stage["product-manager"]
    tabs = show(as_bo, cast).one("nav", "tabs")
    assert [link.text for link in tabs.all("a")] == ["To Senior Product Manager", "As Product Manager, now"]
    page = show(as_bo, cast, f"?to={here.pid}")
    assert page.one("p", "figure").text == "22 of 22 expectations met"
    assert show(as_bo, cast, "?to=nonsense").one("p", "figure").text == "11 of 22 expectations met"


def test_the_aim_that_was_part_of_no_review_stays_theirs(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    place(cast.ada, "product-manager", "cpo")
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    assert "Chief" not in show(as_bo, cast).text


def test_a_new_manager_sees_nothing_from_before(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    """A change of manager gives access forward only."""
    agreed(cast.ada, every(on_ladder, 3), cast.xena, datetime(2020, 6, 1, tzinfo=UTC))
    page = show(as_bo, cast)
    assert page.one("div", "empty").one("h2").text == "Nothing agreed yet that could be shown"
    assert page.all("p", "figure") == []


def test_while_a_review_is_open_levels_and_gap_are_hidden_and_it_says_so(
    as_bo: Client, cast: Cast, on_ladder: Chart
) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    under_review(cast.ada, cast.bo)
    page = show(as_bo, cast)
    assert heads(page)[0] == "In review: hidden until both have submitted"
    assert [line.text for line in page.one("section", "review").all("li")] == [
        "Ada Okafor : not submitted yet",
        "Bo Lindqvist : not submitted yet",
    ]
    assert (page.all("p", "figure"), page.all("table"), page.all("li", "rail-row")) == ([], [], [])


def test_evidence_that_was_shared_with_the_manager_and_none_else(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 4), cast.bo, NOW)
    mine = noted(cast.ada, on_ladder, ["delivery"], ago(3), title="Shared")
    noted(cast.ada, on_ladder, ["vision"], ago(2), title="Her own")
    theirs = noted(cast.ada, on_ladder, ["vision"], ago(2), title="For Xena")
    Share.objects.create(evidence=mine, reader=cast.bo)
    Share.objects.create(evidence=theirs, reader=cast.xena)
    page = show(as_bo, cast)
    (item,) = page.one("ol", "timeline").all("li")
    assert ("Shared" in item.text, "Execution and delivery" in item.text) == (True, True)
    assert ("Her own" in page.text, "For Xena" in page.text) == (False, False)
    assert "behind 1 of 22 met" in facts(page.one("section", "readiness"))["Freshness"]


def test_all_that_the_two_noted(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    promise(cast.ada, cast.bo, "Second")
    promise(cast.ada, cast.bo, "First", days=9, skill=on_ladder.skill["business"].pk)
    promise(cast.ada, cast.bo, "Her own", side="person", by=cast.ada)
    promise(cast.ada, cast.bo, "Dropped").drop(by=cast.ada, reason="Not needed any more")
    talk(cast.ada, cast.bo, ago(3), "The way to senior")
    Challenge.agree(
        cast.ada, cast.bo, by=cast.ada, quarter=quarter_of(timezone.localdate()), words="The merge", seen=0
    )
    Seat.say(cast.ada, cast.bo, by=cast.bo, seen=0, role="yes", work="Two teams", decides="Cy", decided="In May")
    page = show(as_bo, cast)
    waiting, closed = page.all("ul", "promises")
    assert [item.all("p")[0].text.split(" since ")[0] for item in waiting.all("li")] == [
        "Bo Lindqvist : First",
        "Bo Lindqvist : Second",
        "Ada Okafor : Her own",
    ]
    assert "Business acumen" in waiting.all("li")[0].text
    assert "by Ada Okafor : Not needed any more" in closed.text
    aside = next(part for part in page.all("aside") if "Seat and scope" in part.text)
    assert ("The merge" in aside.text, "The way to senior" in aside.text) == (True, True)
    assert [cell.text for cell in aside.one("dl").all("dd")] == ["yes", "Two teams", "Cy", "In May"]


def test_a_challenge_of_the_quarter_before_is_marked(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    before = quarter_of(ago((timezone.localdate() - quarter_of(timezone.localdate())).days + 1))
    Challenge.agree(cast.ada, cast.bo, by=cast.bo, quarter=before, words="The merge", seen=0)
    aside = next(part for part in show(as_bo, cast).all("aside") if "Next bigger" in part.text)
    assert aside.one("span", "badge").text == "from last quarter"


def test_without_a_place_it_says_so_and_the_rest_is_there(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    cast.ada.path.delete()
    page = show(as_bo, cast)
    assert "has not said at which stage" in page.one("div", "empty").text
    assert "Promises" in heads(page)


def test_she_reads_that_it_was_opened(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    show(as_bo, cast)
    assert [(row.person, row.reader, row.page) for row in Reading.objects.all()] == [
        (cast.ada, cast.bo, "report_show")
    ]


def test_leads_to_every_act(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    made = promise(cast.ada, cast.bo)
    there = {href for href, _words in links(show(as_bo, cast))}
    acts = {f"/team/{cast.ada.pid}/{act}/" for act in ("talk", "promise", "challenge", "seat")}
    assert acts | {f"/promises/{made.pid}/{act}/" for act in ("keep", "drop")} <= there


def test_to_others_it_is_not_there(cast: Cast, on_ladder: Chart) -> None:
    for stranger in (cast.ada, cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, f"/team/{cast.ada.pid}/", post=False)


def test_the_manager_before_sees_nothing_any_more(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    promise(cast.ada, cast.bo, "Quetzal")
    talk(cast.ada, cast.bo, ago(3), "Quetzal")
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert as_bo.get(f"/team/{cast.ada.pid}/").status_code == 404
    assert "Quetzal" not in main(as_bo.get("/team/")).text
    assert "Quetzal" not in show(client_of(cast.xena), cast).text


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(f"/team/{cast.ada.pid}/")


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_bo: Client, cast: Cast, on_ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    for number in range(count):
        promise(cast.ada, cast.bo, f"Promise {number}")
        talk(cast.ada, cast.bo, ago(3 + number))
        Share.objects.create(evidence=noted(cast.ada, on_ladder, ["delivery"], ago(3)), reader=cast.bo)
    show(as_bo, cast)
    with django_assert_num_queries(16):
        # session, person, the report; evidence and its skills, a review, the place; promises, challenges, talks and
        # seat; a review to agree; levels and aims; the log; who can read it
        show(as_bo, cast)
