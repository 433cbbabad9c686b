"""What repeats for every skill is prepared as HTML: safe, whole, in the words of the ladder."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from django.http import HttpResponse

from assessments.cells import Rails, compared, movers, progress_rail
from assessments.figures import decimal, number, table_columns, table_rows
from assessments.outlook import Outlook
from assessments.quarters import Quarters
from ladders.chart import Category, Chart
from ladders.compare import compare
from ladders.gaps import gap, sections
from ladders.needs import All, Points
from ladders.standing import Standing
from ladders.trend import trend
from ladders.verdict import verdict
from people.models import Person
from tests.assessments.litany import answer, draft
from tests.assessments.pages import Node, page
from tests.ladders.charts import CATEGORIES, DAY, FORK, agreed, said, scaled, skill, texts

EVIL = "<b>R&D</b> {0} %s"
PID = "A" * 16


WAYS = {"pm": "senior", "senior": ""}


def ids(chart: Chart, title: str = "") -> Chart:
    """The chart with public ids of the form that urls take; `title`: what each skill is called."""
    skills = tuple(
        replace(one, pid=PID[:-1] + "BCDEFGHJ"[n], title=title or one.title) for n, one in enumerate(chart.skills)
    )
    return replace(chart, skills=skills, ladder=PID)


def look(chart: Chart, stage: str, held: Standing, came_from: str | None = None) -> Outlook:
    found = gap(chart, stage, held, {}, came_from=came_from)
    return Outlook(found, verdict(chart, found), sections(chart, found), trend(chart, stage, []), Quarters.until(DAY))


def tree(html: str) -> Node:
    return page(HttpResponse(html))


def cells(html: str) -> list[list[str]]:
    return [[cell.text for cell in row if cell.tag in ("th", "td")] for row in tree(html).all("tr")]


def says(chart: Chart, stage: str, held: Standing) -> dict[str, str]:
    rows = tree(Rails(chart, look(chart, stage, held)).groups()).all("li", "rail-row")
    return {row.attrs["id"]: row.one("p", "says").text for row in rows}


def test_a_rail_says_what_is_needed_and_what_is_there() -> None:
    matrix = {"a": "4!", "b": "3", "c": "(2)", "d": "(2)", "e": "2"}
    chart = ids(scaled(WAYS, {slug: {"pm": written} for slug, written in matrix.items()}))
    assert says(chart, "pm", agreed(a=3, c=1, e=5)) == {
        "a": "needs 4, now 3",
        "b": "needs 3, not rated",
        "c": "welcome 2, now 1",
        "d": "welcome 2, not rated",
        "e": "needs 2, now 5",
    }


def test_on_a_text_ladder_levels_are_the_names_of_stages() -> None:
    chart = ids(texts(FORK, {s: {"senior": "x", "principal": "y", "director": "z"} for s in ("a", "b", "c", "d")}))
    assert says(chart, "principal", agreed(a=0, b=2, c=4)) == {
        "a": "needs Principal, now not yet",
        "b": "needs Principal, now Senior",
        "c": "needs Principal, now Director",
        "d": "needs Principal, not rated",
    }


def test_titles_are_text_and_not_patterns() -> None:
    category = Category("craft", EVIL)
    matrix = {"a": {"pm": "3!"}}
    chart = ids(scaled(WAYS, matrix, skills=[skill("a", category="craft")], categories=(category,)), title=EVIL)
    found = look(chart, "pm", agreed(a=1))
    group = tree(Rails(chart, found).groups())
    assert group.one("h3").text == f"{EVIL} 0 of 1"
    assert group.one("h4").one("a").text == EVIL
    assert group.one("h4").one("a").attrs["href"] == f"/ladders/{PID}/skills/{chart.skills[0].pid}/"
    assert cells(table_rows(found))[0][0] == EVIL
    assert tree(movers(found)).one("a").text == EVIL
    rows = cells(compared(chart, compare(chart, ["pm"], agreed(a=1))))
    assert rows == [[EVIL, "1", "3 to grow must-have"]]


def test_categories_without_expectations_have_no_heading() -> None:
    skills = [skill("a", category="craft"), skill("b", category="people")]
    chart = ids(scaled(WAYS, {"a": {"pm": "3"}, "b": {"senior": "3"}}, skills=skills, categories=CATEGORIES))
    found = look(chart, "pm", agreed(a=1, b=4))
    assert [head.text for head in tree(Rails(chart, found).groups()).all("h3")] == ["Craft 0 of 1"]


def test_what_would_move_it_most_names_at_most_four_and_what_is_unknown() -> None:
    chart = ids(scaled(WAYS, {slug: {"pm": "2"} for slug in "abcdefg"}))
    found = look(chart, "pm", agreed(a=1, b=1, c=0, d=0, e=0))
    assert [item.text for item in tree(movers(found)).all("li")] == [
        "A, one step: +10 %",
        "B, one step: +10 %",
        "C, one step: +10 %",
        "D, one step: +10 %",
        "Rating the 2 skills that are unknown",
    ]
    few = look(chart, "pm", agreed(a=1))
    assert [item.text for item in tree(movers(few)).all("li")] == [
        "A, one step",
        "Rating the 6 skills that are unknown",
    ]
    assert movers(look(chart, "pm", agreed(**dict.fromkeys("abcdefg", 2)))) == ""


def test_a_table_of_points_has_every_skill_and_what_it_brings() -> None:
    scale = tuple(type(level)(level.number, level.name, points=3 * level.number) for level in scaled(WAYS, {}).scale)
    chart = scaled(WAYS, {"a": {"pm": "2"}, "b": {}, "c": {}}, needs=Points(9), scale=scale)
    found = look(chart, "pm", agreed(a=1, b=2))
    assert table_columns(found)[-2:] == ["Points", "Evidence, 12 months"]
    assert [(row[0], row[1], row[2], row[-2]) for row in cells(table_rows(found))] == [
        ("A", "2", "1", "3"),
        ("B", "–", "2", "6"),
        ("C", "–", "–", "–"),
    ]


def test_whose_level_it_is_stands_in_the_table_once_both_have_rated() -> None:
    chart = scaled(WAYS, {"a": {"pm": "2"}, "b": {"pm": "2"}}, needs=All())
    one, both = look(chart, "pm", {"a": said(1)}), look(chart, "pm", {"a": said(1, 3), "b": said(None, 2)})
    assert [len(table_columns(found)) for found in (one, both)] == [12, 14]
    assert [len(row) for found in (one, both) for row in cells(table_rows(found))] == [12, 12, 14, 14]
    assert [row[2:5] for row in cells(table_rows(both))] == [["1", "1", "3"], ["2", "–", "2"]]


def test_numbers() -> None:
    assert [decimal(Fraction(*part)) for part in ((1, 1), (3, 2), (2, 3), (0, 1), (20, 1))] == [
        "1",
        "1.5",
        "0.667",
        "0",
        "20",
    ]
    assert [number(value) for value in (None, 0, 3)] == ["–", "0", "3"]


def test_the_list_beside_the_question(ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"delivery": 3})
    rail = tree(progress_rail(sheet, sheet.questions[1]))
    assert [head.text for head in rail.all("h2")] == [category.title for category in ladder.categories]
    assert [link.attrs["href"].split("/")[4] for link in rail.all("a")] == [q.skill.pid for q in sheet.questions]
    assert [link.text for link in rail.all("a", "done")] == ["Execution and delivery, rated"]
    assert [link.text for link in rail.all("a") if link.attrs.get("aria-current") == "step"] == ["Customer empathy"]
