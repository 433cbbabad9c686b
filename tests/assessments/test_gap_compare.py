"""Up to three stages side by side."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import every, leads_to_welcome, place, rated
from tests.assessments.pages import Node, cells, errors, main
from tests.cast import Cast


def url_of(ladder: Chart, *stages: str) -> str:
    return "/gaps/compare/?" + "&".join(f"to={ladder.stage[slug].pid}" for slug in stages)


def heads(page: Node) -> list[str]:
    return cells(page, "thead")[0]


def chosen(page: Node) -> list[str]:
    return [box.attrs["value"] for box in page.all("input", name="to") if "checked" in box.attrs]


def test_begins_with_the_branches_of_the_next_fork(as_ada: Client, ladder: Chart) -> None:
    page = main(as_ada.get("/gaps/compare/"))
    assert heads(page) == ["Skill", "Now", "Group Product Manager", "Principal Product Manager"]
    assert chosen(page) == [ladder.stage[slug].pid for slug in ("group-pm", "principal-pm")]


def test_says_what_each_stage_needs_and_what_is_there(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 4, "people-management": 2, "vision": 5, "user-research": 3})
    page = main(as_ada.get(url_of(ladder, "principal-pm", "senior-pm", "group-pm")))
    assert heads(page)[2:] == ["Senior Product Manager", "Group Product Manager", "Principal Product Manager"]
    rows = {row[0]: row[1:] for row in cells(page)}
    assert rows["Expectations met"] == ["", "3 of 22", "2 of 23", "2 of 22"]
    assert rows["User research"] == ["3", "4 to grow", "4 to grow", "5 to grow"]
    assert rows["Execution and delivery"] == ["4", "4 met", "4 met", "4 met"]
    assert rows["People management and hiring"] == ["2", "2 met", "3 to grow must-have", "(2) met"]
    assert rows["Vision setting"] == ["5", "3 beyond", "4 beyond", "4 beyond"]
    assert rows["Organisational leadership"] == ["–", "(1) welcome", "2 not rated", "(1) welcome"]


def test_totals_are_the_sums_of_the_columns(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 4))
    page = main(as_ada.get(url_of(ladder, "director", "vp", "cpo")))
    totals = {row[0]: row[2:] for row in cells(page)[:2]}
    rows = cells(page)[2:]
    for column in range(3):
        said = [row[2 + column].removesuffix(" must-have") for row in rows if not row[2 + column].startswith("(")]
        musts = [row[2 + column] for row in rows if row[2 + column].endswith("must-have")]
        met = sum(cell.endswith(("met", "beyond")) for cell in said)
        assert totals["Expectations met"][column] == f"{met} of {sum(cell != '–' for cell in said)}"
        held = sum(cell.split()[1] in ("met", "beyond") for cell in musts)
        assert totals["Must-haves met"][column] == f"{held} of {len(musts)}"


def test_four_are_too_many_and_the_choice_stays(as_ada: Client, ladder: Chart) -> None:
    four = ("group-pm", "principal-pm", "director", "vp")
    response = as_ada.get(url_of(ladder, *four))
    assert (response.status_code, errors(response)) == (422, {"to": "Choose up to three stages."})
    assert sorted(chosen(main(response))) == sorted(ladder.stage[slug].pid for slug in four)


@pytest.mark.parametrize("asked", ["to=missing", "to=%00", "other=1", "to="])
def test_what_is_no_stage_is_said(as_ada: Client, asked: str) -> None:
    response = as_ada.get(f"/gaps/compare/?{asked}")
    assert (response.status_code, set(errors(response))) == (422, {"to"})


def test_with_neither_stage_nor_aim_any_more(as_ada: Client, ada: Person) -> None:
    place(ada, "product-wizard", "product-wizard")
    page = main(as_ada.get("/gaps/compare/"))
    assert heads(page)[2:] == ["Group Product Manager", "Principal Product Manager"]


def test_without_a_place_it_leads_to_what_is_missing(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    assertRedirects(client.get(url_of(ladder, "cpo")), "/gaps/")


def test_it_is_about_oneself(client: Client, ada: Person, cast: Cast, ladder: Chart) -> None:
    rated(ada, every(ladder, 4))
    client.force_login(ada)
    assert {row[1] for row in cells(main(client.get("/gaps/compare/")))[2:]} == {"4"}
    client.force_login(cast.bo)
    assertRedirects(client.get("/gaps/compare/"), "/gaps/")


def test_signed_out() -> None:
    leads_to_welcome("/gaps/compare/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            rated(ada, every(ladder, 3))
        with django_assert_num_queries(4):  # session, person, place, standing
            as_ada.get(url_of(ladder, "director", "vp", "cpo"))
