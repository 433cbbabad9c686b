"""The gap page in words."""

from __future__ import annotations

import pytest

from assessments.figures import sums
from assessments.gap_page import axes, basis, headline, marks, primary, said, strength, weighted
from ladders.chart import Chart, Level
from ladders.needs import All, Miss, Needs, Points, Share
from ladders.standing import Standing
from tests.assessments.pages import page
from tests.assessments.test_cells import WAYS, ids, look
from tests.ladders.charts import CATEGORIES, FORK, NAMES, agreed, scaled, skill, texts
from tests.ladders.charts import said as rated

MISS = "Met when everything that is required is reached. %s may be missed by one level, never a must-have."
WORTH = tuple(Level(n, NAMES[n], points=n * n) for n in range(6))


def chart_of(needs: Needs, **matrix: str) -> Chart:
    expects = {slug: {"pm": written} for slug, written in matrix.items()}
    return ids(scaled(WAYS, expects, needs=needs, scale=WORTH))


def words(html: str) -> str:
    class Answer:
        content = html.encode()

    return page(Answer()).text


@pytest.mark.parametrize(
    ("needs", "held", "head", "sentence"),
    [
        (All(), {"a": 2, "b": 2, "c": 2}, "3 of 3 expectations met", "The stage is met. No must-have is open."),
        (All(), {"a": 1, "b": 2, "c": 2}, "2 of 3 expectations met", "One must-have is open: A."),
        (All(), {"b": 2}, "1 of 3 expectations met",
         "What is not rated yet can decide whether the stage is met. One must-have is open: A."),
        (Share(60), {"a": 2, "b": 2, "c": 0}, "2 of 3 expectations met",
         "The stage is met: it asks for 60 % of the expectations. No must-have is open."),
        (Share(70), {"a": 2, "b": 2, "c": 0}, "2 of 3 expectations met",
         "The stage is not met yet: it asks for 70 % of the expectations. No must-have is open."),
        (Miss(1, 1), {"a": 2, "b": 1, "c": 2}, "2 of 3 expectations met",
         f"The stage is met. {MISS % '1 skill'} No must-have is open."),
        (Miss(2, 1), {"a": 2, "b": 0, "c": 2}, "2 of 3 expectations met",
         f"The stage is not met yet. {MISS % '2 skills'} No must-have is open."),
        (Points(8), {"a": 2, "b": 2, "c": 0}, "8 of 8 points",
         "The stage is met: it asks for 8 points. No must-have is open."),
        (Points(9), {"a": 2, "b": 2, "c": 0}, "8 of 9 points",
         "The stage is not met yet: it asks for 9 points. No must-have is open."),
    ],
)  # fmt: skip
def test_every_rule_in_words(needs: Needs, held: dict[str, int], head: str, sentence: str) -> None:
    chart = chart_of(needs, a="2!", b="2", c="2")
    found = look(chart, "pm", agreed(**held))
    assert (words(headline(found)), words(said(chart, found))) == (head, sentence)


def test_where_nothing_is_expected_it_says_so() -> None:
    found = look(chart_of(All(), a="(2)"), "pm", agreed(a=1))
    assert words(headline(found)) == "Nothing is expected at this stage"
    assert [name for name, _ in marks(found)] == ["Basis", "Freshness"]
    assert list(sums(found)) == []


def test_points_are_a_sum() -> None:
    found = look(chart_of(Points(20), a="2", b="2", c="(1)"), "pm", agreed(a=4, b=1))
    assert dict(sums(found))["Points"] == "16 + 1 = 17 / 20"
    nothing = look(chart_of(Points(20), a="2"), "pm", {})
    assert dict(sums(nothing))["Points"] == "0 = 0 / 20"


@pytest.mark.parametrize(
    ("held", "said_"),
    [
        ({"a": rated(both=1), "b": rated(both=2)}, "agreed, 4 June 2026"),
        ({"a": rated(own=1)}, "your own rating only, 1 June 2026"),
        ({"a": rated(manager=1)}, "your manager's rating only, 2 June 2026"),
        (
            {"a": rated(own=1), "b": rated(both=2), "c": rated(manager=3)},
            "1 agreed, 1 your own, 1 your manager's, 1 June 2026 to 4 June 2026",
        ),
        ({}, "nothing rated"),
    ],
)
def test_whose_word_it_is(held: Standing, said_: str) -> None:
    assert basis(look(chart_of(All(), a="2", b="2", c="2"), "pm", held).gap) == said_


@pytest.mark.parametrize(
    ("count", "text"), [(2, "no percentage: less than 60 % is rated"), (3, "50 % of what is asked")]
)
def test_the_share_from_sixty_per_cent_on(count: int, text: str) -> None:
    chart = chart_of(All(), **dict.fromkeys("abcde", "2"))
    assert weighted(look(chart, "pm", agreed(**dict.fromkeys("abcde"[:count], 1))).gap) == text


def test_the_button() -> None:
    chart = chart_of(All(), a="2", b="2!")
    found = [primary(look(chart, "pm", held).gap) for held in (agreed(a=0, b=1), agreed(a=2), agreed(a=2, b=2))]
    assert [act and act.title for act in found] == ["Note what shows B", "Rate what is unknown", None]


def test_a_strength_is_told_in_the_words_of_the_ladder() -> None:
    chart = chart_of(All(), a="2")
    found = look(chart, "pm", agreed(a=4))
    assert [strength(chart, row, found.gap.stage) for row in found.gap.strengths] == [
        "A: Leading, Contributing is expected"
    ]
    fork = ids(texts(FORK, {"a": {"principal": "x"}, "b": {"director": "y"}}))
    far = look(fork, "principal", agreed(a=4, b=4))
    assert [strength(fork, row, far.gap.stage) for row in far.gap.strengths] == [
        "A: Director, Principal is expected",
        "B: Director, nothing is expected",
    ]


def test_an_axis_is_the_mean_of_its_category_over_what_is_rated() -> None:
    skills = [skill(slug, category=category) for slug, category in (("a", "craft"), ("b", "craft"), ("c", "people"))]
    chart = scaled(WAYS, {"a": {"pm": "4"}, "b": {"pm": "2"}, "c": {"pm": "3"}}, skills=skills, categories=CATEGORIES)
    assert sorted(axes(look(chart, "pm", agreed(a=1)))) == [("Craft", 3.0, 1.0), ("People", 3.0, None)]
