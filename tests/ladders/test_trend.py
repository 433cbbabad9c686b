"""Expectations met over time, by category."""

from datetime import date

from ladders.trend import Line, trend
from tests.ladders.charts import CATEGORIES, scaled, skill

WAYS = {"pm": "senior", "senior": ""}


def test_a_trend_counts_by_category_and_in_all() -> None:
    skills = [skill("a", category="craft"), skill("b", category="craft"), skill("c", category="people")]
    chart = scaled(
        WAYS,
        {"a": {"pm": "2"}, "b": {"pm": "3"}, "c": {"pm": "1"}, "d": {"pm": "(1)"}},
        skills=skills,
        categories=CATEGORIES,
    )
    early, late = date(2025, 12, 1), date(2026, 6, 1)
    found = trend(chart, "pm", [(late, {"a": 2, "b": 3, "c": 0, "d": 4}), (early, {"a": 2})])
    assert (found.days, found.expected, found.met, found.rated) == ((early, late), 3, (1, 2), (1, 3))
    assert found.lines == (
        Line(CATEGORIES[0], 2, met=(1, 2), rated=(1, 2)),
        Line(CATEGORIES[1], 1, met=(0, 0), rated=(0, 1)),
    )
