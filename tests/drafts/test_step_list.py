"""Which steps between stages are written."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/steps/"


def rows(table: Node) -> list[list[str]]:
    return [[cell.text for cell in row if cell.tag in ("th", "td")] for row in table.one("tbody").all("tr")]


def test_each_way_has_its_step(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft)))

    ways, others = shown.all("table")
    assert rows(ways)[4:6] == [
        [
            "Senior Product Manager",
            "Group Product Manager",
            "Written: Senior Product Manager → Group Product Manager",
        ],
        [
            "Senior Product Manager",
            "Principal Product Manager",
            "Written: Senior Product Manager → Principal Product Manager",
        ],
    ]
    assert (len(rows(ways)), len(rows(others))) == (9, 3)
    for url, _name in [*links(ways), *links(others)]:
        assert as_lin.get(url).status_code == 200


def test_a_way_without_a_step_leads_to_writing_it(as_lin: Client, draft: Draft, cast: Cast) -> None:
    step = piece_of(draft, Kind.STEP, "senior-pm group-pm")
    with pen(draft, cast.lin) as hand:
        hand.retire(step, True)

    shown = main(as_lin.get(url_of(draft)))

    url, name = links(shown.all("table")[0])[4]
    assert (url, name) == (
        f"{url_of(draft)}new/?from=senior-pm&to=group-pm",
        "Write it: Senior Product Manager → Group Product Manager",
    )
    assert "1 is not written yet." in shown.text


def test_ways_follow_the_draft_also_while_something_is_in_the_way(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "senior-pm"), "next", ["nowhere", "principal-pm"])
        hand.put(piece_of(draft, Kind.STAGE, "vp"), "next", [])

    ways, others = main(as_lin.get(url_of(draft))).all("table")

    assert [row[:2] for row in rows(ways)][4:] == [
        ["Senior Product Manager", "Principal Product Manager"],
        ["Group Product Manager", "Director of Product Management"],
        ["Director of Product Management", "Vice President of Product"],
    ]
    assert ["Senior Product Manager", "Group Product Manager"] in [row[:2] for row in rows(others)]


def test_a_library_has_no_ways(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(draft_of("library.yaml", cast.lin))))

    assert shown.one("p", "empty").text == "No stage leads on to another one yet."


def test_those_who_publish_read_it(as_cy: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STEP, "senior-pm group-pm"), True)

    shown = main(as_cy.get(url_of(draft)))

    assert "Not written" in [row[2] for row in rows(shown.all("table")[0])]
    assert [url for url, _name in links(shown) if "/steps/new/" in url] == []


def test_a_closed_draft_can_be_read(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert as_lin.get(url_of(draft)).status_code == 200


def test_asks_as_often_for_thirty_ways_as_for_one(as_lin: Client, draft: Draft, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(draft))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft))
        return len(found)

    with pen(draft, cast.lin) as hand:
        for stage in list(draft.pieces.of(Kind.STAGE))[2:]:
            hand.retire(stage, True)
    few = queries()
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.add(Kind.STAGE, f"more-{number}", {"title": f"More {number}", "track": "core"})

    assert (few, queries()) == (6, 6)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


def test_the_other_parts_of_the_ladder_are_a_tab_away(as_lin: Client, draft: Draft) -> None:
    tabs = main(as_lin.get(url_of(draft))).one("nav", "tabs")

    assert [words for _url, words in links(tabs)] == [
        "Levels",
        "Lines",
        "Phases",
        "Categories",
        "Ways in",
        "Ways beyond",
        "Steps",
    ]
    assert [one.text for one in tabs.all("a") if "aria-current" in one.attrs] == ["Steps"]
