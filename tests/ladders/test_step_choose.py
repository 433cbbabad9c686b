from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from tests.cast import Cast
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, elements, load, main, page, wide


def test_offers_the_steps_of_the_ladder(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{ladder.ladder}/steps/")
    assert elements(response, "h2") == ["The steps of this ladder"]
    steps = [item for item in elements(response, "li") if "→" in item]
    assert len(steps) == 9
    assert steps[4:6] == [
        "Senior Product Manager → Group Product Manager",
        "Senior Product Manager → Principal Product Manager",
    ]
    assert elements(response, "label") == ["From", "To"]


def test_leads_to_the_two_that_are_chosen(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    start, goal = ladder.stage["cpo"].pid, ladder.stage["junior-pm"].pid
    assertRedirects(
        client.get(f"/ladders/{ladder.ladder}/steps/?start={start}&goal={goal}"),
        f"/ladders/{ladder.ladder}/steps/{start}/{goal}/",
    )


@pytest.mark.parametrize(
    ("start", "goal", "field", "message"),
    [
        ("vp", "vp", "goal", "Choose two different stages."),
        ("vp", "", "goal", "This field is required."),
        ("", "vp", "start", "This field is required."),
        ("vp", NO_ID, "goal", f"Select a valid choice. {NO_ID} is not one of the available choices."),
    ],
)
def test_anything_else_is_said_next_to_the_field(
    client: Client, cast: Cast, ladder: Chart, start: str, goal: str, field: str, message: str
) -> None:
    client.force_login(cast.ada)
    pids = {"vp": ladder.stage["vp"].pid}
    asked = {"start": pids.get(start, start), "goal": pids.get(goal, goal)}
    response = client.get(f"/ladders/{ladder.ladder}/steps/", asked)
    assert (response.status_code, response.context["form"].errors) == (422, {field: [message]})
    beside = main(response).split(f'id="id_{field}_error"')[1].split("</div>")[0]
    assert message in beside


def test_a_ladder_of_one_stage_has_no_steps(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    client.force_login(cast.ada)
    assert "The steps of this ladder" not in page(client.get(f"/ladders/{chart.ladder}/steps/"))


def test_asks_as_often_for_two_stages_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for chart in (wide(2, "small"), wide(30)):
        with django_assert_num_queries(3):  # session, person, ladder
            client.get(f"/ladders/{chart.ladder}/steps/")


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{NO_ID}/steps/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    url = f"/ladders/{ladder.ladder}/steps/"
    response = client.get(url)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url}")
