"""The figures over the rows: coverage, rounding, what each side says, what the levels rest on."""

from datetime import date
from fractions import Fraction

import pytest

from ladders.gaps import gap
from ladders.readiness import Coverage, Ground, Grounds, Range, Reading
from ladders.rows import percent
from ladders.standing import Basis, Held
from tests.ladders.charts import DAY, agreed, said, scaled

WAYS = {"pm": "senior", "senior": ""}


@pytest.mark.parametrize(("rated", "weighted"), [(("a", "b", "c"), 100), (("a", "b"), None)])
def test_below_sixty_percent_of_the_weight_there_is_no_percentage(
    rated: tuple[str, ...], weighted: int | None
) -> None:
    chart = scaled(WAYS, {slug: {"pm": "1"} for slug in "abcde"})
    found = gap(chart, "pm", agreed(**dict.fromkeys(rated, 1)), {})
    assert (found.weighted, found.share) == (weighted, Fraction(1))


def test_coverage_goes_by_weight() -> None:
    chart = scaled(WAYS, {"a": {"pm": "1x3"}, "b": {"pm": "1"}, "c": {"pm": "1"}})
    assert gap(chart, "pm", agreed(a=1), {}).coverage == Coverage(1, 3, 3, 5, percent=60, enough=True)
    assert gap(chart, "pm", agreed(b=1, c=1), {}).coverage == Coverage(2, 3, 2, 5, percent=40, enough=False)


@pytest.mark.parametrize(
    ("part", "whole", "rounded"),
    [(0, 7, 0), (7, 7, 100), (1, 200, 1), (1, 201, 0), (1, 8, 13), (3, 8, 38), (2, 3, 67), (1, 3, 33)],
)
def test_percentages_are_rounded_half_up(part: int, whole: int, rounded: int) -> None:
    assert percent(part, whole) == rounded


def test_the_range_shows_what_each_side_alone_says() -> None:
    chart = scaled(WAYS, {"a": {"pm": "2"}, "b": {"pm": "4x2"}, "c": {"pm": "3"}})
    held = {"a": said(5, 1), "b": said(4, 3, 3), "c": said(1)}
    found = gap(chart, "pm", held, {})
    # self: (1 + 2 + 1/3) / 4; manager: (1/2 + 2 × 3/4) / 3
    assert found.range == Range(
        Reading(Basis.SELF, met=2, rated=3, expected=3, weighted=83),
        Reading(Basis.MANAGER, met=0, rated=2, expected=3, weighted=67),
    )


def test_one_side_that_rated_too_little_has_no_percentage_and_none_means_no_range() -> None:
    chart = scaled(WAYS, {"a": {"pm": "2"}, "b": {"pm": "2"}})
    found = gap(chart, "pm", {"a": said(2, 1), "b": said(2)}, {})
    assert found.range is not None
    assert found.range.by_manager == Reading(Basis.MANAGER, met=0, rated=1, expected=2, weighted=None)
    assert gap(chart, "pm", {"a": said(2, None, 2), "b": said(2)}, {}).range is None
    assert gap(chart, "pm", agreed(a=2), {}).range is None


@pytest.mark.parametrize(
    ("held", "grounds"),
    [
        ({"a": said(1, 2, 3)}, Grounds(Ground.AGREED, 1, 0, 0, DAY, DAY)),
        ({"a": said(1)}, Grounds(Ground.SELF, 0, 1, 0, date(2026, 6, 1), date(2026, 6, 1))),
        ({"a": said(None, 2)}, Grounds(Ground.MANAGER, 0, 0, 1, date(2026, 6, 2), date(2026, 6, 2))),
        ({"a": said(1), "b": said(1, 2, 3)}, Grounds(Ground.MIXED, 1, 1, 0, DAY, date(2026, 6, 1))),
    ],
)
def test_what_the_levels_rest_on(held: dict[str, dict[Basis, Held]], grounds: Grounds) -> None:
    assert gap(scaled(WAYS, {"a": {"pm": "3"}, "b": {"pm": "3"}}), "pm", held, {}).grounds == grounds
