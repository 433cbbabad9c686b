from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from tests.cast import Cast
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, elements, load, main, page


def url(chart: Chart) -> str:
    return f"/ladders/{chart.ladder}/beyond/"


def places(many: int) -> Chart:
    rows = "".join(f"  - {{id: p{n}, title: Place {n}, from: [a], x-focus: [s], x-try: [x]}}\n" for n in range(many))
    return load(
        f"format: ladder/1\nid: l{many}\ntitle: L\nstages: [{{id: a, title: A}}]\n"
        f"skills: [{{id: s, title: S, at: {{a: Does it.}}}}]\nbeyond:\n{rows}"
    )


def test_every_place_with_what_carries_over_and_how_to_try_it(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder))
    assert elements(response, "h2") == [place.title for place in ladder.beyond]
    assert elements(response, "h3") == ["What carries over", "Try it before you leave"] * len(ladder.beyond)
    founder = page(response).split("Startup founder")[-1].split("Venture capital")[0]
    assert "Customer empathy expected 4 to 5 Experimentation expected 3 to 5" in founder
    assert "Test a product idea on evenings for a quarter, as far as your contract allows" in founder
    assert "People leave from Senior Product Manager , Group Product Manager , Principal Product Manager" in founder


def test_the_picture_leads_to_the_places_below(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    html = main(client.get(url(ladder)))
    for place in ladder.beyond:
        assert (html.count(f'<a href="#{place.slug}"'), html.count(f'id="{place.slug}"')) == (2, 1)


def test_without_stages_of_its_own_a_place_is_reached_from_the_ends(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}stages: [{{id: a, title: A}}, {{id: b, title: B}}]\nbeyond: [{{id: p, title: Sea}}]\n")
    client.force_login(cast.ada)
    response = client.get(url(chart))
    assert (elements(response, "h2"), elements(response, "h3")) == (["Sea"], [])
    assert "People leave from B" in page(response)


def test_one_level_where_every_stage_expects_the_same(client: Client, cast: Cast) -> None:
    chart = load(
        f"{HEAD}scale: [{{level: 1, name: Some}}, {{level: 2, name: Much}}]\nstages: [{{id: a, title: A}}]\n"
        "skills: [{id: s, title: S}, {id: t, title: T}]\nexpects: {s: {a: 2}}\n"
        "beyond: [{id: p, title: P, x-focus: [s, t]}]\n"
    )
    client.force_login(cast.ada)
    assert "What carries over S expected 2 T –" in page(client.get(url(chart)))


def test_a_ladder_that_names_none(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    client.force_login(cast.ada)
    assert "This ladder names no places beyond it." in page(client.get(url(chart)))


def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(cast.ada)
    for many in (1, 30):
        chart = places(many)
        client.get(url(chart))
        with django_assert_num_queries(3):  # session, person, ladder
            assert len(elements(client.get(url(chart)), "h2")) == many


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{NO_ID}/beyond/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    response = client.get(url(ladder))
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url(ladder)}")
