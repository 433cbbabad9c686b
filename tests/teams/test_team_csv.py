"""The same map as a table for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from people.models import Reading
from teams.sheet import harmless
from tests.assessments.litany import agreed, leads_to_welcome
from tests.cast import Cast
from tests.teams.scenes import reports, under_review

NOW = timezone.now()


def table(client: Client) -> list[list[str]]:
    answer = client.get("/team/table.csv")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def test_a_row_for_each_person_and_skill(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4, "vision": 1}, cast.bo, NOW)
    head, *rows = table(as_bo)
    day = f"{timezone.localdate():%Y-%m-%d}"
    first = ["Ada Okafor", "Product Manager", "Product management"]
    assert head[3:] == ["Category", "Skill", "Agreed level", "Expected", "What it says", "Agreed on"]
    named = {row[4]: row for row in rows}
    assert named["Execution and delivery"] == [
        *first, "Product craft", "Execution and delivery", "4", "3", "more than expected", day,
    ]  # fmt: skip
    assert named["User research"][5:] == ["", "3", "not rated", ""]
    assert rows[-1][0] == "Di Castellanos"


def test_who_is_hidden_has_one_row_without_a_number(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    under_review(cast.ada, cast.bo)
    rows = [row for row in table(as_bo)[1:] if row[0] == "Ada Okafor"]
    assert [row[3:] for row in rows] == [["", "", "", "", "in review: hidden until both have submitted", ""]]


@pytest.mark.parametrize("name", ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_no_cell_is_a_formula(as_bo: Client, cast: Cast, on_ladder: Chart, name: str) -> None:
    cast.ada.describe(name=name, called="", title="", seen=1)
    assert f"'{name}" in [row[0] for row in table(as_bo)]


def test_other_cells_stay_as_they_are() -> None:
    assert [harmless(text) for text in ("Ada", "3", "2026-06-04", "", "a=b")] == ["Ada", "3", "2026-06-04", "", "a=b"]


def test_people_read_that_it_was_taken_along(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    as_bo.get("/team/table.csv")
    assert [(row.person, row.page) for row in Reading.objects.all()] == [(cast.ada, "team_csv")]


def test_signed_out() -> None:
    leads_to_welcome("/team/table.csv")


@pytest.mark.parametrize("count", [1, 30])
def test_queries(
    as_bo: Client, cast: Cast, on_ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    reports(cast.bo, count, on_ladder)
    as_bo.get("/team/table.csv")
    with django_assert_num_queries(6):  # session, person, who is in review, people, places, levels
        as_bo.get("/team/table.csv")
