"""The gap to a stage: rows, figures worked out by hand, and what the ladder says about the next level."""

from datetime import date
from fractions import Fraction

import pytest

from ladders.chart import Descriptor, Level
from ladders.gaps import gap, sections
from ladders.needs import Points
from ladders.readiness import Coverage, Freshness, Ground, Grounds, Musts
from ladders.rows import Ahead, Row, State
from ladders.standing import Basis, Held
from tests.ladders.charts import (
    CATEGORIES,
    DAY,
    FORK,
    NAMES,
    agreed,
    by_slug,
    said,
    scaled,
    skill,
    slugs,
    stages_of,
    texts,
)

WAYS = {"pm": "senior", "senior": ""}
# weights 1, 2, 1, 3, 1 of the required skills; the unit is lcm(2, 3, 4) = 12
CHART = scaled(
    WAYS,
    {
        "research": {"pm": "3", "senior": "4"},
        "strategy": {"pm": "2", "senior": "4!x2"},
        "delivery": {"pm": "3", "senior": "3"},
        "business": {"senior": "2x3"},
        "coaching": {"pm": "1", "senior": "3!"},
        "partners": {"senior": "(1)"},
        "reports": {"pm": "2"},
        "drawing": {},
        "idle": {},
    },
)
HELD = agreed(research=4, strategy=3, delivery=5, business=1, partners=0, reports=2, drawing=3)
EVIDENCE = {"research": (0, 1, 0, 2), "strategy": (0, 0, 0, 0), "business": (1, 0, 0, 0)}
SENIOR = gap(CHART, "senior", HELD, EVIDENCE, came_from="pm")
ROWS = by_slug(SENIOR)


def test_a_row_for_every_skill_expected_here_or_before_or_rated() -> None:
    assert [(row.skill.slug, row.need, row.now, row.gap, row.state) for row in SENIOR.rows] == [
        ("research", 4, 4, 0, State.MET),
        ("strategy", 4, 3, 1, State.GROW),
        ("delivery", 3, 5, 0, State.BEYOND),
        ("business", 2, 1, 1, State.GROW),
        ("coaching", 3, None, None, State.UNKNOWN),
        ("partners", 1, 0, 1, State.WELCOME),
        ("reports", None, 2, None, State.EXTRA),
        ("drawing", None, 3, None, State.EXTRA),
    ]


def test_a_row_says_all_that_the_table_shows() -> None:
    assert ROWS["strategy"] == Row(
        skill=CHART.skill["strategy"],
        state=State.GROW,
        need=4,
        now=3,
        required=True,
        must=True,
        weight=2,
        basis=Basis.AGREED,
        as_of=DAY,
        by_self=None,
        by_manager=None,
        unit=12,
        earned=18,
        lift=6,
        lift_percent=7,
        evidence=(0, 0, 0, 0),
        ahead=Ahead(4, "Leading", "strategy 4"),
        came=2,
        new=False,
        less=False,
        points=0,
    )
    assert (ROWS["strategy"].credit, ROWS["strategy"].weighted_credit) == (Fraction(3, 4), Fraction(3, 2))


def test_the_counts() -> None:
    assert (SENIOR.expected, SENIOR.met, SENIOR.grow, SENIOR.unknown) == (5, 2, 2, 1)
    assert SENIOR.musts == Musts(met=0, total=2, open=(ROWS["strategy"], ROWS["coaching"]))
    assert SENIOR.coverage == Coverage(4, 5, weight_rated=7, weight=8, percent=88, enough=True)


def test_the_weighted_figure_is_the_sum_of_its_rows_over_the_rated_weight() -> None:
    # 1 × 4/4 + 2 × 3/4 + 1 × 3/3 + 3 × 1/2 = 5, over a weight of 7
    assert [row.earned for row in SENIOR.rows] == [12, 18, 12, 18, 0, 0, 0, 0]
    assert (SENIOR.earned, SENIOR.unit, SENIOR.share, SENIOR.weighted) == (60, 12, Fraction(5, 7), 71)


def test_what_would_move_it_most_comes_first() -> None:
    # business 3 × 1/2 over 7 = 21 %, strategy 2 × 1/4 over 7 = 7 %
    assert [(row.skill.slug, row.lift, row.lift_percent) for row in SENIOR.moves] == [
        ("business", 18, 21),
        ("strategy", 6, 7),
    ]


def test_of_equal_lifts_must_haves_come_first_then_the_order_of_the_ladder() -> None:
    chart = scaled(
        WAYS, {slug: {"pm": written} for slug, written in zip("abcd", ("2", "2", "2!", "2x2"), strict=True)}
    )
    assert slugs(gap(chart, "pm", agreed(a=1, b=0, c=0, d=1), {}).moves) == ["d", "c", "a", "b"]


def test_strengths_are_beyond_the_stage_or_in_the_upper_half_where_it_expects_nothing() -> None:
    assert slugs(SENIOR.strengths) == ["delivery", "drawing"]


def test_less_is_needed_where_the_stage_before_expected_more_or_something() -> None:
    assert slugs(SENIOR.less) == ["reports"]
    chart = scaled(WAYS, {"a": {"pm": "3", "senior": "2"}, "b": {"pm": "(2)", "senior": "2"}})
    assert slugs(gap(chart, "senior", {}, {}, came_from="pm").less) == ["a"]
    assert gap(chart, "senior", {}, {}).less == ()


def test_new_is_what_the_stage_before_did_not_expect() -> None:
    assert [row.skill.slug for row in SENIOR.rows if row.new] == ["business", "partners"]
    assert [row for row in gap(CHART, "senior", HELD, {}).rows if row.new] == []


def test_freshness_counts_credit_and_skills_with_evidence() -> None:
    # 12 + 18 of 60 parts; of the two skills met, one has evidence
    assert SENIOR.freshness == Freshness(percent=50, met=1)
    assert [row.skill.slug for row in SENIOR.rows if row.fresh] == ["research", "business"]
    assert ROWS["delivery"].evidence == (0, 0, 0, 0)


def test_freshness_is_none_when_nothing_is_credited() -> None:
    assert gap(CHART, "senior", {}, EVIDENCE).freshness == Freshness(percent=None, met=0)
    assert gap(CHART, "senior", agreed(research=0), EVIDENCE).freshness == Freshness(percent=None, met=0)


def test_nobody_has_rated_anything() -> None:
    found = gap(CHART, "senior", {}, {})
    assert (found.met, found.grow, found.unknown, found.weighted, found.share) == (0, 0, 5, None, None)
    assert found.coverage == Coverage(0, 5, weight_rated=0, weight=8, percent=0, enough=False)
    assert (found.range, found.moves, found.strengths) == (None, (), ())
    assert found.grounds == Grounds(Ground.NONE, 0, 0, 0, None, None)
    assert [row.lift_percent for row in found.rows] == [None] * 6


def test_a_stage_that_requires_nothing() -> None:
    found = gap(scaled(WAYS, {"a": {"pm": "(2)"}}), "pm", agreed(a=1), {})
    assert (found.expected, found.met, found.weighted, found.musts) == (0, 0, None, Musts(0, 0, ()))
    assert found.coverage == Coverage(0, 0, weight_rated=0, weight=0, percent=None, enough=False)
    assert (found.grounds.kind, found.grounds.agreed) == (Ground.AGREED, 1)


def test_level_zero_is_rated_and_earns_nothing() -> None:
    found = gap(scaled(WAYS, {"a": {"pm": "2"}}), "pm", agreed(a=0), {})
    assert (found.grow, found.unknown, found.weighted, found.rows[0].gap) == (1, 0, 0, 2)
    assert found.moves[0].lift_percent == 50


@pytest.mark.parametrize(
    ("ratings", "now", "basis", "as_of"),
    [
        (said(2, 3, 4), 4, Basis.AGREED, DAY),
        (said(2, 3), 2, Basis.SELF, date(2026, 6, 1)),
        (said(None, 3), 3, Basis.MANAGER, date(2026, 6, 2)),
        (said(2), 2, Basis.SELF, date(2026, 6, 1)),
        (said(), None, None, None),
    ],
)
def test_what_was_agreed_counts_then_the_own_level_then_the_managers(
    ratings: dict[Basis, Held], now: int | None, basis: Basis | None, as_of: date | None
) -> None:
    row = gap(scaled(WAYS, {"a": {"pm": "3"}}), "pm", {"a": ratings}, {}).rows[0]
    assert (row.now, row.basis, row.as_of) == (now, basis, as_of)
    marks = [ratings[side].level if side in ratings else None for side in (Basis.SELF, Basis.MANAGER)]
    assert [row.by_self, row.by_manager] == marks


def test_the_next_level_is_the_next_one_the_ladder_describes() -> None:
    sparse = skill("sparse", levels={3: Descriptor("three", name="Guide"), 5: Descriptor("five")})
    at_stage = skill("staged", levels={}, at={"pm": Descriptor("at pm")})
    bare = skill("bare", levels={})
    chart = scaled(WAYS, {s: {"pm": "4"} for s in ("sparse", "staged", "bare")}, skills=[sparse, at_stage, bare])
    rows = by_slug(gap(chart, "pm", agreed(sparse=1, staged=1, bare=1), {}))
    assert rows["sparse"].ahead == Ahead(3, "Guide", "three")
    assert rows["staged"].ahead == Ahead(4, "Leading", "at pm")
    assert rows["bare"].ahead == Ahead(2, "Contributing", "scale 2")
    assert by_slug(gap(chart, "pm", agreed(sparse=3), {}))["sparse"].ahead == Ahead(4, "Leading", "scale 4")
    assert [row.ahead for row in gap(chart, "pm", agreed(sparse=4, staged=5), {}).rows] == [None, None, None]


def test_core_skills_are_must_haves_where_they_are_required() -> None:
    core = skill("core", core=True)
    chart = scaled(WAYS, {"core": {"pm": "2", "senior": "(3)"}}, skills=[core])
    found = [gap(chart, stage, {}, {}) for stage in ("pm", "senior")]
    assert [(each.rows[0].must, each.musts.total) for each in found] == [(True, 1), (False, 0)]


def test_what_is_only_shown_is_not_counted() -> None:
    shown = [skill("shown", rated=False), skill("fact", category="facts"), skill("asked", category="craft")]
    chart = scaled(WAYS, {s.slug: {"pm": "2"} for s in shown}, skills=shown, categories=CATEGORIES)
    found = gap(chart, "pm", agreed(shown=2, fact=2, asked=2), {})
    assert (slugs(found.rows), found.expected, found.coverage.weight) == (["asked"], 1, 1)


def test_a_ladder_of_points_has_a_row_for_every_skill() -> None:
    worth = tuple(Level(n, NAMES[n], points=p) for n, p in ((0, 0), (1, 1), (2, 3), (4, 12)))
    chart = scaled(WAYS, {"a": {}, "b": {}, "c": {}}, needs=Points(5), scale=worth)
    assert [(row.now, row.points) for row in gap(chart, "pm", agreed(a=2, b=3), {}).rows] == [
        (2, 3),
        (3, 3),
        (None, 0),
    ]


@pytest.mark.parametrize("stages", [("nowhere", None), ("pm", "nowhere")])
def test_an_unknown_stage_is_refused(stages: tuple[str, str | None]) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        gap(CHART, stages[0], {}, {}, came_from=stages[1])


def test_on_a_text_ladder_levels_are_stages_on_the_way() -> None:
    chart = texts(FORK, {"users": {"pm": "asks", "principal": "masters"}, "lead": {"group": "leads"}})
    found = gap(chart, "principal", agreed(users=1, lead=3), {})
    assert [(row.skill.slug, row.need, row.now, row.gap, row.state) for row in found.rows] == [
        ("users", 3, 1, 2, State.GROW),
        ("lead", None, 3, None, State.EXTRA),
    ]
    assert found.rows[0].ahead == Ahead(3, "Principal", "masters")
    assert (found.weighted, slugs(found.strengths)) == (33, ["lead"])


def test_on_a_text_ladder_the_next_words_can_lie_on_the_way() -> None:
    chart = texts(FORK, {"users": {"senior": "plans", "director": "leads"}})
    row = gap(chart, "director", agreed(users=0), {}).rows[0]
    assert (row.gap, row.ahead) == (4, Ahead(2, "Senior", "plans"))


def test_sections_put_what_is_open_first() -> None:
    skills = [
        *(skill(slug, category="craft") for slug in ("met", "must", "beyond")),
        *(skill(slug, category="people") for slug in ("done", "unknown", "small", "great", "welcome")),
        skill("loose"),
    ]
    matrix = {"met": "2", "must": "2!", "beyond": "2", "done": "1", "unknown": "3", "small": "3x4", "great": "4"}
    chart = scaled(
        WAYS,
        {slug: {"pm": level} for slug, level in matrix.items()} | {"welcome": {"pm": "(2)"}, "loose": {"pm": "1"}},
        skills=skills,
        categories=CATEGORIES,
    )
    held = agreed(met=2, must=2, beyond=5, done=1, small=2, great=1, welcome=1, loose=1)
    parts = sections(chart, gap(chart, "pm", held, {}))
    assert [(part.category and part.category.slug, slugs(part.rows), part.met, part.expected) for part in parts] == [
        ("people", ["small", "great", "unknown", "welcome", "done"], 1, 4),
        ("craft", ["must", "met", "beyond"], 3, 3),
        (None, ["loose"], 1, 1),
    ]


def test_the_stages_own_rule_stands_before_the_ladders() -> None:
    own = stages_of(WAYS, pm={"needs": Points(3)})
    chart = scaled(WAYS, {"a": {"pm": "1"}}, stages=own)
    assert [gap(chart, stage, {}, {}).needs for stage in WAYS] == [Points(3), chart.needs]
