from __future__ import annotations

import re

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, elements, load, main, page, rows

THREE = f"""{HEAD}stages:
  - {{id: a, title: A, next: [b, c, d]}}
  - {{id: b, title: B, next: [], rank: IC5, moves: [c]}}
  - {{id: c, title: C, next: [], rank: IC5, x-try: [Try c]}}
  - {{id: d, title: D, next: [], rank: IC5, moves: [c]}}
skills: [{{id: s, title: S, at: {{b: Does it., c: Does it., d: Does it.}}}}]
"""


def url(chart: Chart, slug: str) -> str:
    return f"/ladders/{chart.ladder}/forks/{chart.stage[slug].pid}/"


def test_both_branches_row_by_row(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    table = rows(client.get(url(ladder, "senior-pm")), "fork")
    assert [line[0] for line in table] == [
        "", "In one line", "What you stop doing", "What you start doing", "What you keep doing", "Answers for",
        "What you do then", "It goes well when", "Must-haves", "Skills that rise", "Asks more here", "Leads on to",
    ]  # fmt: skip
    said = {line[0]: line[1:] for line in table}
    assert said["What you stop doing"][0].startswith("Holding on to a favourite product Giving the answer")
    assert said["Answers for"] == [
        "Each product manager in the group, and what their products reach together",
        "The solution of a problem across products; nobody reports to them",
    ]
    assert said["Asks more here"][0] == "People management and hiring 3 , Organisational leadership 2"
    assert said["Leads on to"] == ["Director of Product Management", "–"]


def test_equal_standing_is_said_and_drawn(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "senior-pm"))
    assert elements(response, "h1") == ["After Senior Product Manager , two lines of equal standing"]
    assert response.context["standing"] == [
        "They belong to the same phase, <bdi>Leadership</bdi>.",
        (
            "You can move from <bdi>Group Product Manager</bdi> to <bdi>Principal Product Manager</bdi>, "
            "and you can come back."
        ),
    ]
    wide = main(response).split('<svg class="map map-wide"')[1].split("</svg>")[0]
    heights = re.findall(r'class="stop" cx="(\d+)" cy="(\d+)"', wide)
    assert heights == [("440", "62"), ("220", "190"), ("660", "190")]


def test_every_branch_can_be_tried(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "senior-pm"))
    branches = [ladder.stage[slug] for slug in ("group-pm", "principal-pm")]
    assert elements(response, "h3") == [stage.title for stage in branches]
    assert [line for stage in branches for line in stage.tries] == elements(response, "li")[2:10]


def test_somebody_with_a_place_can_compare_themselves(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    branches = "&amp;".join(f"to={ladder.stage[slug].pid}" for slug in ("group-pm", "principal-pm"))
    link = f'href="/gaps/compare/?{branches}"'
    assert link not in main(client.get(url(ladder, "senior-pm")))
    PathFactory.create(person=cast.ada)
    assert link in main(client.get(url(ladder, "senior-pm")))


def test_questions_that_no_branch_answers_are_left_out(client: Client, cast: Cast) -> None:
    chart = load(THREE)
    client.force_login(cast.ada)
    response = client.get(url(chart, "a"))
    assert rows(response, "fork") == [["", "B", "C", "D"], ["Skills that rise", "S", "S", "S"]]
    assert response.context["standing"] == [
        "They have the same rank, <bdi>IC5</bdi>.",
        "You can move from <bdi>B</bdi> to <bdi>C</bdi>.",
        "You can move from <bdi>D</bdi> to <bdi>C</bdi>.",
    ]
    assert elements(response, "h3") == ["C"]


def test_a_fork_without_ways_to_try_it(client: Client, cast: Cast) -> None:
    chart = load(THREE.replace(", x-try: [Try c]", ""))
    client.force_login(cast.ada)
    assert elements(client.get(url(chart, "a")), "h2") == ["Side by side"]


def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(cast.ada)
    for many in (2, 30):
        names = [f"s{number}" for number in range(many)]
        stages = "".join(f"  - {{id: {name}, title: {name}, next: [], does: [Work]}}\n" for name in names)
        head = HEAD.replace("id: l", f"id: l{many}")
        chart = load(f"{head}stages:\n  - {{id: a, title: A, next: [{', '.join(names)}]}}\n{stages}")
        client.get(url(chart, "a"))
        with django_assert_num_queries(4):  # session, person, ladder, place
            assert len(rows(client.get(url(chart, "a")), "fork")[0]) == many + 1


def test_where_the_way_does_not_fork_there_is_no_page(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    for target in (url(ladder, "vp"), url(ladder, "cpo"), f"/ladders/{ladder.ladder}/forks/{NO_ID}/"):
        assert client.get(target).status_code == 404
    assert client.get(url(ladder, "senior-pm").replace(ladder.ladder, NO_ID)).status_code == 404


def test_words_from_the_file_stay_words(client: Client, cast: Cast) -> None:
    chart = load(THREE.replace("title: B", 'title: "<i>B</i>"').replace("title: S,", 'title: "<b>S</b>",'))
    client.force_login(cast.ada)
    response = client.get(url(chart, "a"))
    assert ("<i>B" in main(response), "<b>S" in main(response)) == (False, False)
    assert "<b>S</b>" in page(response)


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    target = url(ladder, "senior-pm")
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
