"""The ways of a ladder: depths, roots, forks, ends, shortest ways, cycles; and levels named after stages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Expectation
from ladders.rungs import level_title, path_to, rungs, text_expects
from ladders.shape import cycle, depths, ends, forks, reachable, roots, way, way_to
from tests.ladders.charts import FORK, scaled, stages_of, texts

Graph = dict[str, list[str]]

LINE: Graph = {"a": ["b"], "b": ["c"], "c": []}
DIAMOND: Graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"], "e": []}
SHORTCUT: Graph = {"a": ["b", "c"], "b": ["c"], "c": []}
LONG: Graph = {f"s{n}": [f"s{n + 1}"] if n < 4999 else [] for n in range(5000)}


@pytest.mark.parametrize(
    ("ways", "deep"),
    [
        ({}, {}),
        (LINE, {"a": 1, "b": 2, "c": 3}),
        (DIAMOND, {"a": 1, "b": 2, "c": 2, "d": 3, "e": 4}),
        (SHORTCUT, {"a": 1, "b": 2, "c": 3}),
        ({"late": [], "first": ["late"], "alone": []}, {"late": 2, "first": 1, "alone": 1}),
    ],
)
def test_a_stage_is_one_deeper_than_the_deepest_that_leads_on_to_it(ways: Graph, deep: dict[str, int]) -> None:
    assert depths(ways) == deep


def test_depths_keep_the_order_of_the_ladder() -> None:
    assert list(depths({"late": [], "first": ["late"]})) == ["late", "first"]


def test_a_very_long_ladder_is_no_trouble() -> None:
    assert depths(LONG)["s4999"] == 5000
    assert len(way(LONG, "s0", "s4999")) == 5000
    assert cycle(LONG) == []
    assert cycle(LONG | {"s4999": ["s0"]})[-1] == "s0"


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        ({}, []),
        (LINE, []),
        (DIAMOND, []),
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["b", "c", "b"]),
        ({"x": [], "a": ["x", "b"], "b": ["x", "a"]}, ["a", "b", "a"]),
    ],
)
def test_one_cycle_is_named(ways: Graph, found: object) -> None:
    assert cycle(ways) == found


def test_depths_of_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="The stages lead in a circle"):
        depths({"a": ["b"], "b": ["c"], "c": ["b"]})


def test_a_way_to_an_unknown_stage_is_refused() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        depths({"a": ["nowhere"]})


def test_roots_ends_and_forks() -> None:
    ways = {"a": ["b", "c"], "b": [], "c": [], "alone": []}
    assert (roots(ways), ends(ways), forks(ways)) == (("a", "alone"), ("b", "c", "alone"), ("a",))
    assert forks({"a": ["b", "b"], "b": []}) == ()


def test_what_can_be_reached_nearest_first() -> None:
    assert reachable(DIAMOND, "a") == ("a", "b", "c", "d", "e")
    assert reachable(DIAMOND, "c") == ("c", "d", "e")
    assert reachable(DIAMOND, "e") == ("e",)


@pytest.mark.parametrize(
    ("ways", "start", "goal", "found"),
    [
        (LINE, "a", "c", ("a", "b", "c")),
        (LINE, "b", "b", ("b",)),
        (LINE, "c", "a", ()),
        (SHORTCUT, "a", "c", ("a", "c")),
        (DIAMOND, "a", "e", ("a", "b", "d", "e")),
        (DIAMOND | {"a": ["c", "b"]}, "a", "e", ("a", "c", "d", "e")),
    ],
)
def test_the_shortest_way_through_the_stages_named_first(ways: Graph, start: str, goal: str, found: object) -> None:
    assert way(ways, start, goal) == found


def test_the_way_from_where_the_ladder_begins() -> None:
    assert way_to(DIAMOND, "d") == ("a", "b", "d")
    assert way_to({"x": ["y"], "y": ["goal"], "near": ["goal"], "goal": []}, "goal") == ("near", "goal")
    assert way_to(LINE, "a") == ("a",)


@st.composite
def acyclic(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(1, 8))
    return {
        str(n): sorted(draw(st.sets(st.sampled_from([str(m) for m in range(n + 1, count)])))) if n + 1 < count else []
        for n in range(count)
    }


@given(acyclic())
def test_every_stage_has_a_depth_one_above_its_deepest_predecessor(ways: Graph) -> None:
    deep = depths(ways)
    for slug in ways:
        before = [deep[other] for other in ways if slug in ways[other]]
        assert deep[slug] == 1 + max(before, default=0)
    assert cycle(ways) == []


@given(acyclic())
def test_every_stage_is_on_a_way_of_real_steps_from_a_root(ways: Graph) -> None:
    for goal in ways:
        found = way_to(ways, goal)
        assert (found[0] in roots(ways), found[-1]) == (True, goal)
        assert all(after in ways[before] for before, after in pairwise(found))


@given(acyclic(), st.data())
def test_a_way_exists_exactly_to_what_can_be_reached(ways: Graph, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(ways)))
    assert {goal for goal in ways if way(ways, start, goal)} == set(reachable(ways, start))


def test_the_path_of_a_chart() -> None:
    chart = scaled(FORK, {})
    assert [stage.slug for stage in path_to(chart, "director")] == ["pm", "senior", "group", "director"]
    assert [stage.slug for stage in path_to(chart, "principal")] == ["pm", "senior", "principal"]


def test_each_depth_up_to_the_target_has_a_stage_and_beyond_it_what_follows() -> None:
    chart = texts(FORK, {})
    assert {depth: stage.slug for depth, stage in rungs(chart, "senior").items()} == {
        1: "pm",
        2: "senior",
        3: "group",
        4: "director",
    }
    assert [stage.slug for stage in rungs(chart, "principal").values()] == ["pm", "senior", "principal"]
    shortcut = texts({"a": "b c", "b": "c", "c": ""}, {})
    assert [stage.slug for stage in rungs(shortcut, "c").values()] == ["a", "b", "c"]


def test_levels_of_a_text_ladder_are_called_after_the_stages_on_the_way() -> None:
    chart = texts(FORK, {})
    assert [level_title(chart, n, "principal") for n in range(6)] == ["", "Pm", "Senior", "Principal", "Director", ""]
    assert level_title(chart, 3, "director") == "Group"


def test_levels_of_a_scale_have_its_names() -> None:
    chart = scaled(FORK, {})
    assert [level_title(chart, n, "pm") for n in (0, 3, 9)] == ["Not yet", "Owning", ""]


def test_a_text_ladder_expects_a_skill_where_it_has_words_for_it() -> None:
    chart = texts(FORK, {"users": {"pm": "asks", "group": "leads", "principal": "masters"}, "none": {}})
    assert text_expects(stages_of(FORK), chart.skills) == {
        "pm": {"users": Expectation(1)},
        "senior": {},
        "group": {"users": Expectation(3)},
        "principal": {"users": Expectation(3)},
        "director": {},
    }
