"""Which ratings can be taken into a session, and what is frozen when it begins."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from assessments.models import Appraisal, Assessment
from calibration.gathering import gather, may_open
from calibration.models import Chair, Entry, Session
from calibration.opening import Taken, TooFew, open_session
from calibration.spread import Spread
from ladders.chart import Chart
from people.models import Person
from reviews.models import Round, RoundPlace
from tests.calibration.scenes import NAMES, hold, rate_all, reporting_to, revealed, source, told
from tests.cast import Cast


@pytest.fixture
def rated(cast: Cast, ladder: Chart) -> dict[str, Assessment]:
    return rate_all(cast)


def groups(viewer: Person, **more: object) -> dict[str, int]:
    """Name of the manager → how many reviews."""
    return {group.manager.short_name: group.count for group in gather(viewer, source(**more))}


@pytest.mark.usefixtures("rated")
def test_takes_the_ratings_of_managers_in_revealed_reviews(cast: Cast) -> None:
    assert groups(cast.hal) == {"Bo": 2, "Cy": 2, "Xena": 2}


@pytest.mark.usefixtures("rated")
def test_a_review_that_is_not_revealed_gives_nothing(cast: Cast) -> None:
    """Nor does any earlier review of that person: it is hidden for everybody until the reveal."""
    version = source().version
    Appraisal.begin(cast.ada, assessor=cast.bo, by=cast.bo, version=version, stage="product-manager")
    assert groups(cast.hal) == {"Bo": 1, "Cy": 2, "Xena": 2}


@pytest.mark.usefixtures("rated")
def test_of_each_person_the_latest_review_counts(cast: Cast) -> None:
    again = revealed(cast.ada, cast.bo, {"delivery": 1})
    found = next(group for group in gather(cast.hal, source()) if group.manager == cast.bo)
    assert (found.count, again.pk in found.ratings) == (2, True)


def test_a_manager_of_managers_finds_those_who_report_to_them(cast: Cast, rated: dict[str, Assessment]) -> None:
    cast.xena.report_to(cast.cy, since=date(2020, 1, 6))
    assert may_open(cast.cy)
    assert groups(cast.cy) == {"Bo": 2, "Xena": 2}


def test_who_may_open(cast: Cast) -> None:
    assert [name for name in NAMES if may_open(getattr(cast, name))] == ["cy", "hal"]
    Person.objects.filter(pk=cast.hal.pk).update(is_active=False)
    assert not may_open(Person.objects.get(pk=cast.hal.pk))


@pytest.mark.usefixtures("rated")
def test_ones_own_review_and_ones_own_ratings_are_left_out(cast: Cast) -> None:
    cast.bo.give("people")  # type: ignore[arg-type]  # the value of the duty
    assert groups(cast.bo) == {"Cy": 1, "Xena": 2}


@pytest.mark.usefixtures("rated")
def test_a_manager_who_is_switched_off_is_left_out(cast: Cast) -> None:
    Person.objects.filter(pk=cast.xena.pk).update(is_active=False)
    assert groups(cast.hal) == {"Bo": 2, "Cy": 2}


def test_a_round_narrows_it(cast: Cast, rated: object) -> None:
    today = timezone.localdate()
    spring = Round.objects.create(title="Spring", group="chosen", form="full", opens_on=today, closes_on=today)
    for appraisal in Appraisal.objects.filter(person__in=[cast.ada, cast.eve]):
        RoundPlace.objects.create(round=spring, appraisal=appraisal)
    assert groups(cast.hal, round=spring) == {"Bo": 1, "Xena": 1}


@pytest.mark.usefixtures("rated")
def test_a_day_narrows_it(cast: Cast) -> None:
    assert groups(cast.hal, since=timezone.localdate()) == {"Bo": 2, "Cy": 2, "Xena": 2}
    assert groups(cast.hal, since=timezone.localdate() + timedelta(days=1)) == {}


def test_a_rating_is_in_one_session_only(cast: Cast, ladder: Chart) -> None:
    """Or the spreads of two sessions could be subtracted."""
    hold(cast, ladder)
    assert groups(cast.hal) == {}


def test_tells_every_manager_and_freezes_what_is_told(cast: Cast, ladder: Chart) -> None:
    session = hold(cast, ladder)
    skill = {slug: str(ladder.skill[slug].pk) for slug in ("delivery", "vision", "design")}
    assert {key: Spread.from_json(kept) for key, kept in session.told.items()} == {
        skill["delivery"]: Spread(5, middle=(3, 3)),
        skill["vision"]: Spread(5, middle=(2, 2)),
    }
    words = ["Hal Nakamura opened a calibration with you: “Spring”. You see your own ratings beside the group’s."]
    assert [told(person, "session_opened") for person in (cast.bo, cast.xena, cast.cy, cast.ada)] == [
        words,
        words,
        words,
        [],
    ]
    steps = Chair.objects.order_by("manager__name").values_list("manager__name", "steps")
    assert [row[1] for row in steps] == [None, None, None]  # four ratings each: too few to say


def test_says_how_each_manager_rates(cast: Cast, ladder: Chart) -> None:
    slugs = ["delivery", "vision", "design", "technical", "business"]
    for manager, level in ((cast.bo, 4), (cast.xena, 3), (cast.cy, 2)):
        for number in range(3):
            person = reporting_to(manager, f"{manager.short_name} {number}")
            revealed(person, manager, dict.fromkeys(slugs, level))
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    made = open_session(source(), title="Spring", by=cast.hal, managers=managers)
    assert list(made.chairs.order_by("manager__name").values_list("manager__name", "steps")) == [
        ("Bo Lindqvist", 1),
        ("Cy Haddad", -1),
        ("Xena Papadopoulou", 0),
    ]


@pytest.mark.usefixtures("rated")
@pytest.mark.parametrize("names", [(), ("bo",), ("bo", "xena")])
def test_fewer_than_three_managers_open_nothing(cast: Cast, names: tuple[str, ...]) -> None:
    with pytest.raises(TooFew):
        open_session(source(), title="", by=cast.hal, managers={getattr(cast, name).pid for name in names})
    assert not Session.objects.exists()


def test_fewer_than_five_reviews_open_nothing(cast: Cast, ladder: Chart) -> None:
    for person, manager in ((cast.ada, cast.bo), (cast.eve, cast.xena), (cast.bo, cast.cy), (cast.di, cast.bo)):
        revealed(person, manager)
    with pytest.raises(TooFew):
        open_session(source(), title="", by=cast.hal, managers={cast.bo.pid, cast.xena.pid, cast.cy.pid})


def test_whoever_comes_second_takes_nothing(cast: Cast, ladder: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two look at the same reviews; the second one still has them before their eyes."""
    rate_all(cast)
    before = gather(cast.hal, source())
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    open_session(source(), title="First", by=cast.hal, managers=managers)
    monkeypatch.setattr("calibration.opening.gather", lambda *_asked: before)
    with pytest.raises(Taken):
        open_session(source(), title="Second", by=cast.hal, managers=managers)
    assert list(Session.objects.values_list("title", flat=True)) == ["First"]


def test_nothing_that_happens_later_moves_a_figure(cast: Cast, ladder: Chart) -> None:
    """A person who leaves for good takes their ratings along, and the spread says what it said."""
    session = hold(cast, ladder)
    session.refresh_from_db()
    before = session.told
    Person.objects.get(name="Flo Duarte").delete()
    assert Entry.objects.count() == 5
    assert Session.objects.get().told == before
