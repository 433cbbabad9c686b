from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, POINTS, TEXTS, elements, load, main, page, wide

FACTS = f"""{HEAD}stages:
  - id: a
    title: A
    rank: IC6
    facts: [{{label: Grade, value: "7"}}, Travels a lot]
    roles: [{{title: Analyst, text: Data first., focus: [x]}}]
skills: [{{id: x, title: X, at: {{a: Does x.}}}}]
"""


def url(chart: Chart, slug: str) -> str:
    return f"/ladders/{chart.ladder}/stages/{chart.stage[slug].pid}/"


def test_says_what_a_stage_is(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "senior-pm"))
    assert elements(response, "h1") == ["Senior Product Manager"]
    assert elements(response, "h2") == [
        "How the job changes",
        "What people at this stage do",
        "How success shows",
        "In short",
        "Comes from",
        "Leads on to",
        "Or beyond the ladder",
        "What is expected, in plain words",
    ]
    assert "22 skills are required. 2 are welcome and block nothing. Met when everything" in page(response)


def test_says_how_to_try_the_work(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    group, senior = (client.get(url(ladder, slug)) for slug in ("group-pm", "senior-pm"))
    assert [("Try it before you choose" in elements(shown, "h2")) for shown in (group, senior)] == [True, False]
    assert set(ladder.stage["group-pm"].tries) <= set(elements(group, "li"))


def test_says_what_is_expected_in_words(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    shown = page(client.get(url(ladder, "senior-pm")))
    assert "Business acumen must-have Manages the product's economics, such as pricing, margin" in shown
    assert "and writes credible business cases. 3 Owning Innovation and risk" in shown
    assert "Industry partnerships Works constructively with an existing partner" in shown
    assert "vendor of the product. (1) welcome" in shown


def test_the_job_changes_from_where_one_is_or_from_the_stage_before(
    client: Client, cast: Cast, ladder: Chart
) -> None:
    PathFactory.create(person=cast.ada, stage="senior-pm", aim="")
    client.force_login(cast.ada)
    for slug, start, first in (
        ("group-pm", "senior-pm", "Holding on to a favourite product"),
        ("senior-pm", "product-manager", "Judging a quarter by what the team shipped"),
        ("vp", "director", "Speaking for one division first"),
    ):
        response = client.get(url(ladder, slug))
        assert (response.context["change"].start.slug, response.context["change"].words.stop[0]) == (start, first)
        assert f"/steps/{ladder.stage[start].pid}/{ladder.stage[slug].pid}/" in main(response)


def test_a_first_stage_has_no_step_before_it(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "product-associate"))
    assert elements(response, "h2")[0] == "What people at this stage do"
    assert "Junior Product Analyst Data first: dashboards" in page(response)


@pytest.mark.parametrize(
    ("slug", "offered"),
    [
        ("product-manager", ["You are here", "See your gap"]),
        ("senior-pm", ["Your aim", "See your gap"]),
        ("group-pm", ["Make it my aim", "See your gap"]),
    ],
)
def test_what_somebody_on_the_ladder_can_do(
    client: Client, cast: Cast, ladder: Chart, slug: str, offered: list[str]
) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    response = client.get(url(ladder, slug))
    shown = page(response)
    everything = ("You are here", "Your aim", "Make it my aim", "See your gap", "Put yourself here")
    assert [words for words in everything if words in shown] == offered
    assert f'<a class="button" href="/gaps/{ladder.stage[slug].pid}/">See your gap</a>' in main(response)


def test_somebody_without_a_place_can_take_this_one(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "group-pm"))
    place = f"/ladders/{ladder.ladder}/place/"
    pid = ladder.stage["group-pm"].pid
    assert (f'href="{place}?stage={pid}"' in main(response), f'href="{place}?aim={pid}"' in main(response)) == (
        True,
        True,
    )
    assert "See your gap" not in page(response)


def test_nobody_sees_where_another_is(client: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.bo)
    assert "You are here" not in page(client.get(url(ladder, "product-manager")))


def test_facts_rank_and_titles(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    shown = page(client.get(url(load(FACTS), "a")))
    assert "In short Rank IC6 Grade 7 Travels a lot" in shown
    assert "Titles people have here Analyst Data first. Leans on X" in shown


def test_statements_and_examples_of_a_text_ladder(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    assert "Skills Users Listens Asks" in page(client.get(url(chart, "one")))
    assert "Users Runs tests. Examples A test with five people Leading Coaches." in page(
        client.get(url(chart, "two"))
    )


def test_a_stage_of_points_names_its_rule(client: Client, cast: Cast) -> None:
    chart = load(POINTS)
    client.force_login(cast.ada)
    shown = page(client.get(url(chart, "two")))
    assert "Met with 4 points from any skills, and every must-have. The ladder names no expectations" in shown


def test_asks_as_often_for_one_skill_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for chart in (wide(1, "small"), wide(30)):
        with django_assert_num_queries(5):  # session, person, ladder, place, whether one keeps it
            assert len(elements(client.get(url(chart, "stage-0")), "h4")) == len(chart.skills)


def test_what_is_unknown_is_not_there(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    stage = ladder.stages[0].pid
    for path in (f"{NO_ID}/stages/{stage}", f"{ladder.ladder}/stages/{NO_ID}", f"{ladder.ladder}/stages/vp"):
        assert client.get(f"/ladders/{path}/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    response = client.get(url(ladder, "vp"))
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url(ladder, 'vp')}")
