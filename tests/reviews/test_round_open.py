"""Opening a round: one review for each person, in one transaction."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from ladders.chart import Chart
from ladders.models import Path
from people.models import Duty, Person
from reviews.ending import close_round
from reviews.models import Round, RoundPlace
from reviews.models.round import Closed
from reviews.opening import open_round
from tests.assessments.litany import is_not_there, leads_to_welcome, new_version
from tests.cast import Cast, enter
from tests.factories import PersonFactory
from tests.reviews.rounding import client_of, day, opened, placed, planned, review_of, told, version_one

pytestmark = pytest.mark.usefixtures("ladder")


def test_a_manager_opens_one_for_the_own_reports(cast: Cast) -> None:
    placed(cast.ada, cast.di)

    made = opened(cast.bo, [cast.ada, cast.di])

    review = review_of(cast.ada)
    assert (review.assessor, review.by, review.appointed) == (cast.bo, cast.bo, False)
    assert (review.version, review.stage, review.target) == (version_one(), "product-manager", "senior-pm")
    assert (review.form, review.due_on) == ("full", made.closes_on)
    assert set(made.places.values_list("appraisal__person", flat=True)) == {cast.ada.pk, cast.di.pk}
    assert (made.state, made.opened_by) == (Round.State.RUNNING, cast.bo)


def test_what_somebody_aims_for_stays_theirs(cast: Cast) -> None:
    placed(cast.ada, aim="cpo")

    opened(cast.bo, [cast.ada])

    assert review_of(cast.ada).target == "senior-pm"  # the stage after theirs


def test_both_of_each_pair_are_told_once(cast: Cast) -> None:
    placed(cast.ada, cast.di, cast.eve)

    opened(cast.hal, [cast.ada, cast.di, cast.eve])

    assert [told(one) for one in (cast.ada, cast.di, cast.eve)] == [["round_opened"]] * 3
    assert [told(one) for one in (cast.bo, cast.xena, cast.hal)] == [["round_given"], ["round_given"], []]


def test_the_version_in_force_on_the_opening_day_counts_or_the_one_that_was_named(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    latest = new_version()

    opened(cast.bo, [cast.ada])
    opened(cast.bo, [cast.di], version=version_one())

    assert (review_of(cast.ada).version, review_of(cast.di).version) == (latest, version_one())


def test_a_manager_opens_nothing_for_others_than_the_own_reports(cast: Cast) -> None:
    """Also not if somebody left the team between planning and opening."""
    placed(cast.ada, cast.eve)
    made = planned(cast.bo, [cast.ada, cast.eve])

    assert open_round(made, by=cast.bo) == 1
    assert set(Appraisal.objects.values_list("person", flat=True)) == {cast.ada.pk}


def test_nobody_opens_a_review_of_themselves(cast: Cast) -> None:
    """Somebody of the people team can be in a round, but then it is somebody else's decision."""
    cast.hal.report_to(cast.cy, since=day(-1))
    placed(cast.hal, cast.ada)
    other = enter("Ida Second", "People Partner")
    other.give(Duty.Kind.PEOPLE)
    made = planned(cast.hal, [cast.hal, cast.ada])

    assert open_round(made, by=cast.hal) == 1
    assert not Appraisal.objects.filter(person=cast.hal).exists()
    opened(other, [cast.hal])
    assert review_of(cast.hal).assessor == cast.cy


def test_the_assessor_is_the_manager_of_the_opening_day_and_stays(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.bo, [cast.ada])

    cast.ada.report_to(cast.xena, since=timezone.localdate())

    assert review_of(cast.ada).assessor == cast.bo


def test_a_top_person_is_rated_by_who_was_appointed(cast: Cast) -> None:
    placed(cast.cy)
    made = planned(cast.hal, [])
    made.name_people([cast.cy], {cast.cy.pk: cast.xena})

    assert open_round(made, by=cast.hal) == 1
    assert (review_of(cast.cy).assessor, review_of(cast.cy).appointed) == (cast.xena, True)


def test_whoever_has_a_review_open_keeps_that_one(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    opened(cast.bo, [cast.ada])
    first = review_of(cast.ada)

    assert open_round(planned(cast.hal, [cast.ada, cast.di]), by=cast.hal) == 1
    assert list(Appraisal.objects.filter(person=cast.ada)) == [first]


def test_for_everybody_on_a_ladder_and_for_a_whole_line(cast: Cast) -> None:
    placed(cast.ada, cast.bo, cast.eve)
    ladder = version_one().ladder

    line = planned(cast.hal, [], group=Round.Group.LINE, head=cast.cy)
    assert open_round(line, by=cast.hal) == 2
    whole = planned(cast.hal, [], group=Round.Group.LADDER, ladder=ladder)
    assert open_round(whole, by=cast.hal) == 1
    assert set(whole.places.values_list("appraisal__person", flat=True)) == {cast.eve.pk}


def test_the_button_opens_it_once(cast: Cast) -> None:
    placed(cast.ada)
    made = planned(cast.bo, [cast.ada], opens_on=day(5))
    url = f"/rounds/{made.pid}/open/"

    assertRedirects(client_of(cast.bo).post(url), f"/rounds/{made.pid}/")
    assertRedirects(client_of(cast.hal).post(url), f"/rounds/{made.pid}/")

    assert RoundPlace.objects.count() == 1


def test_not_after_it_was_called_off(cast: Cast) -> None:
    placed(cast.ada)
    made = planned(cast.bo, [cast.ada])
    close_round(made, by=cast.hal, end_open=False, reason="")

    with pytest.raises(Closed):
        open_round(made, by=cast.bo)
    assertRedirects(client_of(cast.bo).post(f"/rounds/{made.pid}/open/"), f"/rounds/{made.pid}/")
    assert not Appraisal.objects.exists()


def test_those_in_it_do_not_open_it(cast: Cast) -> None:
    """Bo rates in a round of the people team: he sees it, and changes nothing."""
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])

    assert client_of(cast.bo).post(f"/rounds/{made.pid}/open/").status_code == 403


def test_for_everybody_else_there_is_nothing(cast: Cast) -> None:
    made = planned(cast.bo, [cast.ada])

    response = client_of(cast.eve).post(f"/rounds/{made.pid}/open/")
    assert response.status_code == 404
    leads_to_welcome(f"/rounds/{made.pid}/open/")
    is_not_there(cast.eve, f"/rounds/{made.pid}/edit/")


@pytest.mark.parametrize("count", [0, 300])
def test_a_manager_with_many_reports_and_with_none(cast: Cast, ladder: Chart, count: int) -> None:
    people = Person.objects.bulk_create(
        Person(email=f"many{number}@example.org", name=f"Many {number}") for number in range(count)
    )
    path = {"ladder": version_one().ladder, "stage": "product-manager"}
    Path.objects.bulk_create(Path(person=person, **path) for person in people)
    for person in people:
        person.lines.create(manager=cast.root, since=day(-9))
    made = planned(cast.root, list(people))

    with CaptureQueriesContext(connection) as queries:
        assert open_round(made, by=cast.root) == count

    assert len(queries) <= 30  # and not some for each person
    assert Appraisal.objects.filter(assessor=cast.root).count() == count


def test_switched_off_accounts_are_left_out(cast: Cast) -> None:
    away = PersonFactory.create(is_active=False)
    away.lines.create(manager=cast.bo, since=day(-9))
    placed(away, cast.ada, cast.eve)
    cast.xena.is_active = False
    cast.xena.save(update_fields=["is_active"])

    assert open_round(planned(cast.hal, [away, cast.ada, cast.eve]), by=cast.hal) == 1
    assert set(Appraisal.objects.values_list("person", flat=True)) == {cast.ada.pk}
