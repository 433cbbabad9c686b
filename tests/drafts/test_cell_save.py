"""Cells that save themselves: what is written, what meets another's change, and what makes no sense."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.cells import save_cells
from drafts.models import Change, Closed, Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, undo
from safeguards.ids import new_pid
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of, using

CELL, BESIDE = "data-analysis/product-manager", "data-analysis/senior-pm"


def save(client: Client, draft: Draft, cells: dict[str, str], *, seen: int = 1, writer: str = "page") -> Any:
    return client.post(f"/drafts/{draft.pid}/cells/", {"seen": seen, "writer": writer, **cells})


def cell(draft: Draft, name: str = CELL) -> object:
    skill, _slash, stage = name.partition("/")
    return piece_of(draft, Kind.ROW, skill).read(f"cells/{stage}")


def numbers(draft: Draft) -> list[int]:
    return list(Change.objects.filter(draft=draft).values_list("number", flat=True))


def test_writes_one_cell_and_nothing_else(as_lin: Client, draft: Draft, cast: Cast) -> None:
    before = piece_of(draft, Kind.ROW, "data-analysis").body

    answer = save(as_lin, draft, {CELL: "2!*3"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert (answer.headers["X-Revision"], answer.headers["X-Written"]) == ("2", "1")
    cells = before["cells"] | {"product-manager": {"level": 2, "must": True, "weight": 3}}
    assert piece_of(draft, Kind.ROW, "data-analysis").body == before | {"cells": cells}
    change = Change.objects.get(draft=draft)
    assert (change.path, change.before) == ("cells/product-manager", before["cells"]["product-manager"])
    assert (change.by, change.writer, change.number) == (cast.lin, "page", 2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", None), ("0", {"level": 0}), ("(2)", {"level": 2, "welcome": True}), ("Leading", {"level": 4})],
)
def test_what_is_kept_of_what_is_typed(as_lin: Client, draft: Draft, typed: str, kept: object) -> None:
    assert save(as_lin, draft, {CELL: typed}).status_code == 204
    assert cell(draft) == kept


def test_the_whole_grid_sent_back_as_it_was_shown_is_no_change(draft: Draft, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, "data-analysis")
    row.body["cells"]["senior-pm"] = {"level": 4, "weight": 1}  # a file may say that it counts once
    row.save()

    outcome = save_cells(draft, {CELL: "3!", BESIDE: "4"}, seen=1, by=cast.lin)

    assert (outcome.saved.written, outcome.wrong, outcome.met, numbers(draft)) == (0, {}, {}, [])


def test_two_people_at_two_cells_of_a_row_both_keep_their_work(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "1"}, seen=1, by=cast.root, writer="root")

    assert save(as_lin, draft, {BESIDE: "5"}).status_code == 204
    assert (cell(draft), cell(draft, BESIDE)) == ({"level": 1}, {"level": 5})


def test_two_people_at_one_cell_meet_and_the_rest_is_saved(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "1"}, seen=1, by=cast.root, writer="root")

    answer = save(as_lin, draft, {CELL: "5", BESIDE: "(2)"})

    assert answer.status_code == 409
    assert answer.json() == {
        "revision": 3,
        "cells": {CELL: ["1", "Root Andersen"]},
        "anew": False,
        "met": [CELL],
        "wrong": {},
    }
    assert (cell(draft), cell(draft, BESIDE)) == ({"level": 1}, {"level": 2, "welcome": True})

    # Whoever has seen both may keep theirs.
    assert save(as_lin, draft, {CELL: "5"}, seen=3).status_code == 204
    assert cell(draft) == {"level": 5}


def test_the_same_level_from_two_people_is_no_meeting(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "1"}, seen=1, by=cast.root, writer="root")

    assert save(as_lin, draft, {CELL: "1"}).status_code == 204
    assert numbers(draft) == [2]


def test_an_answer_that_was_lost_is_asked_for_again(as_lin: Client, draft: Draft) -> None:
    for _try in range(3):
        assert save(as_lin, draft, {CELL: "5"}).status_code == 204
    assert (cell(draft), numbers(draft)) == ({"level": 5}, [2])


def test_a_lost_answer_and_somebody_else_in_between_meet(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save(as_lin, draft, {CELL: "5"})
    save_cells(draft, {CELL: "1"}, seen=2, by=cast.root, writer="root")

    answer = save(as_lin, draft, {CELL: "5"})

    assert (answer.status_code, answer.json()["met"], cell(draft)) == (409, [CELL], {"level": 1})


def test_a_page_goes_on_from_its_own_changes_and_back(as_lin: Client, draft: Draft) -> None:
    for typed in ("5", "4", "3!", "5"):
        assert save(as_lin, draft, {CELL: typed}).status_code == 204
    assert numbers(draft) == [2, 3, 4, 5]


def test_what_somebody_undid_is_not_written_over(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save(as_lin, draft, {CELL: "5"}, writer="first")
    undo(Change.objects.get(draft=draft), by=cast.root)

    answer = save(as_lin, draft, {CELL: "1"}, seen=2, writer="second")

    assert (answer.status_code, answer.json()["cells"]) == (409, {CELL: ["3!", "Root Andersen"]})


def test_what_is_no_cell_is_refused_with_its_reason_and_the_rest_is_saved(as_lin: Client, draft: Draft) -> None:
    answer = save(as_lin, draft, {CELL: "7", BESIDE: "1", "delivery/no-stage": "2", "no-skill/senior-pm": "2"})

    assert answer.status_code == 422
    assert answer.json()["wrong"] == {
        CELL: "There is no level 7. Levels: 0, 1, 2, 3, 4, 5.",
        "delivery/no-stage": "This row or column was retired meanwhile.",
        "no-skill/senior-pm": "This row or column was retired meanwhile.",
    }
    assert (cell(draft), cell(draft, BESIDE)) == ({"level": 3, "must": True}, {"level": 1})


@pytest.mark.parametrize("name", ["a\x00/b", "a/b/c", "/", "x" * 500 + "/y", "a b/c"])
def test_what_cannot_be_a_cell(as_lin: Client, draft: Draft, name: str) -> None:
    answer = save(as_lin, draft, {name: "1"})
    assert (answer.status_code, answer.json()["wrong"]) == (422, {name: "This row or column was retired meanwhile."})


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30])
def test_cells_without_a_revision_are_refused(as_lin: Client, draft: Draft, seen: str) -> None:
    assert as_lin.post(f"/drafts/{draft.pid}/cells/", {"seen": seen, CELL: "1"}).status_code == 400


def test_a_retired_skill_or_stage_takes_no_cell(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.root) as hand:
        hand.retire(piece_of(draft, Kind.SKILL, "delivery"), True)
        hand.retire(piece_of(draft, Kind.STAGE, "senior-pm"), True)

    answer = save(as_lin, draft, {BESIDE: "1", "delivery/product-manager": "1"})

    assert (answer.status_code, sorted(answer.json()["wrong"])) == (422, [BESIDE, "delivery/product-manager"])
    assert answer.json()["anew"]


@pytest.fixture
def new_skill(draft: Draft, cast: Cast) -> Piece:
    """A skill that the grid has no row for yet; the draft is at revision 2 now."""
    with pen(draft, cast.lin) as hand:
        return hand.add(Kind.SKILL, "sailing", {"title": "Sailing"})


def test_the_first_cell_of_a_skill_makes_its_row(as_lin: Client, draft: Draft, new_skill: Piece) -> None:
    cells = {"sailing/senior-pm": "2", "sailing/product-manager": ""}

    assert [save(as_lin, draft, cells, seen=2).status_code for _twice in range(2)] == [204, 204]

    row = piece_of(draft, Kind.ROW, "sailing")
    assert (row.body, row.position) == ({"cells": {"senior-pm": {"level": 2}}}, 24)
    assert numbers(draft) == [2, 3, 4]


def test_two_people_making_the_first_cell_of_a_skill_meet(
    as_lin: Client, draft: Draft, new_skill: Piece, cast: Cast
) -> None:
    save_cells(draft, {"sailing/senior-pm": "2"}, seen=2, by=cast.root, writer="root")

    answer = save(as_lin, draft, {"sailing/senior-pm": "1", "sailing/product-manager": "1"}, seen=2)

    assert (answer.status_code, answer.json()["met"]) == (409, ["sailing/senior-pm"])
    assert piece_of(draft, Kind.ROW, "sailing").body["cells"] == {
        "senior-pm": {"level": 2},
        "product-manager": {"level": 1},
    }


def test_a_retired_row_comes_back_as_the_page_showed_it(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.root) as hand:
        hand.retire(piece_of(draft, Kind.ROW, "data-analysis"), True)

    assert save(as_lin, draft, {CELL: "3!"}, seen=2).status_code == 204

    row = piece_of(draft, Kind.ROW, "data-analysis")
    assert (row.retired, row.body) == (False, {"cells": {"product-manager": {"level": 3, "must": True}}})


def test_a_ladder_of_texts_takes_marks_only(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("text.yaml", cast.lin)

    answer = save(as_lin, draft, {"users/level-1": "!*2", "leading/level-3": "3"})

    assert answer.json()["wrong"] == {
        "leading/level-3": "This ladder has texts instead of levels: write only ! or *2 here."
    }
    assert cell(draft, "users/level-1") == {"must": True, "weight": 2}


def test_a_ladder_that_uses_a_library_takes_its_levels_and_skills(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)

    assert save(as_lin, draft, {"research/junior": "Able"}).status_code == 204
    assert cell(draft, "research/junior") == {"level": 2}
    assert save(as_lin, draft, {"research/junior": "3"}).json()["wrong"] == {
        "research/junior": "There is no level 3. Levels: 1, 2."
    }


def test_a_closed_draft_takes_nothing(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert save(as_lin, draft, {CELL: "1"}).status_code == 409
    with pytest.raises(Closed):
        save_cells(draft, {CELL: "1"}, seen=1, by=cast.lin)
    assert cell(draft) == {"level": 3, "must": True}


def test_who_only_publishes_may_not_write(as_cy: Client, draft: Draft) -> None:
    assert save(as_cy, draft, {CELL: "1"}).status_code == 403
    assert numbers(draft) == []


def test_to_others_the_draft_is_not_there(as_ada: Client, draft: Draft) -> None:
    nothing = as_ada.post(f"/drafts/{new_pid()}/cells/", {"seen": 1, CELL: "1"})
    answer = save(as_ada, draft, {CELL: "1"})

    assert (answer.status_code, answer.content) == (404, nothing.content)
    assert numbers(draft) == []


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(f"/drafts/{draft.pid}/cells/")


def test_one_cell_and_thirty_rows_ask_the_database_the_same(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.add(Kind.SKILL, f"more-{number}", {"title": "More"})
            hand.add(Kind.ROW, f"more-{number}", {"cells": {}})
    many = {f"more-{number}/senior-pm": "2" for number in range(30)}
    asked = []
    for cells, seen in (({CELL: "2"}, 61), (many, 62)):
        with CaptureQueriesContext(connection) as queries:
            assert save(as_lin, draft, cells, seen=seen).status_code == 204
        # Many rows of one statement are one: "30 times: UPDATE …".
        said = [query["sql"].split(" times: ")[-1][:20] for query in queries]
        asked.append([sql for sql in said if "SAVEPOINT" not in sql])

    assert asked[0] == asked[1]
    assert len(asked[0]) <= 10, asked[0]
