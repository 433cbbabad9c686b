from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from ladders.pictures.rail import rail
from tests.cast import Cast
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, elements, load, main, page

TEXTS = f"""{HEAD}stages: [{{id: one, title: One}}, {{id: two, title: Two}}]
skills:
  - {{id: users, title: Users, at: {{one: Listens., two: Asks.}}}}
  - {{id: lead, title: Leading, at: {{two: Coaches.}}}}
x-ways-in:
  - id: sales
    title: Sales
    brings: [{{skill: users, text: Listened all day.}}]
    lacks: [{{text: Saying no, try: [Decline one wish]}}]
"""


def url(chart: Chart, slug: str, at: str = "") -> str:
    way = next(way for way in chart.ways_in if way.slug == slug)
    return f"/ladders/{chart.ladder}/ways-in/{way.pid}/" + (f"?at={chart.stage[at].pid}" if at else "")


def many(size: int) -> Chart:
    """A ladder with one way in that brings so many skills and lacks as many."""
    skills = "".join(f"  - {{id: s{n}, title: S{n}}}\n  - {{id: t{n}, title: T{n}}}\n" for n in range(size))
    brings = ", ".join(f"{{skill: s{n}, level: 1}}" for n in range(size))
    lacks = ", ".join(f"{{skill: t{n}, text: x, try: [y]}}" for n in range(size))
    expects = "".join(f"  s{n}: {{a: 1}}\n  t{n}: {{a: 1}}\n" for n in range(size))
    return load(
        f"format: ladder/1\nid: l{size}\ntitle: L\nscale: [{{level: 1, name: Able}}]\nstages: [{{id: a, title: A}}]\n"
        f"skills:\n{skills}expects:\n{expects}"
        f"x-ways-in:\n  - {{id: w, title: W, to: [a], brings: [{brings}], lacks: [{lacks}]}}\n"
    )


def test_what_carries_over_against_the_first_stage_of_entry(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "engineering"))
    assert elements(response, "h1") == ["Coming from Engineering"]
    assert elements(response, "h2") == [
        "What carries over",
        "What is usually new, and how to get near it",
        "Also expected of a Junior Product Manager",
        "Where people usually enter",
    ]
    shown = page(response)
    assert "Technical fluency Weighed options, effort and technical debt before every larger change." in shown
    assert "often 3 Owning expected 1 Learning Execution and delivery" in shown
    assert rail(1, 3, high=5) in main(response)


def test_against_another_stage_of_entry(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "engineering", "associate-pm"))
    assert "often 3 Owning expected 2 Contributing Execution and delivery" in page(response)
    assert f'href="?at={ladder.stage["associate-pm"].pid}" aria-current="true"' in main(response)


@pytest.mark.parametrize("at", ["vp", ""])
def test_a_stage_that_nobody_enters_at_is_not_compared_with(
    client: Client, cast: Cast, ladder: Chart, at: str
) -> None:
    client.force_login(cast.ada)
    assert "Also expected of a Junior Product Manager" in page(client.get(url(ladder, "engineering", at)))


def test_what_is_new_and_how_to_get_near_it(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert (
        "Hearing from users before a solution exists User research , expected 2 Contributing "
        "Join customer interviews as the one who takes notes Answer support requests for a day"
    ) in page(client.get(url(ladder, "engineering")))


def test_the_rest_of_what_the_stage_expects_is_told(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "engineering"))
    way = next(way for way in ladder.ways_in if way.slug == "engineering")
    told = {one.skill for one in way.brings} | {one.skill for one in way.lacks}
    assert [skill.slug for skill in response.context["besides"]] == [
        slug for slug in ladder.expects["junior-pm"] if slug not in told
    ]


def test_a_skill_that_the_stage_does_not_ask_for(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "marketing"))
    assert "often 2 Contributing not expected there" in page(response)
    assert rail(None, 2, high=5) in main(response)


def test_leads_to_the_first_check_in(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    way = ladder.ways_in[0]
    button = (
        f'<a class="button" href="/assess/from/{ladder.ladder}/{way.pid}/">Start your first check-in from here</a>'
    )
    assert button in " ".join(main(client.get(url(ladder, way.slug))).split()).replace(
        '"button" href', '"button" href'
    )


def test_a_text_ladder_has_no_levels_to_draw(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    response = client.get(url(chart, "sales"))
    assert ('class="rail"' in main(response), elements(response, "nav")[1:]) == (False, [])
    assert "Users Listened all day. What is usually new, and how to get near it Saying no Decline one wish" in page(
        response
    )


def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(cast.ada)
    for size in (1, 30):
        chart = many(size)
        client.get(url(chart, "w"))
        with django_assert_num_queries(3):  # session, person, ladder
            assert len(elements(client.get(url(chart, "w")), "h3")) == 2 * size + 1


def test_an_unknown_way_is_not_there(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{ladder.ladder}/ways-in/{NO_ID}/").status_code == 404
    assert client.get(url(ladder, "design").replace(ladder.ladder, NO_ID)).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    target = url(ladder, "design")
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
