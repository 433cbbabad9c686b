"""The body of the table of expectations."""

from __future__ import annotations

import re
from dataclasses import replace

from ladders.chart import Category, Chart, Skill
from ladders.pictures.matrix import matrix
from tests.ladders.charts import CATEGORIES, scaled, skill, texts
from tests.ladders.pages import said

WAYS = {"pm": "senior", "senior": ""}


def href(skill: Skill) -> str:
    return f"/{skill.slug}/?a&b"


def table(chart: Chart) -> list[list[list[str]]]:
    """The cells by body and row."""
    bodies = re.findall(r"<tbody.*?</tbody>", matrix(chart, href))
    return [
        [[said(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in re.findall(r"<tr.*?</tr>", body)]
        for body in bodies
    ]


def test_levels_by_category() -> None:
    skills = [skill("a", category="craft"), skill("b", category="people"), skill("c")]
    chart = scaled(
        WAYS,
        {"a": {"pm": "2", "senior": "3!"}, "b": {"senior": "(1)"}, "c": {"pm": "4"}},
        skills=skills,
        categories=CATEGORIES,
    )
    assert table(chart) == [
        [["Craft"], ["A", "2", "3 must-have"]],
        [["People"], ["B", "–", "(1)"]],
        [["Other skills"], ["C", "4", "–"]],
    ]


def test_a_ladder_without_categories_has_no_headings() -> None:
    assert table(scaled(WAYS, {"a": {"pm": "1"}})) == [[["A", "1", "–"]]]


def test_a_text_ladder_says_where_a_skill_is_described() -> None:
    assert table(texts(WAYS, {"a": {"pm": "does"}})) == [[["A", "● described", "–"]]]


def test_no_skills_no_table() -> None:
    assert matrix(scaled(WAYS, {}), href) == ""


def test_words_from_the_file_are_escaped() -> None:
    odd = Category("x", "<C>")
    skills = [replace(skill("a"), title="<A>", category="x")]
    html = matrix(scaled(WAYS, {}, skills=skills, categories=(odd,)), href)
    assert re.findall(r"<(?:C|A)>", html) == []
    assert '<a href="/a/?a&amp;b">&lt;A&gt;</a>' in html


def test_rows_are_as_wide_as_the_ladder() -> None:
    html = matrix(scaled(WAYS, {}, skills=[skill("a", category="craft")], categories=CATEGORIES), href)
    assert re.findall(r'colspan="(\d+)"', html) == ["3"]
