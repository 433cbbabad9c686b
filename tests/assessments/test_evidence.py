"""Items of evidence: recorded with their skills, changed only over what was seen, counted by when they happened."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.models import Evidence
from assessments.quarters import Quarters
from ladders.chart import Chart
from people.models import Person
from safeguards.revisions import Stale
from tests.assessments.litany import noted
from tests.cast import Cast

QUARTERS = Quarters.until(date(2024, 6, 4))


def test_records_an_item_with_its_skills(ada: Person, ladder: Chart) -> None:
    skills = {ladder.skill[slug].pk for slug in ("delivery", "vision")}
    item = Evidence.record(ada, skills=skills, title="Launch", happened_on=date(2024, 1, 2), strength="outcome")
    item.refresh_from_db()
    assert (item.person, item.title, item.happened_on, item.revision) == (ada, "Launch", date(2024, 1, 2), 1)
    assert set(item.skills.values_list("pk", flat=True)) == skills


def test_a_change_over_an_old_state_changes_nothing(ada: Person, ladder: Chart) -> None:
    item = noted(ada, ladder, ["delivery"], date(2024, 1, 2), title="Launch")
    item.rewrite(seen=1, skills=[ladder.skill["vision"].pk], title="Relaunch")
    with pytest.raises(Stale):
        item.rewrite(seen=1, skills=[], title="Old")
    item.refresh_from_db()
    assert (item.title, item.revision) == ("Relaunch", 2)
    assert list(item.skills.values_list("slug", flat=True)) == ["vision"]


def test_counts_by_skill_and_quarter(ada: Person, ladder: Chart, cast: Cast) -> None:
    days = {
        date(2023, 6, 4): ["delivery"],  # a year ago to the day: no longer one of the last twelve months
        date(2023, 6, 5): ["delivery", "vision"],
        date(2024, 3, 4): ["delivery"],
        date(2024, 3, 5): ["delivery"],
        date(2024, 6, 4): ["delivery"],
        date(2024, 6, 5): ["vision"],  # still to come
    }
    for day, slugs in days.items():
        noted(ada, ladder, slugs, day)
    noted(ada, ladder, [], date(2024, 6, 1))
    noted(cast.di, ladder, ["delivery"], date(2024, 6, 1))
    counts = Evidence.own_by_quarter(ada, QUARTERS)
    assert {slug: counts.get(ladder.skill[slug].pk) for slug in ("delivery", "vision", "design")} == {
        "delivery": (1, 0, 1, 2),
        "vision": (1, 0, 0, 0),
        "design": None,
    }


def test_the_latest_first_and_by_skill(ada: Person, ladder: Chart) -> None:
    first, second = (noted(ada, ladder, ["delivery"], date(2024, 1, 2)) for _ in range(2))
    old = noted(ada, ladder, ["delivery"], date(2023, 1, 2))
    noted(ada, ladder, ["vision"], date(2024, 1, 3))
    items = Evidence.objects.visible_to(ada).for_skill(ladder.skill["delivery"].pk).latest_first()
    assert list(items) == [second, first, old]


def test_it_is_ones_own(ada: Person, ladder: Chart, cast: Cast) -> None:
    item = noted(ada, ladder, ["delivery"], date(2024, 1, 2))
    assert list(Evidence.objects.visible_to(ada)) == [item]
    for other in (cast.bo, cast.cy, cast.di, cast.hal, cast.root):
        assert list(Evidence.objects.visible_to(other)) == []
