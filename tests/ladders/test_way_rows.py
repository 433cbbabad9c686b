"""Ways in, ways to try and what lies beyond: from a file to rows and back, and into the chart."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given

from ladders import chart
from ladders.exchange import LadderFile
from ladders.exporting import file_of
from ladders.importing import take_in
from ladders.models import Brought, Version, VersionSkill, WayIn, WayInStage
from ladders.published import chart_of
from tests.ladders.files import HEAD, ladder
from tests.ladders.test_exchange_write import ladders

pytestmark = pytest.mark.django_db
FILE = f"""{HEAD}scale: [{{level: 1, name: One}}, {{level: 2, name: Two}}]
stages:
  - {{id: a, title: A, x-try: [Watch, Help]}}
  - {{id: b, title: B}}
skills: [{{id: s, title: S}}, {{id: t, title: T}}]
expects: {{s: {{a: 1}}, t: {{b: 1}}}}
x-ways-in:
  - id: sales
    title: Sales
    text: Knows customers.
    to: [b, a]
    brings: [{{skill: t, level: 2, text: Listened., x-own: 1}}, {{skill: s}}]
    lacks: [{{skill: s, text: Building, try: [Sit with an engineer]}}, {{text: Waiting, x-own: [2]}}]
    x-own: {{deep: [1]}}
  - {{id: art, title: Art, text: Knows form., to: [a]}}
beyond: [{{id: sea, title: Sea, from: [b], x-focus: [t], x-try: [Sail]}}]
"""


def taken(text: str = FILE) -> Version:
    return take_in(ladder(text), by=None).version


def test_what_went_in_comes_out() -> None:
    assert file_of(taken()) == ladder(FILE)


def test_links_and_facts_keep_the_order_in_which_they_were_written() -> None:
    """PostgreSQL would put short keys first."""
    file = ladder(
        f"""{HEAD}scale: [{{level: 1, name: One}}, {{level: 2, name: Two}}]
stages: [{{id: a, title: A, facts: {{Reports: three, At: once}}, x-own: {{long: 1, l: 2}}}}]
skills: [{{id: s, title: S, links: {{Long: "https://b.example", L: "https://a.example"}}}}]
expects: {{s: {{a: 1}}}}
"""
    )
    found = file_of(take_in(file, by=None).version)
    assert found == file
    assert [link.label for link in found.skills[0].links] == ["Long", "L"]


def test_the_chart_says_it() -> None:
    found = chart_of(taken().pk)
    sales, art = found.ways_in
    assert sales == chart.WayIn(
        slug="sales",
        pid=sales.pid,
        title="Sales",
        text="Knows customers.",
        to=("b", "a"),
        brings=(chart.Brought("t", 2, "Listened."), chart.Brought("s")),
        lacks=(chart.Lack("Building", "s", ("Sit with an engineer",)), chart.Lack("Waiting")),
    )
    assert found.way_in_by_pid == {sales.pid: sales, art.pid: art}
    assert (found.stage["a"].tries, found.stage["b"].tries) == (("Watch", "Help"), ())
    assert (found.beyond[0].focus, found.beyond[0].tries) == (("t",), ("Sail",))


def test_a_way_keeps_its_address_also_after_it_was_gone() -> None:
    first = taken()
    taken(FILE.replace("  - {id: art, title: Art, text: Knows form., to: [a]}\n", ""))
    third = taken(FILE.replace("title: Art", "title: Arts"))
    pids = [dict(WayIn._default_manager.filter(version=one).values_list("slug", "pid")) for one in (first, third)]
    assert pids[0] == pids[1]


def test_a_version_never_names_the_same_thing_twice() -> None:
    version = taken()
    way, skill = version.wayin_rows.all()[0], VersionSkill.objects.filter(version=version)[0]
    stage = version.stage_rows.all()[0]
    for row in (
        Brought(way=way, skill=skill, position=9),
        Brought(way=version.wayin_rows.all()[1], skill=skill, position=9, level=0),
        WayInStage(way=way, stage=stage, position=9),
        WayIn(version=version, slug="sales", title="Again", position=9),
        WayIn(version=version, slug="new", title="New", pid=way.pid, position=9),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


@given(ladders())
def test_any_file_comes_back_from_the_database(data: dict[str, Any]) -> None:
    """In a transaction of its own, which is undone."""
    file = LadderFile.model_validate(data)
    with transaction.atomic():
        assert file_of(take_in(file, by=None).version) == file
        transaction.set_rollback(True)
