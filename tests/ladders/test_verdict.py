"""Whether a stage is met: the four rules, what is not known yet, and laws that hold for each rule."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ladders.chart import Chart, Level
from ladders.gaps import gap
from ladders.needs import All, Miss, Needs, Points, Share
from ladders.verdict import Verdict, verdict
from tests.ladders.charts import NAMES, agreed, scaled, skill, stages_of, texts

WAYS = {"pm": "senior", "senior": ""}
MILESTONES = tuple(Level(n, NAMES[n], points=p) for n, p in enumerate((0, 1, 3, 6, 12, 20)))


def judged(needs: Needs, wanted: str, levels: str, **more: Any) -> Verdict:
    """The verdict on skills a, b, c … expected as in `wanted`, held as in `levels` (`?`: not rated)."""
    matrix = {slug: {"pm": cell} for slug, cell in zip("abcdefgh", wanted.split(), strict=False)}
    chart = scaled(WAYS, matrix, needs=needs, **more)
    held = {slug: int(level) for slug, level in zip("abcdefgh", levels.split(), strict=False) if level != "?"}
    return verdict(chart, gap(chart, "pm", agreed(**held), {}))


def score(found: Verdict) -> tuple[bool | None, int, int]:
    return found.met, found.have, found.need


@pytest.mark.parametrize(
    ("wanted", "levels", "result"),
    [
        ("2 3", "2 4", (True, 2, 2)),
        ("2 3", "2 2", (False, 1, 2)),
        ("2 3", "2 ?", (None, 1, 2)),
        ("2 3", "1 ?", (False, 0, 2)),
        ("2 (3)", "2 1", (True, 1, 1)),
        ("2 (3)", "2 ?", (True, 1, 1)),
        ("", "", (True, 0, 0)),
    ],
)
def test_all(wanted: str, levels: str, result: tuple[bool | None, int, int]) -> None:
    assert score(judged(All(), wanted, levels)) == result


@pytest.mark.parametrize(
    ("percent", "wanted", "levels", "result"),
    [
        (80, "2 2 2 2 2", "2 2 2 2 1", (True, 4, 4)),
        (80, "2 2 2 2 2", "2 2 2 1 1", (False, 3, 4)),
        (81, "2 2 2 2 2", "2 2 2 2 1", (False, 4, 5)),
        (80, "2 2 2 2 2", "2 2 2 1 ?", (None, 3, 4)),
        (80, "2 2 2 2 2", "2 2 2 2 ?", (True, 4, 4)),
        (80, "2! 2 2 2 2", "1 2 2 2 2", (False, 4, 4)),
        (80, "2! 2 2 2 2", "? 2 2 2 2", (None, 4, 4)),
        (50, "2 2 2", "2 1 1", (False, 1, 2)),
    ],
)
def test_share(percent: int, wanted: str, levels: str, result: tuple[bool | None, int, int]) -> None:
    assert score(judged(Share(percent), wanted, levels)) == result


@pytest.mark.parametrize(
    ("points", "levels", "result"),
    [
        (9, "2 3 0", (True, 9, 9)),
        (10, "2 3 0", (False, 9, 10)),
        (29, "2 3 ?", (None, 9, 29)),
        (30, "2 3 ?", (False, 9, 30)),
        (9, "2 3 ?", (True, 9, 9)),
        (0, "? ? ?", (True, 0, 0)),
    ],
)
def test_points_are_those_of_the_levels_over_all_rated_skills(
    points: int, levels: str, result: tuple[bool | None, int, int]
) -> None:
    skills = [skill(slug) for slug in "abc"]
    assert score(judged(Points(points), "", levels, skills=skills, scale=MILESTONES)) == result


def test_points_count_skills_beyond_the_expected_ones_and_must_haves_still_hold() -> None:
    skills = [skill(slug) for slug in "ab"]
    short = judged(Points(6), "2!", "1 3", skills=skills, scale=MILESTONES)
    assert (score(short), [row.skill.slug for row in short.missing], short.musts) == ((False, 7, 6), ["a"], False)
    assert score(judged(Points(6), "2!", "2 3", skills=skills, scale=MILESTONES)) == (True, 9, 6)


def test_an_unrated_skill_brings_no_points_even_where_level_zero_has_some() -> None:
    scale = (Level(0, "None", points=5), Level(1, "Some", points=6))
    assert score(judged(Points(6), "", "0 ?", skills=[skill("a"), skill("b")], scale=scale)) == (None, 5, 6)


@pytest.mark.parametrize(
    ("rule", "wanted", "levels", "result"),
    [
        (Miss(1, 1), "3 3 3", "3 3 2", (True, 2, 2)),
        (Miss(1, 1), "3 3 3", "3 3 1", (False, 2, 2)),
        (Miss(1, 2), "3 3 3", "3 3 1", (True, 2, 2)),
        (Miss(1, 1), "3 3 3", "3 2 2", (False, 1, 2)),
        (Miss(1, 1), "3 3 3!", "3 3 2", (False, 2, 2)),
        (Miss(1, 1, 1), "3 3 3", "3 3 2", (False, 2, 2)),
        (Miss(1, 1, 1), "3 3 3", "3 4 2", (True, 2, 2)),
        (Miss(1, 1, 1), "3 3 3", "3 3 3", (True, 3, 2)),
        (Miss(1, 1), "3 3 3", "3 3 ?", (None, 2, 2)),
        (Miss(1, 3), "3 3 3", "3 3 ?", (True, 2, 2)),
        (Miss(1, 1, 1), "3 3 3", "3 2 ?", (None, 1, 2)),
        (Miss(1, 1, 2), "3 3 3", "3 2 ?", (False, 1, 2)),
        (Miss(1, 1, 1), "3 3 5", "3 2 ?", (False, 1, 2)),
        (Miss(5, 1), "3 3", "2 2", (True, 0, 0)),
    ],
)
def test_miss(rule: Miss, wanted: str, levels: str, result: tuple[bool | None, int, int]) -> None:
    assert score(judged(rule, wanted, levels)) == result


def test_a_verdict_names_what_is_missing_and_what_is_not_known() -> None:
    found = judged(All(), "2 3 4! 1 (1)", "1 4 ? 2 0")
    assert [row.skill.slug for row in found.missing] == ["a"]
    assert [row.skill.slug for row in found.unknown] == ["c"]
    assert (found.needs, found.exceeded, found.musts) == (All(), 2, False)


def test_with_points_every_skill_that_is_not_rated_is_not_known() -> None:
    found = judged(Points(99), "2", "? 3 ?", skills=[skill("b"), skill("c")], scale=MILESTONES)
    assert [row.skill.slug for row in found.unknown] == ["a", "c"]


def test_the_stages_own_rule_decides() -> None:
    own = stages_of(WAYS, pm={"needs": Share(50)})
    assert score(judged(All(), "2 2", "2 1", stages=own)) == (True, 1, 1)


def test_a_text_ladder_is_judged_by_depth() -> None:
    chart = texts(WAYS, {"users": {"senior": "leads"}, "words": {"senior": "writes"}})
    assert score(verdict(chart, gap(chart, "senior", agreed(users=2), {}))) == (None, 1, 2)
    assert score(verdict(chart, gap(chart, "senior", agreed(users=2, words=1), {}))) == (False, 1, 2)


CELLS = st.sampled_from(["1", "2", "3", "4", "5", "2!", "4!", "(2)"])
CHARTS = st.builds(
    lambda cells, needs: scaled(
        WAYS,
        {slug: {"pm": cell} for slug, cell in cells.items()},
        needs=needs,
        scale=MILESTONES,
        skills=[skill("z")],
    ),
    st.dictionaries(st.sampled_from("abcd"), CELLS),
    st.one_of(
        st.just(All()),
        st.builds(Share, st.integers(1, 100)),
        st.builds(Points, st.integers(0, 80)),
        st.builds(Miss, st.integers(0, 3), st.integers(1, 3), st.integers(0, 2)),
    ),
)
LEVELS = st.dictionaries(st.sampled_from("abcdz"), st.integers(0, 5))
ORDER = (False, None, True)


def met(chart: Chart, levels: dict[str, int]) -> bool | None:
    return verdict(chart, gap(chart, "pm", agreed(**levels), {})).met


@given(CHARTS, LEVELS, st.data())
def test_a_verdict_is_never_taken_back_by_rating_what_was_unknown(
    chart: Chart, levels: dict[str, int], data: st.DataObject
) -> None:
    before = met(chart, levels)
    assume(before is not None)
    blank = [one.slug for one in chart.skills if one.slug not in levels]
    filled = {slug: data.draw(st.integers(0, 5), label=slug) for slug in blank}
    assert met(chart, levels | filled) is before


@given(CHARTS, LEVELS)
def test_not_known_means_that_it_can_go_either_way(chart: Chart, levels: dict[str, int]) -> None:
    assume(met(chart, levels) is None)
    blank = [one.slug for one in chart.skills if one.slug not in levels]
    assert met(chart, levels | dict.fromkeys(blank, 0)) is False
    assert met(chart, levels | dict.fromkeys(blank, 5)) is True


@given(CHARTS, LEVELS.filter(bool), st.data())
def test_a_higher_level_never_makes_it_worse(chart: Chart, levels: dict[str, int], data: st.DataObject) -> None:
    slug = data.draw(st.sampled_from(sorted(levels)))
    higher = levels | {slug: min(levels[slug] + 1, 5)}
    assert ORDER.index(met(chart, higher)) >= ORDER.index(met(chart, levels))


@given(CHARTS, LEVELS)
def test_everything_at_the_top_meets_every_rule_but_too_many_points(chart: Chart, levels: dict[str, int]) -> None:
    best = {one.slug: 5 for one in chart.skills}
    rule = chart.needs
    enough = not isinstance(rule, Points) or rule.points <= 20 * len(chart.skills)
    assert met(chart, levels | best) is enough
