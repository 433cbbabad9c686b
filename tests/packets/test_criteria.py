"""A row for each expectation of the target stage."""

from __future__ import annotations

from datetime import date

import pytest

from ladders.chart import Chart
from packets.criteria import criteria, tally
from packets.items import Item

pytestmark = pytest.mark.django_db


def test_one_row_for_each_expectation_must_haves_first(ladder: Chart) -> None:
    rows = criteria(ladder, "senior-pm", {}, [], {})
    assert {row.skill.slug for row in rows} == set(ladder.expects["senior-pm"])
    marks = [(not row.must, not row.required) for row in rows]
    assert marks == sorted(marks)
    assert all(row.need == ladder.expects["senior-pm"][row.skill.slug].level for row in rows)


def test_levels_items_and_what_is_open(ladder: Chart) -> None:
    skill = ladder.skill["delivery"]
    item = Item("i", "Moved", date(2026, 1, 5), "outcome", skills=frozenset({skill.pk}))
    rows = {row.skill.slug: row for row in criteria(ladder, "senior-pm", {skill.pk: 4}, [item], {skill.pid: "i"})}

    delivery, vision = rows["delivery"], rows["vision"]
    assert (delivery.agreed, delivery.met, delivery.open, delivery.item, delivery.picked) == (
        4,
        True,
        False,
        item,
        True,
    )
    assert (vision.agreed, vision.met, vision.open, vision.item, vision.picked) == (None, False, True, None, False)


def test_counts_what_is_required(ladder: Chart) -> None:
    everything = {skill.pk: 9 for skill in ladder.skills}
    found = tally(criteria(ladder, "senior-pm", everything, [], {}))
    assert (found.expected, found.musts) == (found.met, found.musts_met)
    required = [one for one in ladder.expects["senior-pm"].values() if one.required]
    assert found.expected == len(required)
    assert tally(criteria(ladder, "senior-pm", {}, [], {})).met == 0


def test_a_stage_that_expects_nothing(ladder: Chart) -> None:
    assert criteria(ladder, "unknown", {}, [], {}) == ()
