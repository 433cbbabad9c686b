"""Stages side by side."""

import pytest

from ladders.compare import Cell, Total, compare
from ladders.rows import State
from ladders.standing import Basis
from tests.ladders.charts import FORK, said, scaled


def test_stages_side_by_side() -> None:
    chart = scaled(
        FORK,
        {
            "a": {"group": "3", "principal": "4!"},
            "b": {"group": "3!"},
            "c": {"principal": "(2)"},
            "d": {"principal": "1"},
            "e": {"pm": "1"},
        },
    )
    found = compare(chart, ["group", "principal"], {"a": said(3, 2), "c": said(both=1)})
    assert [(row.skill.slug, row.now, row.basis, row.cells) for row in found.rows] == [
        ("a", 3, Basis.SELF, (Cell(3, True, False, State.MET), Cell(4, True, True, State.GROW))),
        ("b", None, None, (Cell(3, True, True, State.UNKNOWN), None)),
        ("c", 1, Basis.AGREED, (None, Cell(2, False, False, State.WELCOME))),
        ("d", None, None, (None, Cell(1, True, False, State.UNKNOWN))),
    ]
    assert found.totals == (
        Total(chart.stage["group"], expected=2, met=1, unknown=1, musts=1, musts_met=0),
        Total(chart.stage["principal"], expected=2, met=0, unknown=1, musts=1, musts_met=0),
    )


@pytest.mark.parametrize("stages", [[], ["pm", "senior", "group", "director"]])
def test_one_to_three_stages_are_compared(stages: list[str]) -> None:
    with pytest.raises(ValueError, match="One to 3 stages can be compared"):
        compare(scaled(FORK, {}), stages, {})
