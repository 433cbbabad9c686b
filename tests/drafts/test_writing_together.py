"""Several pages that save cells of one row at the same moment: every cell is kept, and the history has no gap."""

from __future__ import annotations

import pytest

from drafts.cells import name_of, save_cells
from drafts.models import Change, Draft
from drafts.pieces import Kind
from tests.cast import Cast
from tests.drafts.pieces import piece_of
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROW, WRITERS = "data-analysis", 8


def test_of_one_row(draft: Draft, cast: Cast) -> None:
    stages = [piece.key for piece in draft.pieces.of(Kind.STAGE).order_by("position")[:WRITERS]]

    def one(number: int) -> int:
        outcome = save_cells(
            Draft.objects.get(pk=draft.pk),
            {name_of(ROW, stages[number]): "1*2"},
            seen=1,
            by=cast.lin,
            writer=f"w{number}",
        )
        return outcome.saved.written

    assert at_once(one, count=WRITERS) == [1] * WRITERS
    cells = piece_of(draft, Kind.ROW, ROW).read("cells")
    assert [cells[stage] for stage in stages] == [{"level": 1, "weight": 2}] * WRITERS
    assert list(Change.objects.filter(draft=draft).values_list("number", flat=True)) == list(range(2, WRITERS + 2))


def test_of_one_cell_one_is_kept_and_the_others_meet_it(draft: Draft, cast: Cast) -> None:
    def one(number: int) -> tuple[int, int]:
        here = Draft.objects.get(pk=draft.pk)
        typed = {name_of(ROW, "product-manager"): f"{1 + number % 5}*3"}
        outcome = save_cells(here, typed, seen=1, by=cast.lin, writer=f"w{number}")
        return outcome.saved.written, len(outcome.met)

    found = at_once(one, count=5)
    assert sorted(found) == [(0, 1)] * 4 + [(1, 0)]
    assert Change.objects.filter(draft=draft).count() == 1
