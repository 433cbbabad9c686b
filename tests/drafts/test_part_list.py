"""The lists of the small parts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from drafts.models import Draft
from drafts.parts import PARTS
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of, using


def url_of(draft: Draft, word: str) -> str:
    return f"/drafts/{draft.pid}/parts/{word}/"


def rows(shown: Node) -> list[str]:
    return [row.all("a")[0].text for row in shown.all("li", "part-row")]


@pytest.mark.parametrize("word", PARTS)
def test_lists_them_in_order_each_with_its_sheet(as_lin: Client, draft: Draft, word: str) -> None:
    shown = main(as_lin.get(url_of(draft, word)))

    pieces = list(draft.pieces.of(PARTS[word].kind).order_by("position"))
    found = [row.all("a")[0].attrs["href"] for row in shown.all("li", "part-row")]
    assert found == [f"/drafts/{draft.pid}/parts/{word}/{piece.pid}/" for piece in pieces] != []
    for url in found:
        assert as_lin.get(url).status_code == 200


def test_levels_stand_by_their_numbers(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.LEVEL, "3"), True)
        hand.add(Kind.LEVEL, "10", {"name": "Ten"})
        hand.add(Kind.LEVEL, "7", {"name": "Seven"})

    shown = main(as_lin.get(url_of(draft, "levels")))

    assert rows(shown)[-3:] == ["5 Shaping", "7 Seven", "10 Ten"]
    assert shown.all("button", name="direction") == []


def test_says_how_many_name_each(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft, "lines")))

    assert [row.one("span", "soft").text for row in shown.all("li", "part-row")] == [
        "5 stages",
        "4 stages",
        "1 stage",
    ]


def test_one_is_moved_and_the_list_follows(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft, "lines")))
    first, *_others, last = shown.all("li", "part-row")
    assert [[button.attrs["value"] for button in row.all("button")] for row in (first, last)] == [["down"], ["up"]]

    answer = as_lin.post(first.one("form").attrs["action"], {"direction": "down"})

    assertRedirects(answer, f"{url_of(draft, 'lines')}#{first.attrs['id']}")
    assert rows(main(as_lin.get(url_of(draft, "lines")))) == [
        "Product leadership",
        "Product manager",
        "Individual expert",
    ]


def test_names_that_stand_only_at_the_skills_are_listed(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        for category in draft.pieces.of(Kind.CATEGORY):
            hand.retire(category, True)
        for place, skill in enumerate(draft.pieces.of(Kind.SKILL).order_by("position")):
            hand.put(skill, "category", "Craft" if place else "Care")

    shown = main(as_lin.get(url_of(draft, "categories")))

    assert [row.text for row in shown.one("ul", "rows").all("li")] == ["Care 1 skill", "Craft 23 skills"]


def test_without_levels_of_its_own_it_shows_those_of_the_library(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(using(cast.lin), "levels")))

    assert [row.text for row in shown.one("ol", "rows").all("li")] == ["1 Aware", "2 Able"]


def test_an_empty_list_says_so(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(draft_of("text.yaml", cast.lin), "levels")))

    assert shown.one("p", "empty").text == "There are none yet."


def test_those_who_publish_read_it_and_find_nothing_to_do(as_cy: Client, as_lin: Client, draft: Draft) -> None:
    shown, lins = (main(client.get(url_of(draft, "lines"))) for client in (as_cy, as_lin))

    assert [len(page.all("form")) for page in (shown, lins)] == [0, 4]
    assert rows(shown) == rows(lins)


def test_a_closed_draft_can_be_read(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    shown = main(as_lin.get(url_of(draft, "lines")))
    assert (len(rows(shown)), shown.all("form")) == (3, [])


def test_leads_to_the_lists_of_the_others(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft, "lines"))).one("nav", "tabs")

    assert [url for url, _name in links(shown)] == [
        *(url_of(draft, word) for word in PARTS),
        f"/drafts/{draft.pid}/steps/",
    ]


@pytest.mark.parametrize("word", ["stages", "skills", "level", "linesx", "tracks"])
def test_other_words_are_no_part(as_lin: Client, draft: Draft, word: str) -> None:
    assert as_lin.get(url_of(draft, word)).status_code == 404


@pytest.mark.parametrize("word", PARTS)
def test_asks_as_often_for_thirty_rows_as_for_one(as_lin: Client, draft: Draft, cast: Cast, word: str) -> None:
    kind = PARTS[word].kind

    def queries() -> int:
        as_lin.get(url_of(draft, word))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft, word))
        return len(found)

    with pen(draft, cast.lin) as hand:
        for piece in list(draft.pieces.of(kind))[1:]:
            hand.retire(piece, True)
    few = queries()
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.add(kind, str(100 + number), {"title": f"More {number}", "name": f"More {number}"})

    assert (few, queries()) == (6, 6)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft, "lines"), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft, "lines"))
