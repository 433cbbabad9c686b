from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from tests.cast import Cast
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, elements, load, main, page

STAGES = "stages: [{id: a, title: Apprentice}, {id: b, title: Baker}]\n"
SKILLS = "skills: [{id: s, title: Dough, at: {a: Kneads it.}}]\n"


def url(chart: Chart) -> str:
    return f"/ladders/{chart.ladder}/ways-in/"


def ways(many: int) -> Chart:
    """A ladder with so many ways into it."""
    rows = "".join(
        f"  - {{id: way-{n}, title: Job {n}, to: [a, b], brings: [{{skill: s}}], lacks: [{{text: Rising early}}]}}\n"
        for n in range(many)
    )
    return load(f"{HEAD.replace('id: l', f'id: l{many}')}{STAGES}{SKILLS}x-ways-in:\n{rows}")


def test_every_job_leads_to_its_page_in_words_and_in_the_picture(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder))
    assert elements(response, "h1") == ["Coming from another job"]
    assert elements(response, "h2") == [way.title for way in ladder.ways_in]
    for way in ladder.ways_in:
        assert (
            main(response).count(f'href="{url(ladder)}{way.pid}/"') == 3
        )  # the list, the wide and the narrow picture
    assert elements(response, "dd")[:3] == [
        (
            "Technical fluency , Execution and delivery , Requirements and backlog , Experimentation , "
            "Adaptability and learning"
        ),
        "User research , Prioritisation and roadmap , Stakeholder management",
        "Junior Product Manager , Associate Product Manager",
    ]


def test_the_picture_is_heard_as_well(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    said = 'aria-label="Consulting, often to Associate Product Manager, Product Manager"'
    assert main(client.get(url(ladder))).count(said) == 2


def test_a_ladder_that_names_no_jobs(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}{STAGES}")
    client.force_login(cast.ada)
    assert "This ladder does not say which jobs people come from." in page(client.get(url(chart)))
    assert "/ways-in/" not in main(client.get(f"/ladders/{chart.ladder}/"))


def test_jobs_that_lead_to_no_stage_have_no_picture(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}{STAGES}x-ways-in: [{{id: w, title: Sales, text: Knows people.}}]\n")
    client.force_login(cast.ada)
    response = client.get(url(chart))
    assert ("<figure" in main(response), elements(response, "h2"), elements(response, "dt")) == (False, ["Sales"], [])


def test_words_from_the_file_stay_words(client: Client, cast: Cast) -> None:
    chart = load(
        f'{HEAD}language: ar\n{STAGES}x-ways-in: [{{id: w, title: "<i>هندسة</i>", text: "<b>x</b>", to: [a]}}]\n'
    )
    client.force_login(cast.ada)
    html = main(client.get(url(chart)))
    assert ("<i>هندسة" in html, "<b>x</b>" in html) == (False, False)
    assert '<h2 lang="ar" dir="auto">' in html


def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(cast.ada)
    for many in (1, 30):
        chart = ways(many)
        client.get(url(chart))  # whether it is translated is looked up once a minute
        with django_assert_num_queries(3):  # session, person, ladder
            assert len(elements(client.get(url(chart)), "h2")) == many


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{NO_ID}/ways-in/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    response = client.get(url(ladder))
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url(ladder)}")
