"""Laws that hold for the gap on any ladder, with any ratings."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Chart
from ladders.compare import compare
from ladders.gaps import gap
from ladders.readiness import Freshness
from ladders.standing import Basis, Held
from ladders.trend import trend
from tests.ladders.charts import DAY, agreed, by_slug, said, scaled, slugs

WAYS = {"pm": "senior", "senior": ""}
SLUGS = ("a", "b", "c", "d", "e", "f")
CELLS = st.builds(
    lambda level, required, must, weight: f"{level}{'!' * must}x{weight}" if required else f"({level})x{weight}",
    st.integers(1, 5),
    st.booleans(),
    st.booleans(),
    st.integers(1, 3),
)
CHARTS = st.dictionaries(
    st.sampled_from(SLUGS), st.dictionaries(st.sampled_from(("pm", "senior")), CELLS), min_size=1
).map(lambda matrix: scaled(WAYS, matrix))
LEVELS = st.none() | st.integers(0, 5)
STANDINGS = st.dictionaries(st.sampled_from(SLUGS), st.builds(said, LEVELS, LEVELS, LEVELS))
COUNTS = st.dictionaries(st.sampled_from(SLUGS), st.tuples(*[st.integers(0, 3)] * 4))
Ratings = dict[str, dict[Basis, Held]]


@given(CHARTS, STANDINGS, COUNTS)
def test_every_total_is_the_sum_of_its_rows(chart: Chart, held: Ratings, evidence: Any) -> None:
    found = gap(chart, "senior", held, evidence, came_from="pm")
    required = [row for row in found.rows if row.required]
    rated = [row for row in required if row.now is not None]
    assert found.expected == len(required) == found.met + found.grow + found.unknown
    assert found.met == sum(row.met for row in required)
    assert found.earned == sum(row.earned for row in found.rows)
    assert Fraction(found.earned, found.unit) == sum(row.weight * (row.credit or 0) for row in rated)
    assert found.coverage.weight_rated == sum(row.weight for row in rated)
    assert (found.coverage.rated, found.coverage.weight) == (len(rated), sum(row.weight for row in required))
    assert found.grounds.agreed + found.grounds.by_self + found.grounds.by_manager == len(
        rated if required else [row for row in found.rows if row.now is not None]
    )


@given(CHARTS, STANDINGS)
def test_figures_stay_in_their_bounds(chart: Chart, held: Ratings) -> None:
    found = gap(chart, "senior", held, {})
    assert 0 <= found.met <= found.coverage.rated <= found.expected
    assert 0 <= (found.share or 0) <= 1
    assert 0 <= (found.coverage.percent or 0) <= 100
    assert found.freshness == (Freshness(0, 0) if found.earned else Freshness(None, 0))


@given(CHARTS, STANDINGS)
def test_every_must_have_is_counted_as_met_or_named(chart: Chart, held: Ratings) -> None:
    found = gap(chart, "senior", held, {})
    wanted = {slug for slug, e in chart.expects.get("senior", {}).items() if e.must and e.required}
    met = {row.skill.slug for row in found.rows if row.must and row.met}
    assert met | set(slugs(found.musts.open)) == wanted
    assert (found.musts.met, found.musts.total) == (len(met), len(wanted))


@given(CHARTS, STANDINGS, st.sampled_from(SLUGS), st.integers(0, 5))
def test_one_rating_more_never_lowers_the_coverage(chart: Chart, held: Ratings, slug: str, level: int) -> None:
    before = gap(chart, "senior", held, {}).coverage
    after = gap(chart, "senior", {slug: said(level)} | {s: r for s, r in held.items() if r}, {}).coverage
    assert (after.rated, after.weight_rated) >= (before.rated, before.weight_rated)
    assert (after.expected, after.weight) == (before.expected, before.weight)


@given(CHARTS, st.dictionaries(st.sampled_from(SLUGS), st.integers(0, 4), min_size=1), st.data())
def test_one_level_more_adds_exactly_its_lift_and_never_takes(
    chart: Chart, levels: dict[str, int], data: Any
) -> None:
    slug = data.draw(st.sampled_from(sorted(levels)))
    before = gap(chart, "senior", agreed(**levels), {})
    after = gap(chart, "senior", agreed(**levels | {slug: levels[slug] + 1}), {})
    row = by_slug(before).get(slug)
    whole = before.unit * before.coverage.weight_rated
    gained = Fraction(row.lift, whole) if row and whole else 0
    assert (after.share or 0) - (before.share or 0) == gained >= 0
    assert after.met >= before.met
    assert (row in before.moves) is (gained > 0)


@given(CHARTS, STANDINGS)
def test_a_comparison_says_the_same_as_the_gap(chart: Chart, held: Ratings) -> None:
    total = compare(chart, ["senior"], held).totals[0]
    found = gap(chart, "senior", held, {})
    assert (total.expected, total.met, total.unknown) == (found.expected, found.met, found.unknown)
    assert (total.musts, total.musts_met) == (found.musts.total, found.musts.met)


@given(CHARTS, STANDINGS)
def test_a_trend_says_the_same_as_the_gap(chart: Chart, held: Ratings) -> None:
    found = gap(chart, "senior", held, {})
    levels = {row.skill.slug: row.now for row in found.rows if row.now is not None}
    line = trend(chart, "senior", [(DAY, levels)])
    assert (line.expected, line.met, line.rated) == (found.expected, (found.met,), (found.coverage.rated,))
