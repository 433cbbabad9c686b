"""The team of somebody who reports to me: agreed levels and nothing that was written."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.models import Share, Standing
from ladders.chart import Chart
from people.models import Reading
from safeguards.ids import new_pid
from tests.assessments.litany import ago, agreed, leads_to_welcome, noted, rated
from tests.assessments.pages import links, main, page
from tests.cast import JOINED, Cast
from tests.factories import PersonFactory
from tests.teams.conftest import client_of
from tests.teams.scenes import heat, promise, reports, talk, under_review

NOW = timezone.now()


def url_of(cast: Cast) -> str:
    return f"/team/below/{cast.bo.pid}/"


def test_shows_the_agreed_levels_of_the_team_below(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    shown = main(as_cy.get(url_of(cast)))
    assert shown.one("h1").text == "The team of Bo Lindqvist"
    assert heat(shown)["Ada Okafor"]["Execution and delivery"] == "4/3 beyond"
    assert list(heat(shown)["Di Castellanos"]) == [""]


def test_shows_no_word_and_leads_to_nobodys_page(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    rated(cast.ada, {"vision": 5}, NOW)
    promise(cast.ada, cast.bo, "Quetzal")
    talk(cast.ada, cast.bo, ago(3), "Quetzal")
    Share.objects.create(evidence=noted(cast.ada, on_ladder, ["delivery"], ago(3), title="Quetzal"), reader=cast.bo)
    shown = main(as_cy.get(url_of(cast)))
    assert "Quetzal" not in shown.text
    assert [href for href, _words in links(shown) if cast.ada.pid in href] == []
    assert as_cy.get(f"/team/{cast.ada.pid}/").status_code == 404


def test_who_is_in_review_is_hidden_from_the_director_too(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    under_review(cast.ada, cast.bo)
    assert heat(main(as_cy.get(url_of(cast))))["Ada Okafor"] == {"": "in review: hidden until both have submitted"}


def test_opened_on_the_page_only_the_part_comes(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    part = page(as_cy.get(url_of(cast), headers={"HX-Request": "true"}))
    assert (part.all("main"), list(heat(part))) == ([], ["Ada Okafor", "Di Castellanos"])


def test_as_a_list(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    shown = main(as_cy.get(f"{url_of(cast)}?as=list"))
    assert "4/3+ Execution and delivery more than expected" in [item.text for item in shown.all("li")]


def test_it_goes_two_steps_down_and_no_further(cast: Cast, on_ladder: Chart) -> None:
    top = PersonFactory.create(name="Top")
    cast.cy.report_to(top, since=JOINED)
    assert client_of(top).get(url_of(cast)).status_code == 404
    assert client_of(top).get(f"/team/below/{cast.cy.pid}/").status_code == 200


def test_people_read_that_it_was_opened(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    as_cy.get(url_of(cast))
    assert [(row.person, row.reader, row.page) for row in Reading.objects.all()] == [(cast.ada, cast.cy, "team_part")]


def test_to_others_it_is_not_there(cast: Cast, on_ladder: Chart) -> None:
    for stranger in (cast.ada, cast.bo, cast.eve, cast.xena, cast.hal, cast.root):
        client = client_of(stranger)
        answer, nothing = client.get(url_of(cast)), client.get(f"/team/below/{new_pid()}/")
        assert (answer.status_code, answer.content) == (404, nothing.content)


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(cast))


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_cy: Client, cast: Cast, on_ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    team = reports(cast.bo, count, on_ladder)
    delivery = on_ladder.skill["delivery"].pk
    Standing.objects.bulk_create(
        Standing(person=person, skill_id=delivery, basis="agreed", level=2, as_of=ago(3)) for person in team
    )
    as_cy.get(url_of(cast))
    with django_assert_num_queries(8):
        # session, person, the manager, who is in review, people, places, levels, the log
        as_cy.get(url_of(cast))
