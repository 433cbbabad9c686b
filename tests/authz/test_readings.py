"""The read log over the whole matrix: whoever is shown something about somebody else leaves a line, and only they."""

from __future__ import annotations

import pytest
from django.db.models import Sum
from django.utils import timezone

from people.models import Person, Reading
from people.policy import Ability
from tests.authz.table import LINES, Line
from tests.authz.walk import address
from tests.authz.world import CASTS, World, rolled_back

pytestmark = pytest.mark.django_db

# Pages about a person's thing: what an ability opens. Cards are for everyone and are not kept.
ABOUT = [
    line
    for line in LINES
    if line.kind in set(Ability) - {Ability.READ_CARD}
    and line.thing.split(".")[0] in CASTS
    and line.statuses[0] == 200
    and line.readers
]


def times(person: Person, reader: Person, page: str = "") -> int:
    """How often somebody read a page about a person today; any page, if none is named."""
    rows = Reading.objects.filter(person=person, reader=reader, day=timezone.localdate())
    found: int | None = (rows.filter(page=page) if page else rows).aggregate(all=Sum("times"))["all"]
    return found or 0


def left_behind(world: World, actor: str, line: Line) -> tuple[int, int, int]:
    """What one visit leaves: the status, and how often the log about the owner grew, for this page and in all."""
    owner, reader = world.person(line.thing.split(".")[0]), world.person(actor)
    with rolled_back():
        before = times(owner, reader, line.url), times(owner, reader)
        status = world.client(actor).get(address(world, line)).status_code
        after = times(owner, reader, line.url), times(owner, reader)
    return status, after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize("line", ABOUT, ids=str)
def test_reading_about_somebody_leaves_one_line_and_about_oneself_none(world: World, line: Line) -> None:
    for actor in sorted(line.readers):
        own = world.person(actor) == world.person(line.thing.split(".")[0])
        assert left_behind(world, actor, line) == ((200, 0, 0) if own else (200, 1, 1)), actor


@pytest.mark.parametrize("line", ABOUT, ids=str)
def test_whoever_is_turned_away_leaves_no_line(world: World, line: Line) -> None:
    for actor in sorted(set(CASTS) - line.readers):
        assert left_behind(world, actor, line)[1:] == (0, 0), actor


def test_there_is_something_to_read_about_others() -> None:
    assert {"assessment_show", "line_history", "account_switch"} <= {line.url for line in ABOUT}
