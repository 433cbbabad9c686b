from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Assessment, Rating, Standing
from demo.opening import open_demo
from people.accounts import make_first_account
from people.models import Person, ReportingLine
from safeguards.models import Deed
from skills.models import Skill
from tests.cast import Cast
from tests.demo.conftest import TODAY
from tests.factories import load_default_ladder


def fill(**options: object) -> list[str]:
    out = StringIO()
    call_command("demo_fill", stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.mark.django_db
def test_says_how_far_it_is() -> None:
    assert fill(today=TODAY)[-1] == "41 of 41 people"
    assert Person.objects.count() == 41
    assert not Deed.objects.exists()


def rows() -> list[tuple[object, ...]]:
    ratings = Rating._default_manager.order_by("assessment__person__email", "assessment__submitted_at", "pk")
    return list(ratings.values_list("assessment__person__email", "skill__slug", "level", "situation", "rated_at"))


@pytest.mark.django_db
def test_the_same_day_and_seed_fill_the_same() -> None:
    fill(today=TODAY)
    first = rows()
    call_command("demo_remove", stdout=StringIO())
    fill(today=TODAY)
    assert rows() == first
    call_command("demo_remove", stdout=StringIO())
    fill(today=TODAY, seed="other")
    assert rows() != first


def test_refuses_where_somebody_has_a_real_account(cast: Cast) -> None:
    before = Person.objects.count()
    for options in ({}, {"people": 10}):
        with pytest.raises(CommandError, match="real account"):
            fill(**options)
    assert Person.objects.count() == before
    assert not Deed.objects.exists()


@pytest.mark.usefixtures("demo")
def test_refuses_to_fill_twice() -> None:
    with pytest.raises(CommandError, match="demo_remove"):
        fill(today=TODAY)


@pytest.mark.django_db
def test_refuses_on_a_ladder_that_asks_something_else() -> None:
    version = load_default_ladder()
    Skill._default_manager.filter(library=version.ladder.library, slug="vision").update(slug="outlook")
    with pytest.raises(CommandError, match="no longer fit"):
        fill(today=TODAY)
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_fills_a_crowd() -> None:
    assert fill(people=60, today=TODAY) == ["60 of 60 people"]
    assert Person.objects.filter(demo=True).count() == 60
    assert ReportingLine.objects.count() == 59
    done = Assessment.objects.filter(submitted_at__isnull=False).order_by("submitted_at", "pk")
    assert Standing.objects.count() == len(Standing.rebuild(done)) > 0


@pytest.mark.django_db
def test_a_fill_that_is_broken_off_leaves_nothing() -> None:
    steps: Iterator[tuple[int, int]] = open_demo(TODAY)
    assert next(steps) == (10, 41)
    assert Person.objects.count() == 10
    del steps
    assert not Person.objects.exists()
    assert not Deed.objects.exists()


@pytest.mark.django_db
def test_the_first_account_takes_the_place_of_the_demo() -> None:
    fill(today=TODAY)
    make_first_account(email="fay@example.org", name="Fay", password="violin harbour pencil moss")
    assert list(Person.objects.values_list("name", flat=True)) == ["Fay"]
    with pytest.raises(CommandError, match="real account"):
        fill(today=TODAY)
