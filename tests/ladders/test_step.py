"""The step between two stages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Descriptor, Expectation, Step
from ladders.step import Change, Lines, lines, step, step_lines
from tests.ladders.charts import FORK, scaled, skill, stages_of, texts

WAYS = {"pm": "senior", "senior": ""}
WORDS = Step(stop=("writing every story",), start=("setting direction",))
CHART = scaled(
    WAYS,
    {
        "rises": {"pm": "2", "senior": "4!"},
        "stays": {"pm": "3", "senior": "3"},
        "drops": {"pm": "3", "senior": "1"},
        "new": {"senior": "2"},
        "ended": {"pm": "2"},
        "welcomed": {"senior": "(1)"},
        "unwelcomed": {"pm": "(1)"},
        "nowhere": {},
    },
    stages=stages_of(
        WAYS,
        pm={"does": ("writes", "tests", "ships"), "success": ("ships on time",)},
        senior={"does": ("coaches", "ships", "tests"), "success": ("ships on time", "others grow")},
    ),
    steps={("pm", "senior"): WORDS},
)
UP = step(CHART, "pm", "senior")


def slugs(changes: tuple[Change, ...]) -> list[str]:
    return [change.skill.slug for change in changes]


def groups(written: dict[str, str]) -> list[list[str]]:
    found = step(scaled(WAYS, {"a": written}), "pm", "senior")
    return [slugs(group) for group in (found.rises, found.new, found.stays, found.less, found.ended)]


def test_skills_by_how_they_change() -> None:
    assert [slugs(group) for group in (UP.rises, UP.new, UP.stays, UP.less, UP.ended)] == [
        ["rises"],
        ["new", "welcomed"],
        ["stays"],
        ["drops"],
        ["ended", "unwelcomed"],
    ]
    assert (UP.start, UP.goal) == CHART.stages


def test_a_change_has_the_words_of_both_levels() -> None:
    assert UP.rises == (
        Change(CHART.skill["rises"], Expectation(2), Expectation(4, must=True), "rises 2", "rises 4"),
    )
    assert UP.new[0] == Change(CHART.skill["new"], None, Expectation(2), "", "new 2")
    assert UP.ended[0] == Change(CHART.skill["ended"], Expectation(2), None, "ended 2", "")
    assert (UP.stays[0].same_text, UP.rises[0].same_text) == (True, False)


@pytest.mark.parametrize(
    ("pm", "senior", "group"),
    [
        ("(1)", "1", "rises"),
        ("(2)", "1", "rises"),
        ("(1)", "(2)", "rises"),
        ("(2)", "(2)", "stays"),
        ("2", "2!", "stays"),
        ("2x1", "2x3", "stays"),
        ("(2)", "(1)", "less"),
        ("2", "(2)", "less"),
        ("1", "(2)", "less"),
    ],
)
def test_what_is_required_decides_and_what_is_welcome_only_if_nothing_is(pm: str, senior: str, group: str) -> None:
    names = ["rises", "new", "stays", "less", "ended"]
    assert groups({"pm": pm, "senior": senior}) == [["a"] if name == group else [] for name in names]


def test_words_fall_back_to_the_stage_and_then_to_the_scale() -> None:
    staged = skill("staged", levels={}, at={"senior": Descriptor("at senior")})
    chart = scaled(WAYS, {"staged": {"pm": "2", "senior": "3"}}, skills=[staged])
    change = step(chart, "pm", "senior").rises[0]
    assert (change.start_text, change.goal_text) == ("scale 2", "at senior")


def test_the_work_and_the_success_by_line() -> None:
    assert UP.does == Lines(stop=("writes",), start=("coaches",), keep=("ships", "tests"))
    assert UP.success == Lines(stop=(), start=("others grow",), keep=("ships on time",))


def test_the_keepers_words_belong_to_one_direction() -> None:
    assert (UP.words, step(CHART, "senior", "pm").words) == (WORDS, None)


def test_a_text_ladder_rises_with_new_words_only() -> None:
    chart = texts(
        FORK,
        {
            "more": {"group": "leads", "principal": "masters", "pm": "asks"},
            "same": {"pm": "listens", "group": "listens"},
        },
    )
    up = step(chart, "pm", "group")
    assert (slugs(up.rises), slugs(up.stays)) == (["more"], ["same"])
    across = step(chart, "group", "principal")
    assert [(change.skill.slug, change.same_text) for change in across.stays] == [("more", False)]
    assert slugs(across.ended) == ["same"]
    assert slugs(step(chart, "group", "pm").less) == ["more"]


def test_lines_for_a_command() -> None:
    assert step_lines(CHART, "pm", "senior") == (
        ("rises", "2", "4"),
        ("stays", "3", "3"),
        ("drops", "3", "1"),
        ("new", "-", "2"),
        ("ended", "2", "-"),
        ("welcomed", "-", "(1)"),
        ("unwelcomed", "(1)", "-"),
    )


@pytest.mark.parametrize(("start", "goal"), [("nowhere", "pm"), ("pm", "nowhere")])
def test_an_unknown_stage_is_refused(start: str, goal: str) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        step(CHART, start, goal)
    with pytest.raises(KeyError, match="nowhere"):
        step_lines(CHART, start, goal)


CELLS = st.sampled_from(["1", "2", "3!", "(1)", "(2)"])
MATRIX = st.dictionaries(st.sampled_from("abcd"), st.dictionaries(st.sampled_from(("pm", "senior")), CELLS))


@given(MATRIX)
def test_the_way_back_is_the_mirror_image(matrix: dict[str, dict[str, str]]) -> None:
    chart = scaled(WAYS, matrix)
    up, down = step(chart, "pm", "senior"), step(chart, "senior", "pm")
    assert [slugs(group) for group in (up.rises, up.new, up.stays, up.less, up.ended)] == [
        slugs(group) for group in (down.less, down.ended, down.stays, down.rises, down.new)
    ]


@given(MATRIX)
def test_every_skill_of_the_two_stages_stands_in_one_group(matrix: dict[str, dict[str, str]]) -> None:
    found = step(scaled(WAYS, matrix), "pm", "senior")
    placed = [
        slug for group in (found.rises, found.new, found.stays, found.less, found.ended) for slug in slugs(group)
    ]
    assert sorted(placed) == sorted(slug for slug, row in matrix.items() if row)


TEXTS = st.lists(st.sampled_from("uvwxyz"), unique=True).map(tuple)


@given(TEXTS, TEXTS)
def test_no_line_is_lost(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    found = lines(first, second)
    assert (set(found.stop + found.keep), set(found.start + found.keep)) == (set(first), set(second))
