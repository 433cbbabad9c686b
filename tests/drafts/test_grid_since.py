"""What a page of the grid hears of others."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.cells import save_cells
from drafts.models import Draft, Edit
from drafts.pieces import Kind
from drafts.writing import pen, write
from safeguards.ids import new_pid
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.pieces import piece_of

CELL = "data-analysis/product-manager"


def since(client: Client, draft: Draft, seen: object = 1, writer: str = "page") -> Any:
    return client.get(f"/drafts/{draft.pid}/since/", {"seen": str(seen), "writer": writer})


def test_nothing_happened(as_lin: Client, draft: Draft) -> None:
    answer = since(as_lin, draft)
    assert (answer.status_code, answer.content) == (204, b"")


def test_says_what_others_left_in_a_cell_and_who(as_lin: Client, draft: Draft, cast: Cast) -> None:
    for seen, typed in ((1, "1"), (2, "(2)*3")):
        save_cells(draft, {CELL: typed}, seen=seen, by=cast.root, writer="root")

    assert since(as_lin, draft).json() == {
        "revision": 3,
        "cells": {CELL: ["(2)*3", "Root Andersen"]},
        "anew": False,
        "met": [],
        "wrong": {},
    }
    assert since(as_lin, draft, 3).status_code == 204


def test_says_nothing_of_ones_own_changes_but_how_far_one_is(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "1"}, seen=1, by=cast.lin, writer="page")
    with pen(draft, cast.lin, "page") as hand:
        hand.place(piece_of(draft, Kind.SKILL, "delivery"), None)

    found = since(as_lin, draft).json()

    assert (found["revision"], found["cells"], found["anew"]) == (3, {}, False)


def test_says_the_last_of_several(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "1"}, seen=1, by=cast.root, writer="root")
    save_cells(draft, {CELL: "2"}, seen=2, by=cast.lin, writer="page")

    assert since(as_lin, draft).json()["cells"] == {}
    assert since(as_lin, draft, writer="other").json()["cells"] == {CELL: ["2", "Lin Mei-Hua"]}


def test_says_every_cell_of_a_row_that_went_and_came(as_lin: Client, draft: Draft, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, "data-analysis")
    with pen(draft, cast.root) as hand:
        hand.retire(row, True)

    gone = since(as_lin, draft).json()["cells"]
    assert gone == {f"data-analysis/{stage}": ["", "Root Andersen"] for stage in row.body["cells"]}

    with pen(draft, cast.root) as hand:
        hand.retire(row, False)
        hand.put(row, "", {"cells": {"product-manager": {"level": 1}}})
    back = since(as_lin, draft, 2).json()["cells"]
    assert (back[CELL], back["data-analysis/senior-pm"]) == (["1", "Root Andersen"], ["", "Root Andersen"])


@pytest.mark.parametrize(("path", "anew"), [("title", True), ("category", True), ("text", False)])
def test_says_when_rows_look_different(as_lin: Client, draft: Draft, cast: Cast, path: str, anew: bool) -> None:
    write(draft, [Edit(piece_of(draft, Kind.SKILL, "delivery").pid, path, "growth")], seen=1, by=cast.root)

    assert since(as_lin, draft).json()["anew"] is anew


def test_says_when_a_column_is_new(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.root) as hand:
        hand.add(Kind.STAGE, "fellow", {"title": "Fellow"})

    assert since(as_lin, draft).json()["anew"] is True


@pytest.mark.parametrize("seen", ["x", "-1", "9" * 30])
def test_since_when(as_lin: Client, draft: Draft, seen: str) -> None:
    assert since(as_lin, draft, seen).status_code == 400


def test_who_publishes_reads_along(as_cy: Client, draft: Draft) -> None:
    assert since(as_cy, draft).status_code == 204


def test_to_others_the_draft_is_not_there(as_ada: Client, draft: Draft) -> None:
    nothing = as_ada.get(f"/drafts/{new_pid()}/since/", {"seen": 1})
    answer = since(as_ada, draft)
    assert (answer.status_code, answer.content) == (404, nothing.content)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(f"/drafts/{draft.pid}/since/")


def test_asks_the_database_little(as_lin: Client, draft: Draft, cast: Cast) -> None:
    rows = {f"{skill}/senior-pm": "1" for skill in ("delivery", "user-research", "product-sense")}
    asked = []
    for seen, cells in ((1, {CELL: "1"}), (2, rows)):
        save_cells(draft, cells, seen=seen, by=cast.root, writer="root")
        with CaptureQueriesContext(connection) as queries:
            assert len(since(as_lin, draft, seen).json()["cells"]) == len(cells)
        asked.append(len(queries))
    with CaptureQueriesContext(connection) as queries:
        since(as_lin, draft, 5)

    assert (asked, len(queries)) == ([5, 5], 3)
