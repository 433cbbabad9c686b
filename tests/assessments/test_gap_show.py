"""Everything about the way to one stage."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment
from ladders.chart import Chart
from people.models import Person
from safeguards.ids import new_pid
from tests.assessments.litany import (
    ago,
    agreed,
    every,
    leads_to_welcome,
    noted,
    place,
    rated,
)
from tests.assessments.pages import Node, cells, facts, links, main
from tests.cast import Cast


def show(client: Client, ladder: Chart, stage: str = "senior-pm") -> Node:
    return main(client.get(f"/gaps/{ladder.stage[stage].pid}/"))


def aside(page: Node, title: str) -> list[str]:
    """The lines under a heading beside the rails."""
    (found,) = [s for s in page.one("aside").all("section") if s.all("h2")[0].text == title]
    return [line.text for line in found.all("li")]


def test_before_the_first_check_in(as_ada: Client, ladder: Chart) -> None:
    page = show(as_ada, ladder)
    assert page.one("h1").text == "What is left to Senior Product Manager"
    assert page.one("div", "empty").one("h2").text == "Nothing to compare yet"
    assert page.all("table") == []


def test_the_headline_and_what_it_rests_on(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3) | {"delivery": 4, "business": 2, "mentoring": 4})
    noted(ada, ladder, ["delivery"], ago(20))
    page = show(as_ada, ladder)
    assert page.one("p", "figure").text == "11 of 22 expectations met"
    assert page.one("section", "readiness").all("p", "above")[0].text == (
        "4 must-haves are open: Prioritisation and roadmap, Product strategy, Business acumen, "
        "Stakeholder management."
    )
    assert facts(page) == {
        "Must-haves": "1 of 5 met",
        "Weighted": "87 % of what is asked",
        "Coverage": "22 of 22 rated",
        "Basis": "your own rating only, 8 March 2024",
        "Freshness": "evidence from the last 12 months behind 1 of 11 met, 5 % of the credit",
        "Ladder": "Product management 1.0 · how computed",
    }


def test_a_rail_for_each_expectation_by_category_with_what_is_open_first(
    as_ada: Client, ada: Person, ladder: Chart
) -> None:
    rated(ada, {"delivery": 3, "design": 3, "technical": 4, "org-design": 2})
    groups = show(as_ada, ladder).one("section", "rails").all("section")
    assert [(group.one("h3").text, [row.one("h4").text for row in group.all("li", "rail-row")]) for group in groups][
        :2
    ] == [
        (
            "Strategy and business 0 of 6",
            [
                "Prioritisation and roadmap must-have",
                "Product strategy must-have",
                "Business acumen must-have",
                "Vision setting",
                "Innovation and risk",
                "Company strategy",
            ],
        ),
        ("Customer and market 0 of 3", ["User research", "Customer empathy", "Market and competitive analysis"]),
    ]
    rows = {row.attrs["id"]: row.one("p", "says").text for group in groups for row in group.all("li", "rail-row")}
    assert {slug: rows[slug] for slug in ("delivery", "design", "technical", "org-design", "partnerships")} == {
        "delivery": "needs 4, now 3",
        "design": "needs 3, now 3",
        "technical": "needs 3, now 4",
        "org-design": "welcome 1, now 2",
        "partnerships": "welcome 1, not rated",
    }
    assert len(rows) == 24


def test_what_the_next_level_looks_like_and_what_shows_it_so_far(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 3})
    noted(ada, ladder, ["delivery"], ago(20))
    (row,) = show(as_ada, ladder).all("li", id="delivery")
    assert row.one("div", "next").one("p").text == f"Level 4: {ladder.skill['delivery'].levels[4].text}"
    assert "1 in 12 months" in [part.text.rsplit(". ")[-1] for part in row.one("div", "next").all("span")]
    assert links(row.one("div", "next")) == [(f"/evidence/new/?skill={ladder.skill['delivery'].pid}", "Add evidence")]


def test_strengths_and_what_is_less_needed_there(as_ada: Client, ada: Person, ladder: Chart) -> None:
    place(ada, "group-pm", "principal-pm")
    rated(ada, every(ladder, 4) | {"people-management": 4, "delivery": 5})
    page = show(as_ada, ladder, "principal-pm")
    assert aside(page, "Strengths beyond this stage") == [
        "Execution and delivery: Shaping, Leading is expected",
        "Business acumen: Leading, Owning is expected",
        "Company strategy: Leading, Contributing is expected",
        "People management and hiring: Leading, Contributing is expected",
        "Organisational leadership: Leading, Learning is expected",
        "Industry partnerships: Leading, Contributing is expected",
    ]
    assert aside(page, "Less needed there") == [
        "People management and hiring: 2, 3 as Group Product Manager",
        "Organisational leadership: 1, 2 as Group Product Manager",
    ]


def test_what_would_move_this_most(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 4) | {"business": 2, "delivery": 3, "company-strategy": 1})
    page = show(as_ada, ladder)
    assert aside(page, "What would move this most") == [
        "Company strategy, one step: +2 %",
        "Business acumen, one step: +2 % · must-have",
        "Execution and delivery, one step: +1 %",
    ]
    # The button leads to an open must-have first.
    assert links(page.one("section", "readiness").one("div", "actions")) == [
        (f"/evidence/new/?skill={ladder.skill['business'].pid}", "Note what shows Business acumen")
    ]


@pytest.mark.parametrize(
    ("count", "said"), [(13, "no percentage: less than 60 % is rated"), (14, "75 % of what is asked")]
)
def test_no_share_below_sixty_per_cent_coverage(
    as_ada: Client, ada: Person, ladder: Chart, count: int, said: str
) -> None:
    # 23 skills are required, each with weight 1: 13 of them are 57 %, 14 are 61 %. All those rated need 4.
    four = [slug for slug, e in ladder.expects["group-pm"].items() if e.required and e.level == 4]
    place(ada, "senior-pm", "group-pm")
    rated(ada, dict.fromkeys(four[:count], 3))
    page = show(as_ada, ladder, "group-pm")
    found = facts(page)
    assert (found["Coverage"], found["Weighted"]) == (f"{count} of 23 rated", said)


def test_agreed_levels_come_before_ones_own(as_ada: Client, ada: Person, ladder: Chart, cast: Cast) -> None:
    rated(ada, every(ladder, 4))
    agreed(ada, {"delivery": 3}, cast.bo, at=datetime(2024, 5, 2, 9, tzinfo=UTC))
    page = show(as_ada, ladder)
    assert facts(page)["Basis"] == "1 agreed, 21 your own, 0 your manager's, 8 March 2024 to 2 May 2024"
    (row,) = page.all("li", id="delivery")
    assert row.one("p", "says").text == "needs 4, now 3"


def test_both_sides_alone_and_their_levels_in_the_table(
    as_ada: Client, ada: Person, ladder: Chart, cast: Cast
) -> None:
    rated(ada, every(ladder, 4))
    page = show(as_ada, ladder)
    assert ("Range" in facts(page), "By you" in cells(page, "thead")[0]) == (False, False)
    rated(ada, {"delivery": 3, "design": 3}, kind=Assessment.Kind.MANAGER, assessor=cast.bo)
    page = show(as_ada, ladder)
    assert ("Range" in facts(page), "By your manager" in cells(page, "thead")[0]) == (False, False)
    rated(ada, {"delivery": 4, "design": 4}, kind=Assessment.Kind.AGREED, assessor=cast.bo)
    page = show(as_ada, ladder)
    assert facts(page)["Range"] == "1 met by your manager alone, 22 by you alone"
    (row,) = [row for row in cells(page) if row[0] == "Execution and delivery"]
    assert dict(zip(cells(page, "thead")[0], row, strict=True)) | {"Basis": ""} == {
        "Skill": "Execution and delivery",
        "Needs": "4",
        "Now": "4",
        "By you": "4",
        "By your manager": "3",
        "Gap": "0",
        "Basis": "",
        "Must-have": "",
        "Weight": "1",
        "Credit": "1",
        "Weight × credit": "1",
        "Met": "1",
        "One step adds": "–",
        "Evidence, 12 months": "0",
    }


def test_the_course_over_the_last_check_ins(as_ada: Client, ada: Person, ladder: Chart) -> None:
    for number, level in enumerate((2, 3, 4)):
        rated(ada, every(ladder, level), at=datetime(2024, 1 + number, 5, 9, tzinfo=UTC))
    page = show(as_ada, ladder)
    (section,) = [section for section in page.all("section", "section") if section.all("div", "multiples")]
    assert section.one("h2").text == "Expectations met, last 3 check-ins"
    assert [(one.one("h3").text, one.one("p").text) for one in section.one("div", "multiples").all("div")][:3] == [
        ("Customer and market", "3 check-ins: 0, 0, 3. From 0 → 3 of 3"),
        ("Data and evidence", "3 check-ins: 0, 1, 2. From 0 → 2 of 2"),
        ("Product craft", "3 check-ins: 0, 2, 5. From 0 → 5 of 5"),
    ]


def test_where_one_stands_at_the_present_stage(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    page = show(as_ada, ladder, "product-manager")
    assert page.one("h1").text == "Where you stand as Product Manager"
    assert page.one("p", "figure").text == "22 of 22 expectations met"
    assert page.one("section", "readiness").all("p", "above")[0].text == "The stage is met. No must-have is open."


def test_any_stage_of_the_ladder(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    for stage in ladder.stages:
        assert as_ada.get(f"/gaps/{stage.pid}/").status_code == 200


def test_titles_are_text(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    noted(ada, ladder, ["delivery"], ago(3), title="<script>alert(1)</script>")
    assert show(as_ada, ladder).all("script") == []


def test_a_stage_that_is_not_there(as_ada: Client) -> None:
    assert as_ada.get(f"/gaps/{new_pid()}/").status_code == 404


def test_without_a_place_it_leads_to_what_is_missing(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    assertRedirects(client.get(f"/gaps/{ladder.stages[0].pid}/"), "/gaps/")


def test_it_is_about_oneself(client: Client, ada: Person, cast: Cast, ladder: Chart) -> None:
    rated(ada, every(ladder, 3))
    url = f"/gaps/{ladder.stage['senior-pm'].pid}/"
    for viewer in (cast.bo, cast.hal):
        client.force_login(viewer)
        assertRedirects(client.get(url), "/gaps/")


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(f"/gaps/{ladder.stages[0].pid}/")


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (1, 29):
        for _ in range(rows):
            rated(ada, every(ladder, 3))
            noted(ada, ladder, ["delivery", "vision"], ago(3))
        with django_assert_num_queries(6):  # session, person, place, evidence, standing, check-ins
            show(as_ada, ladder)
