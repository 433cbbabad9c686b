"""Where a person stands now: written by submitting, and the same when it is built again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django.core.management import call_command

from assessments.models import Assessment, Standing
from ladders.chart import Chart
from ladders.standing import Basis, Held
from people.models import Person
from tests.assessments.litany import SUBMITTED, agreed, rated
from tests.cast import Cast


def rows() -> set[tuple[int, int, str, int, date]]:
    return {row.said for row in Standing.objects.all()}


def built() -> set[tuple[int, int, str, int, date]]:
    people = list(Person.objects.values_list("pk", flat=True))
    return {row.said for row in Standing.rebuild(Assessment.objects.to_rebuild(people))}


def test_the_latest_level_on_each_basis(ada: Person, cast: Cast, ladder: Chart) -> None:
    delivery, vision = (ladder.skill[slug].pk for slug in ("delivery", "vision"))
    rated(ada, {"delivery": 2, "vision": 1})
    rated(ada, {"delivery": 3}, at=SUBMITTED + timedelta(days=30))
    agreed(ada, {"delivery": 2}, cast.bo, at=SUBMITTED + timedelta(days=31))
    assert rows() == {
        (ada.pk, delivery, "self", 3, date(2024, 4, 7)),
        (ada.pk, vision, "self", 1, date(2024, 3, 8)),
        (ada.pk, delivery, "agreed", 2, date(2024, 4, 8)),
    }


def test_cannot_say_takes_the_level_away_for_its_side_only(ada: Person, cast: Cast, ladder: Chart) -> None:
    rated(ada, {"delivery": 2})
    agreed(ada, {"delivery": 3}, cast.bo, at=SUBMITTED + timedelta(days=1))
    rated(ada, {"delivery": None}, at=SUBMITTED + timedelta(days=30))
    assert rows() == built() == {(ada.pk, ladder.skill["delivery"].pk, "agreed", 3, date(2024, 3, 9))}


def test_level_zero_is_a_level(ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 0})
    assert rows() == {(ada.pk, ladder.skill["delivery"].pk, "self", 0, date(2024, 3, 8))}


@pytest.mark.parametrize("seed", range(6))
def test_built_again_it_is_the_same(cast: Cast, ladder: Chart, seed: int) -> None:
    chance = Random(seed)
    kinds = list(Assessment.Kind)
    for number in range(12):
        person, kind = chance.choice((cast.ada, cast.di)), chance.choice(kinds)
        levels = {s.slug: chance.choice((None, *range(6))) for s in chance.sample(ladder.skills, 4)}
        by = person if kind == Assessment.Kind.SELF else cast.bo
        rated(person, levels, SUBMITTED + timedelta(days=number), kind=kind, assessor=by)
    assert rows() == built()


def test_the_command_finds_and_mends_what_differs(
    ada: Person, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    rated(ada, {"delivery": 2, "vision": 3})
    right = rows()
    call_command("standing_rebuild", "--check")
    Standing.objects.filter(level=2).update(level=5)
    Standing.objects.filter(level=3).delete()
    with pytest.raises(SystemExit):
        call_command("standing_rebuild", "--check")
    assert rows() != right
    call_command("standing_rebuild")
    assert rows() == right
    assert capsys.readouterr().out.splitlines()[-1].endswith("rows mended")


def test_in_the_words_of_a_ladder(ada: Person, cast: Cast, ladder: Chart) -> None:
    rated(ada, {"delivery": 2})
    agreed(ada, {"delivery": 3, "vision": 1}, cast.bo, at=datetime(2024, 5, 2, 9, tzinfo=UTC))
    rated(cast.di, {"delivery": 5})
    own = Standing.objects.visible_to(ada).about(ada)
    assert Standing.own(ada, ladder) == {
        "delivery": {Basis.SELF: Held(2, date(2024, 3, 8)), Basis.AGREED: Held(3, date(2024, 5, 2))},
        "vision": {Basis.AGREED: Held(1, date(2024, 5, 2))},
    }
    assert own.agreed_levels() == {ladder.skill["delivery"].pk: 3, ladder.skill["vision"].pk: 1}


def test_it_is_ones_own(ada: Person, cast: Cast) -> None:
    rated(ada, {"delivery": 2})
    assert Standing.objects.visible_to(ada).count() == 1
    for other in (cast.bo, cast.cy, cast.di, cast.hal, cast.root):
        assert not Standing.objects.visible_to(other).exists()
