"""The history of a draft: who changed what, in words, and what stood there before."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, undo, write
from people.models import Person
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, main
from tests.cast import Cast
from tests.drafts.pieces import piece_of


def url_of(draft: Draft, **asked: Any) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"/drafts/{draft.pid}/history/" + (f"?{query}" if query else "")


def rows(client: Client, url: str) -> list[Node]:
    shown = main(client.get(url))
    return [item for part in shown.all("ol", "history") for item in part.all("li")]


def said(row: Node) -> str:
    """The sentence of a row, without the time."""
    (sentence, *_more) = row.all("p")
    return sentence.text.removesuffix(sentence.one("time").text).strip()


def changed(draft: Draft, piece: Piece, path: str, value: Any, by: Person) -> None:
    write(draft, [Edit(piece.pid, path, value)], seen=draft.revision, by=by)


def test_nothing_at_first(as_lin: Client, draft: Draft) -> None:
    assert rows(as_lin, url_of(draft)) == []


def test_says_who_changed_what_from_what_to_what(
    as_lin: Client, draft: Draft, stage: Piece, skill: Piece, cast: Cast
) -> None:
    changed(draft, stage, "does", ["Leads a team."], cast.lin)
    changed(draft, skill, "levels/3/text", None, cast.root)

    second, first = rows(as_lin, url_of(draft))

    assert said(first) == "Lin Mei-Hua changed what Product Manager does"
    assert said(second) == f"Root Andersen changed what {skill.title} means at 3 Owning"
    assert [part.text for part in first.one("p", "diff").all("del")] == [" ".join(stage.body["does"])]
    assert [part.text for part in first.one("p", "diff").all("ins")] == ["Leads a team."]
    assert (second.one("p", "diff").text, second.all("ins")) == (skill.read("levels/3/text"), [])


def test_words_that_stay_are_not_marked(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    changed(draft, skill, "text", "Reads <b>numbers</b> and charts.", cast.lin)
    changed(draft, skill, "text", "Reads <i>numbers</i> and charts.", cast.lin)

    (row, _first) = rows(as_lin, url_of(draft))

    assert row.one("p", "diff").text == "Reads <b>numbers</b> <i>numbers</i> and charts."
    assert [part.text for part in row.all("ins")] == ["<i>numbers</i>"]


def test_leads_to_where_it_was_changed(as_lin: Client, draft: Draft, stage: Piece, skill: Piece, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, skill.key)
    edits = [
        (stage, "text"),
        (skill, "levels/3/text"),
        (skill, "at/senior-pm/text"),
        (skill, "ref"),
        (row, "x/x-note"),
    ]
    for piece, path in edits:
        changed(draft, piece, path, "New.", cast.lin)

    senior = piece_of(draft, Kind.STAGE, "senior-pm")
    assert [part.all("a")[-1].attrs["href"] for part in rows(as_lin, url_of(draft))] == [
        f"/drafts/{draft.pid}/",
        f"/drafts/{draft.pid}/skills/{skill.pid}/",
        f"/drafts/{draft.pid}/skills/{skill.pid}/stages/{senior.pid}/",
        f"/drafts/{draft.pid}/skills/{skill.pid}/levels/3/",
        f"/drafts/{draft.pid}/stages/{stage.pid}/",
    ]


@pytest.fixture
def busy(draft: Draft, stage: Piece, skill: Piece, cast: Cast) -> Draft:
    """Sixty changes: Lin's of the skill and Root's of the stage by turns."""
    for number in range(30):
        changed(draft, skill, "ref", f"DAT-{number}", cast.lin)
        changed(draft, stage, "text", f"Text {number}.", cast.root)
    return draft


def test_goes_on_page_by_page(as_lin: Client, busy: Draft) -> None:
    first = rows(as_lin, url_of(busy))
    assert [said(row) for row in first[:2]] == [
        "Root Andersen changed the text about Product Manager",
        "Lin Mei-Hua changed the reference of Data analysis",
    ]
    older = [link.attrs["href"] for link in main(as_lin.get(url_of(busy))).all("a") if link.text == "Older changes"]

    second = rows(as_lin, url_of(busy) + older[0])
    assert (len(first), len(second)) == (50, 10)
    assert rows(as_lin, url_of(busy, before=2)) == []


def test_keeps_to_one_piece_and_to_one_person(as_lin: Client, busy: Draft, skill: Piece, cast: Cast) -> None:
    for asked in ({"piece": skill.pid}, {"by": cast.lin.pid}, {"piece": skill.pid, "by": cast.lin.pid}):
        found = rows(as_lin, url_of(busy, **asked))
        assert {said(row) for row in found} == {"Lin Mei-Hua changed the reference of Data analysis"}
        assert len(found) == 30
    assert rows(as_lin, url_of(busy, piece=skill.pid, by=cast.root.pid)) == []


@pytest.mark.parametrize(
    "asked", [{"piece": "x"}, {"by": "x" * 16}, {"before": "0"}, {"before": "²"}, {"before": "9" * 99}]
)
def test_what_nobody_has_is_not_asked_for(as_lin: Client, busy: Draft, asked: dict[str, str]) -> None:
    assert len(rows(as_lin, url_of(busy, **asked))) == 50


def test_offers_the_way_back_where_nothing_came_after(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    changed(draft, skill, "ref", "One", cast.lin)
    changed(draft, skill, "ref", "Two", cast.lin)
    changed(draft, skill, "text", "Else", cast.lin)

    assert [len(row.all("button")) for row in rows(as_lin, url_of(draft))] == [1, 1, 0]


def test_marks_what_was_taken_back(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    changed(draft, skill, "ref", "One", cast.lin)
    undo(draft.changes.get(), by=cast.root)

    second, first = rows(as_lin, url_of(draft))

    assert second.all("p")[-1].text == "This took an earlier change back."
    assert first.all("p")[-1].text == "Root Andersen took this back."
    assert (len(second.all("button")), first.all("button")) == (1, [])


def test_asks_as_often_for_thirty_changes_as_for_one(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(draft))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft))
        return len(found)

    changed(draft, skill, "ref", "One", cast.lin)
    few = queries()
    with pen(draft, cast.root) as hand:
        for number in range(30):
            hand.add(Kind.SKILL, f"more-{number}", {"title": f"More {number}"})

    assert (len(rows(as_lin, url_of(draft))), queries()) == (31, few)


def test_those_who_publish_read_it_and_take_nothing_back(as_cy: Client, busy: Draft) -> None:
    found = rows(as_cy, url_of(busy))

    assert (len(found), [row for row in found if row.all("button")]) == (50, [])


def test_the_history_of_a_closed_draft_stays(as_lin: Client, busy: Draft, cast: Cast) -> None:
    drop(busy, by=cast.lin)

    found = rows(as_lin, url_of(busy))
    assert (len(found), [row for row in found if row.all("button")]) == (50, [])


def test_the_sheet_of_a_text_shows_its_own_history(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    changed(draft, skill, "levels/3/text", "Three.", cast.lin)
    changed(draft, skill, "levels/2/text", "Two.", cast.lin)

    found = rows(as_lin, f"/drafts/{draft.pid}/skills/{skill.pid}/levels/3/")

    assert [said(row) for row in found] == [f"Lin Mei-Hua changed what {skill.title} means at 3 Owning"]
    assert len(rows(as_lin, f"/drafts/{draft.pid}/skills/{skill.pid}/")) == 2


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
