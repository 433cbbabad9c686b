"""A fork, its branches side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Expectation, Track
from ladders.fork import MOST, Asked, Branch, forks, rising
from tests.ladders.charts import FORK, scaled, skill, stages_of, texts

PEOPLE = Track("people", "People")
CHART = scaled(
    FORK,
    {
        "coaching": {"group": "4!", "principal": "3"},
        "research": {"group": "2", "principal": "5"},
        "vision": {"group": "3", "principal": "3!"},
        "hiring": {"group": "3", "principal": "(5)"},
        "partners": {"group": "(4)"},
        "depth": {"principal": "1"},
    },
    stages=stages_of(FORK, group={"track": "people"}, principal={"track": "gone"}),
    tracks=(PEOPLE,),
)


def test_both_branches_with_what_each_asks_more_of() -> None:
    (fork,) = forks(CHART)
    group, principal = CHART.stage["group"], CHART.stage["principal"]
    assert fork.stage is CHART.stage["senior"]

    def asked(slug: str, level: int, must: bool = False) -> Asked:
        return Asked(CHART.skill[slug], Expectation(level, must=must))

    assert fork.branches == (
        Branch(
            stage=group,
            track=PEOPLE,
            musts=(asked("coaching", 4, must=True),),
            more=(asked("hiring", 3), asked("coaching", 4, must=True)),
            leads_on=(CHART.stage["director"],),
        ),
        Branch(
            stage=principal,
            track=None,
            musts=(asked("vision", 3, must=True),),
            more=(asked("research", 5), asked("depth", 1)),
            leads_on=(),
        ),
    )


def test_a_core_skill_is_a_must_have_where_it_is_required() -> None:
    core = skill("care", core=True)
    chart = scaled({"a": "b c", "b": "", "c": ""}, {"care": {"b": "2", "c": "(2)"}}, skills=[core])
    assert [branch.musts for branch in forks(chart)[0].branches] == [(Asked(core, Expectation(2)),), ()]


def test_on_a_text_ladder_only_what_is_described_at_one_branch_counts() -> None:
    chart = texts({"a": "b", "b": "c d", "c": "", "d": ""}, {"x": {"c": "does", "d": "does"}, "y": {"d": "does"}})
    found = [[one.skill.slug for one in branch.more] for branch in forks(chart)[0].branches]
    assert found == [[], ["y"]]


def test_what_rises_from_the_stage_before() -> None:
    matrix = {
        "more": {"a": "2", "b": "3"},
        "new": {"b": "1"},
        "required": {"a": "(3)", "b": "2"},
        "same": {"a": "2", "b": "2!"},
        "less": {"a": "3", "b": "2"},
        "welcome": {"b": "(4)"},
    }
    chart = scaled({"a": "b", "b": ""}, matrix)
    found = [one.skill.slug for one in rising(chart, chart.stage["a"], chart.stage["b"])]
    assert found == ["more", "new", "required"]


def test_a_straight_ladder_has_no_fork() -> None:
    assert forks(scaled({"a": "b", "b": ""}, {})) == ()


@given(st.lists(st.tuples(*[st.integers(0, 5)] * 3), max_size=9))
def test_no_skill_is_asked_more_of_at_two_branches(levels: list[tuple[int, int, int]]) -> None:
    matrix = {
        f"s{number}": {stage: str(level) for stage, level in zip("bcd", row, strict=True) if level}
        for number, row in enumerate(levels)
    }
    (fork,) = forks(scaled({"a": "b c d", "b": "", "c": "", "d": ""}, matrix))
    more = [one.skill.slug for branch in fork.branches for one in branch.more]
    assert len(more) == len(set(more))
    assert max(len(branch.more) for branch in fork.branches) <= MOST
