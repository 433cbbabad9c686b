"""A person's own place: one statement that says the same as the words it is built from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from ladders.models import Ladder, Path, Placement, Version
from people.models import Person
from safeguards.revisions import Stale
from skills.models import Library
from tests.cast import Cast

TODAY = date(2024, 6, 4)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)

# The days from which the versions 1, 2, … are in force (None: a draft).
WORLDS: list[list[date | None]] = [
    [],
    [None],
    [TODAY],
    [TOMORROW],
    [YESTERDAY, TODAY],
    [TODAY, YESTERDAY],
    [TODAY, TODAY],
    [YESTERDAY, TOMORROW],
    [YESTERDAY, None],
    [YESTERDAY, TODAY, None, TOMORROW],
]


def ladder_of(days: list[date | None], slug: str = "one") -> Ladder:
    """A ladder with a version for each day."""
    library = Library._default_manager.create(slug=slug, title=slug)
    ladder = Ladder.objects.create(slug=slug, library=library)
    for number, day in enumerate(days, 1):
        version = Version.objects.create(ladder=ladder, number=number, title=slug, digest="")
        if day:
            version.publish(by=None, effective_on=day)
    return ladder


def in_words(person: Person, on: date) -> tuple[int, str, str, int, int | None] | None:
    found = Path.objects.visible_to(person).with_version(on).filter(person=person).first()
    return said(found)


def said(path: Path | None) -> tuple[int, str, str, int, int | None] | None:
    return (path.pk, path.stage, path.aim, path.revision, path.version_id) if path else None


@pytest.mark.parametrize("days", WORLDS)
def test_own_is_what_the_words_say(
    cast: Cast, days: list[date | None], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ladder_of([YESTERDAY], "other")
    ladder = ladder_of(days)
    for person in (cast.ada, cast.di, cast.gone):
        Path.objects.create(person=person, ladder=ladder, stage="pm", aim="senior")
    Path.objects.create(person=cast.eve, ladder=Ladder.objects.get(slug="other"), stage="x")
    for person in (cast.ada, cast.di, cast.gone, cast.eve, cast.bo):
        for on in (YESTERDAY, TODAY, TOMORROW):
            assert said(Path.own(person, on)) == in_words(person, on)
    with django_assert_num_queries(1):
        Path.own(cast.ada, TODAY)


@pytest.mark.parametrize(
    ("days", "number"),
    [
        ([YESTERDAY, TODAY], 2),
        ([TODAY, YESTERDAY], 1),
        ([TODAY, TODAY], 2),
        ([YESTERDAY, TOMORROW], 1),
        ([None], None),
    ],
)
def test_the_version_in_force_is_the_one_with_the_latest_day_then_number(
    cast: Cast, days: list[date | None], number: int | None
) -> None:
    Path.objects.create(person=cast.ada, ladder=ladder_of(days), stage="pm")
    own = Path.own(cast.ada, TODAY)
    assert own is not None
    numbers = dict(Version.objects.values_list("pk", "number"))
    assert (numbers[own.version_id] if own.version_id else None) == number


def test_before_one_has_said_it_and_after_one_has_left(cast: Cast) -> None:
    Path.objects.create(person=cast.gone, ladder=ladder_of([TODAY]), stage="pm")
    assert (Path.own(cast.ada, TODAY), Path.own(cast.gone, TODAY)) == (None, None)


def test_settles_once_and_then_only_over_what_was_seen(cast: Cast) -> None:
    ladder = ladder_of([TODAY])
    first = Path.settle(cast.ada, ladder=ladder, stage="pm", aim="senior", since=YESTERDAY, seen=None)
    for seen in (None, 2):
        with pytest.raises(Stale):
            Path.settle(cast.ada, ladder=ladder, stage="vp", aim="", since=TODAY, seen=seen)
    Path.settle(cast.ada, ladder=ladder, stage="senior", aim="", since=TODAY, seen=first.revision)
    assert list(Path.objects.values_list("stage", "aim", "revision")) == [("senior", "", 2)]
    assert Placement.of(cast.ada, ladder.pk) == [("pm", YESTERDAY), ("senior", TODAY)]


def test_the_aim_changes_only_over_what_was_seen(cast: Cast) -> None:
    path = Path.settle(cast.ada, ladder=ladder_of([TODAY]), stage="pm", aim="", since=TODAY, seen=None)
    path.revise(1, aim="senior")
    with pytest.raises(Stale):
        path.revise(1, aim="vp")
    path.refresh_from_db()
    assert (path.aim, path.revision) == ("senior", 2)
