from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from tests.cast import Cast
from tests.ladders.pages import NO_ID, TEXTS, elements, load, main, page, wide


def url(chart: Chart, start: str, goal: str) -> str:
    return f"/ladders/{chart.ladder}/steps/{chart.stage[start].pid}/{chart.stage[goal].pid}/"


def groups(chart: Chart, client: Client, start: str, goal: str) -> dict[str, int]:
    found = client.get(url(chart, start, goal)).context["groups"]
    return {group.title: len(group.rows) for group in found}


def test_says_how_the_job_changes_and_what_is_asked(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "product-manager", "senior-pm"))
    assert elements(response, "h1") == ["From Product Manager to Senior Product Manager"]
    assert elements(response, "h2") == [
        "How the job changes",
        "What is expected, skill by skill",
        "What people do",
        "How success shows",
        "Choose two other stages",
    ]
    assert elements(response, "h3") == [
        "Stop", "Start", "Keep", "More is asked (16)", "New (2)",
        "Only as Product Manager", "Only as Senior Product Manager",
        "Only as Product Manager", "Only as Senior Product Manager",
    ]  # fmt: skip
    assert elements(response, "summary") == ["Stays as it is (6)"]


def test_both_levels_in_words(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    shown = page(client.get(url(ladder, "product-manager", "senior-pm")))
    assert "Business acumen must-have from 2 Contributing Estimates cost and benefit of a change" in shown
    assert "on sales, support and budget. to 3 Owning Manages the product's economics" in shown
    assert "New (2) Organisational leadership to (1) welcome Improves a process" in shown


def test_the_way_back_and_the_way_across(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert groups(ladder, client, "senior-pm", "product-manager") == {
        "Less needed there": 16,
        "No longer expected": 2,
        "Stays as it is": 6,
    }
    assert groups(ladder, client, "group-pm", "principal-pm") == {
        "More is asked": 9,
        "Less needed there": 2,
        "Stays as it is": 13,
    }


def test_the_same_step_the_other_way_round(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert f'href="{url(ladder, "senior-pm", "vp")}"' in main(client.get(url(ladder, "vp", "senior-pm")))


def test_the_form_starts_from_this_step(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "vp", "cpo"))
    assert response.context["form"].initial == {"start": ladder.stage["vp"].pid, "goal": ladder.stage["cpo"].pid}
    assert f'action="/ladders/{ladder.ladder}/steps/"' in main(response)


def test_a_text_ladder_names_the_stages(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    shown = page(client.get(url(chart, "one", "two")))
    assert (
        "More is asked (1) Users from One Listens · Asks to Two Runs tests. New (1) Leading to Two Coaches." in shown
    )


def test_a_stage_to_itself_is_the_stage(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assertRedirects(client.get(url(ladder, "vp", "vp")), f"/ladders/{ladder.ladder}/stages/{ladder.stage['vp'].pid}/")


def test_asks_as_often_for_two_skills_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for chart in (wide(2, "small"), wide(30)):
        with django_assert_num_queries(3):  # session, person, ladder
            assert len(elements(client.get(url(chart, "stage-0", "stage-1")), "h4")) == len(chart.skills)


def test_what_is_unknown_is_not_there(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    vp, cpo = ladder.stage["vp"].pid, ladder.stage["cpo"].pid
    for ids in ((NO_ID, vp, cpo), (ladder.ladder, NO_ID, cpo), (ladder.ladder, vp, NO_ID)):
        assert client.get("/ladders/{}/steps/{}/{}/".format(*ids)).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    target = url(ladder, "vp", "cpo")
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
