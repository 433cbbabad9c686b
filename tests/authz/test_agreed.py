"""What was agreed: a change of manager opens what comes after it, never what came before."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from assessments.models import Assessment
from ladders.models import Version
from people.models import Person
from people.policy import Ability, audience
from tests.authz.table import LINES
from tests.authz.walk import ask
from tests.authz.world import World
from tests.cast import CHANGED, Cast
from tests.factories import AssessmentFactory, load_default_ladder

pytestmark = pytest.mark.django_db

NOON = datetime(2022, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def version(db: None) -> Version:
    return load_default_ladder()


def agreed(version: Version, person: Person, by: Person | None, at: datetime | None) -> Assessment:
    """A result about `person`, agreed with `by` and submitted at a moment; a draft without one."""
    return AssessmentFactory.create(
        person=person,
        assessor=by,
        kind=Assessment.Kind.AGREED,
        version=version,
        ladder=version.ladder,
        levels={"delivery": 3},
        submitted=at,
    )


def readers(cast: Cast, assessment: Assessment) -> set[str]:
    everybody = Person.objects.all()
    can = [person for person in everybody if Assessment.objects.visible_to(person).filter(pk=assessment.pk).exists()]
    return {person.email.split("@")[0] for person in can}


def test_the_person_and_the_manager_of_that_time(cast: Cast, version: Version) -> None:
    assert readers(cast, agreed(version, cast.ada, cast.bo, NOON)) == {"ada", "bo"}


def test_a_new_manager_does_not_read_what_came_before(cast: Cast, version: Version) -> None:
    before = datetime(2020, 9, 1, tzinfo=UTC)
    assert readers(cast, agreed(version, cast.ada, cast.xena, before)) == {"ada"}


def test_the_day_of_the_change_belongs_to_the_new_manager(cast: Cast, version: Version) -> None:
    first = datetime(CHANGED.year, CHANGED.month, CHANGED.day, 12, tzinfo=UTC)
    assert readers(cast, agreed(version, cast.ada, None, first)) == {"ada", "bo"}
    assert readers(cast, agreed(version, cast.ada, None, first.replace(year=2021, month=2, day=28))) == {"ada"}


def test_whoever_agreed_it_reads_it_while_being_the_manager(cast: Cast, version: Version) -> None:
    """Bo stood in for Xena before he became the manager."""
    assert readers(cast, agreed(version, cast.ada, cast.bo, datetime(2020, 9, 1, tzinfo=UTC))) == {"ada", "bo"}


def test_a_former_manager_does_not_read_on(cast: Cast, version: Version) -> None:
    """Not even what was agreed with them."""
    made = agreed(version, cast.ada, cast.bo, NOON)
    cast.ada.report_to(cast.cy, since=date(2023, 1, 9))
    assert readers(cast, made) == {"ada"}


def test_a_manager_who_comes_back_reads_both_times(cast: Cast, version: Version) -> None:
    first = agreed(version, cast.ada, None, datetime(2020, 9, 1, tzinfo=UTC))
    between = agreed(version, cast.ada, None, NOON)
    cast.ada.report_to(cast.xena, since=date(2023, 1, 9))
    assert (readers(cast, first), readers(cast, between)) == ({"ada", "xena"}, {"ada"})


def test_an_assessor_in_another_line_reads_nothing(cast: Cast, version: Version) -> None:
    assert readers(cast, agreed(version, cast.ada, cast.xena, NOON)) == {"ada", "bo"}


def test_a_draft_is_read_by_nobody(cast: Cast, version: Version) -> None:
    assert readers(cast, agreed(version, cast.ada, cast.bo, None)) == set()


def test_somebody_without_a_manager_reads_alone(cast: Cast, version: Version) -> None:
    assert readers(cast, agreed(version, cast.hal, None, timezone.now())) == {"hal"}


def test_the_line_on_the_page_names_exactly_its_readers(world: World) -> None:
    """ "Who can read this" on a result from before the present manager's time says: only you."""
    pages = [line for line in LINES if line.url == "assessment_show" and line.statuses[0] == 200 and line.readers]
    for line in pages:
        owner = line.thing.split(".")[0]
        told = ask(world, owner, line, "GET").response.context["ability"]
        others = {world.name_of(reader) for reader in audience(world.person(owner), Ability(told)).readers}
        assert others == line.readers - {owner}, str(line)
