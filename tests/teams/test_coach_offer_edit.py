"""What somebody is glad to help others with."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from ladders.importing import take_in
from skills.models import Skill
from teams.models import CoachOffer
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.ladders.files import FOLDER
from tests.ladders.files import ladder as ladder_file
from tests.teams.conftest import client_of

URL = "/helping/"


def offers(cast: Cast) -> list[str]:
    return sorted(CoachOffer.objects.filter(person=cast.ada).values_list("skill__slug", flat=True))


def test_chosen_and_taken_back(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    pids = [on_ladder.skill[slug].pid for slug in ("delivery", "vision")]
    assertRedirects(as_ada.post(URL, sent(as_ada.get(URL)) | {"skills": pids}), "/my-manager/")
    assert offers(cast) == ["delivery", "vision"]
    form = sent(as_ada.get(URL))
    assert sorted(form["skills"]) == sorted(pids)
    as_ada.post(URL, form | {"skills": pids[:1]})
    assert offers(cast) == ["delivery"]


def test_skills_of_another_ladder_stay(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    take_in(ladder_file((FOLDER / "points.yaml").read_text()), by=None)
    other = Skill._default_manager.get(slug="servers")
    CoachOffer.choose(cast.ada, asked=[other.pk], chosen=[other.pk])
    as_ada.post(URL, sent(as_ada.get(URL)) | {"skills": []})
    assert offers(cast) == ["servers"]


def test_the_same_twice_is_one(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    form = sent(as_ada.get(URL)) | {"skills": [on_ladder.skill["delivery"].pid]}
    for _time in range(2):
        as_ada.post(URL, form)
    assert offers(cast) == ["delivery"]


def test_what_is_no_skill_is_refused(as_ada: Client, cast: Cast) -> None:
    response = as_ada.post(URL, sent(as_ada.get(URL)) | {"skills": ["x"]})
    assert (response.status_code, set(errors(response)), offers(cast)) == (422, {"skills"}, [])


def test_only_the_person_and_their_manager_read_it(as_ada: Client, cast: Cast, on_ladder: Chart) -> None:
    pk = on_ladder.skill["delivery"].pk
    CoachOffer.choose(cast.ada, asked=[pk], chosen=[pk])
    seen = {person: CoachOffer.objects.visible_to(person).count() for person in (cast.ada, cast.bo, cast.cy, cast.di)}
    assert seen == {cast.ada: 1, cast.bo: 1, cast.cy: 0, cast.di: 0}


def test_before_a_place_is_said(cast: Cast, on_ladder: Chart) -> None:
    client = client_of(cast.hal)
    assert main(client.get(URL)).one("div", "empty").one("h2").text == "Say first where you are"
    assert client.post(URL).status_code == 200


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 24])
def test_queries(
    as_ada: Client, cast: Cast, on_ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    pks = [skill.pk for skill in on_ladder.skills[:count]]
    CoachOffer.choose(cast.ada, asked=pks, chosen=pks)
    as_ada.get(URL)
    with django_assert_num_queries(5):  # session, person, place, offers, who can read it
        as_ada.get(URL)
