"""The demo as rows: what the verbs would have written, and what the pages need."""

from __future__ import annotations

from collections import Counter

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from django.utils import timezone

from assessments.models import Assessment, Evidence, Rating, Standing
from assessments.outlook import outlook
from assessments.quarters import Quarters
from assessments.sheet import sheet_of
from demo.filling import HOST
from ladders.models import Path, Placement
from ladders.reading import place_of
from people.models import Duty, Person, ReportingLine
from tests.demo.conftest import TODAY

pytestmark = pytest.mark.usefixtures("kept_demo")


def one(address: str) -> Person:
    return Person.objects.get(email=f"{address}@{HOST}")


def test_standing_is_what_the_assessments_lead_to() -> None:
    done = Assessment.objects.to_rebuild(list(Person.objects.values_list("pk", flat=True)))
    facts = ("person_id", "skill_id", "basis", "level", "as_of")
    rebuilt = {tuple(getattr(row, fact) for fact in facts) for row in Standing.rebuild(done)}
    assert set(Standing.objects.values_list(*facts)) == rebuilt
    assert rebuilt


def test_an_assessment_is_what_submitting_it_gives() -> None:
    done = Assessment.objects.filter(person=one("ada"), kind="self", submitted_at__isnull=False).latest(
        "submitted_at"
    )
    frozen = (done.levels, done.digest, done.submitted_at)
    before = sorted(Standing.objects.filter(person=done.person).values_list("skill", "basis", "level", "as_of"))
    Assessment.objects.filter(pk=done.pk).update(submitted_at=None, levels=None, digest="")
    done.submit(at=done.submitted_at)
    done.refresh_from_db()
    assert (done.levels, done.digest, done.submitted_at) == frozen
    after = sorted(Standing.objects.filter(person=done.person).values_list("skill", "basis", "level", "as_of"))
    assert after == before


def test_nobody_can_sign_in_with_a_password() -> None:
    assert Person.objects.count() == Person.objects.filter(demo=True, email__endswith=f"@{HOST}").count() == 41
    assert not any(person.has_usable_password() for person in Person.objects.all())
    request = RequestFactory().post("/account/login/")
    for word in ("", "!", one("ada").password):
        assert authenticate(request, email=one("ada").email, password=word) is None


def test_ada_has_one_must_have_and_seven_more_to_go() -> None:
    place = place_of(one("ada"))
    assert place is not None
    assert place.aim is not None
    found = outlook(one("ada"), place, place.aim, Quarters.until(TODAY))
    gap = found.gap
    assert (gap.met, gap.grow, gap.unknown, gap.expected) == (14, 7, 1, 22)
    assert [row.skill.slug for row in gap.musts.open] == ["product-strategy"]
    assert list(found.trend.met) == sorted(found.trend.met)
    assert len(found.trend.days) == 5
    assert any(row.fresh for row in gap.rows)


def test_places_and_placements_agree() -> None:
    for path in Path.objects.select_related("person"):
        assert Placement.of(path.person, path.ladder_id)[-1][0] == path.stage
        assert path.person.joined_at.date() <= TODAY
    assert set(Person.objects.filter(path=None).values_list("email", flat=True)) == {
        f"{address}@{HOST}" for address in ("hal", "lin", "root", "noor")
    }


def test_reporting_lines_are_those_that_the_verb_allows() -> None:
    for held in ReportingLine.objects.filter(until=None).select_related("person", "manager"):
        held.person.report_to(None, since=timezone.localdate())
        held.person.report_to(held.manager, since=timezone.localdate())
    assert set(Person.objects.reporting_to(one("bo"))) >= {one("ada"), one("di"), one("noor")}
    assert list(Person.objects.managing(one("bo"))) == [one("cy")]


def test_duties() -> None:
    assert sorted(Duty._default_manager.values_list("kind", "person__name")) == [
        ("ladders", "Lin Mei-Hua"),
        ("operator", "Robin Root"),
        ("people", "Hal Nakamura"),
        ("publishing", "Cy Haddad"),
    ]


def test_some_have_not_begun_and_one_is_half_way() -> None:
    assert not Assessment.objects.filter(person=one("eve")).exists()
    draft = Assessment.objects.get(submitted_at=None, appraisal=None)
    assert draft.person == one("di")
    sheet = sheet_of(draft)
    assert 0 < sheet.done < len(sheet.questions)


def test_the_assessor_is_the_manager_of_that_day() -> None:
    for done in Assessment.objects.exclude(kind="self").submitted().select_related("person", "assessor"):
        assert list(Person.objects.managing(done.person, done.submitted_day)) == [done.assessor]
    assert Counter(Assessment.objects.values_list("kind", flat=True)).keys() == {"self", "manager", "agreed"}


def test_raised_levels_have_their_situation_or_say_that_there_is_none() -> None:
    """In a review anybody may say what shows a level, raised or not."""
    ratings = Rating._default_manager.filter(assessment__appraisal=None)
    assert ratings.exclude(situation="").exists()
    assert ratings.filter(no_situation=True).exists()
    assert not ratings.exclude(situation="").filter(no_situation=True).exists()
    assert not ratings.exclude(assessment__kind="self").exclude(situation="").exists()


def test_every_kind_of_answer_and_evidence_is_there() -> None:
    ratings = Rating._default_manager
    assert set(ratings.values_list("level", flat=True)) == {None, 0, 1, 2, 3, 4, 5}
    assert set(ratings.values_list("energy", flat=True)) == {"", *Rating.Energy.values}
    assert set(Evidence.objects.values_list("strength", flat=True)) == set(Evidence.Strength.values)
    links = set(Evidence.objects.exclude(link="").values_list("link", flat=True))
    assert links
    assert all(link.startswith("https://example.org/") for link in links)
    assert not Evidence.objects.filter(skills=None).exists()
