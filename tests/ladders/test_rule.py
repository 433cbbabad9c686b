"""The rule of a stage in one sentence."""

from __future__ import annotations

import pytest

from ladders.needs import All, Miss, Needs, Points, Share
from ladders.rule import rule, rules
from tests.ladders.charts import scaled, stages_of

MET = "Met when everything that is required is reached."


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (All(), MET),
        (Share(80), "Met when 80 % of what is required is reached, and every must-have."),
        (Points(0), "Met from the start, with every must-have."),
        (Points(1), "Met with 1 point from any skills, and every must-have."),
        (Points(36), "Met with 36 points from any skills, and every must-have."),
        (Miss(1, 1), f"{MET} 1 skill may be missed by one level, never a must-have."),
        (
            Miss(2, 3, 1),
            f"{MET} 2 skills may be missed by up to 3 levels, never a must-have. Then 1 other has to be exceeded.",
        ),
        (
            Miss(1, 1, 2),
            f"{MET} 1 skill may be missed by one level, never a must-have. Then 2 others have to be exceeded.",
        ),
    ],
)
def test_a_rule_in_words(needs: Needs, words: str) -> None:
    assert rule(needs) == words


def test_one_rule_for_the_whole_ladder() -> None:
    assert rules(scaled({"a": "b", "b": ""}, {}, needs=Share(80))) == ()


def test_a_stage_with_a_rule_of_its_own() -> None:
    ways = {"a": "b", "b": ""}
    chart = scaled(ways, {}, stages=stages_of(ways, b={"needs": Points(3)}))
    assert rules(chart) == ((chart.stage["a"], rule(All())), (chart.stage["b"], rule(Points(3))))
