"""The fixed cuts: ladders, phases, and teams right below the top."""

from __future__ import annotations

import pytest

from ladders.chart import Category, Chart, Expectation, Phase, Skill, Stage, Track
from ladders.needs import All
from organisation.counting import Named
from organisation.places import Ladders, answers, heads, team_names


def chart(slug: str, title: str, *, phases: bool = True) -> Chart:
    return Chart(
        version=slug,
        ladder=slug,
        slug=slug,
        title=title,
        label="1.0",
        needs=All(),
        phases=(Phase("early", "Early"), Phase("late", "Late")) if phases else (),
        tracks=(Track("solo", "Solo"),),
        categories=(Category("craft", "Craft"), Category("shown", "Only shown", rated=False)),
        stages=(Stage("junior", "1", "Junior", "early", "solo"), Stage("boss", "2", "Boss")),
        skills=(
            Skill(1, "s1", "vision", "Vision", "craft"),
            Skill(2, "s2", "delivery", "Delivery", "craft"),
            Skill(3, "s3", "values", "Values", "shown"),
        ),
        expects={
            "junior": {
                "vision": Expectation(3),
                "delivery": Expectation(2, required=False),
                "values": Expectation(2),
            }
        },
    )


def test_ladders_of_one_title_are_told_apart() -> None:
    two = Ladders({7: chart("one", "Product"), 8: chart("two", "Product"), 9: chart("three", "Data")})
    assert two.titles == ("Product (one)", "Product (two)", "Data")
    assert two.title(99) == ""


def test_phases_stand_in_the_order_of_the_ladder() -> None:
    assert Ladders({7: chart("one", "Product")}).phases == ("Early", "Late")
    both = Ladders({7: chart("one", "Product"), 8: chart("two", "Data", phases=False)})
    assert both.phases == ("Product: Early", "Product: Late", "Data: Solo")


def test_a_stage_is_in_a_phase_or_on_a_track_or_in_none() -> None:
    one = Ladders({7: chart("one", "Product")})
    assert [one.phase(7, chart("one", "Product"), stage) for stage in ("junior", "boss", "gone")] == ["Early", "", ""]
    assert one.phase(7, chart("one", "Product", phases=False), "junior") == "Solo"


def test_only_skills_that_are_required_and_asked_are_told_of() -> None:
    assert Ladders({7: chart("one", "Product"), 8: chart("two", "Data")}).skills == (Named("s1", "Vision", "Craft"),)


@pytest.mark.parametrize(("level", "said"), [(3, "met"), (4, "met"), (2, "one"), (1, "more"), (0, "more")])
def test_a_level_is_met_or_so_far_below(level: int, said: str) -> None:
    assert answers(chart("one", "Product"), "junior", {"1": level, "2": 1, "3": 1}) == {"s1": said}


def test_without_a_level_nothing_is_said() -> None:
    assert answers(chart("one", "Product"), "junior", {"1": None}) == {}
    assert answers(chart("one", "Product"), "gone", {"1": 3}) == {}


@pytest.mark.parametrize(
    ("managers", "found"),
    [
        ({}, {}),
        # 1 is the top; 2 and 3 lead teams, 4 leads nobody.
        ({2: 1, 3: 1, 4: 1, 20: 2, 21: 20, 30: 3}, {2: 2, 20: 2, 21: 2, 3: 3, 30: 3}),
        # One team only below the top: those below its head.
        ({2: 1, 20: 2, 21: 2, 200: 20, 210: 21}, {20: 20, 200: 20, 21: 21, 210: 21}),
        ({2: 1, 20: 2, 21: 2}, {2: 2, 20: 2, 21: 2}),
        # Two tops.
        ({2: 1, 20: 2, 6: 5, 60: 6}, {2: 2, 20: 2, 6: 6, 60: 6}),
    ],
)
def test_teams_are_those_right_below_the_top(managers: dict[int, int], found: dict[int, int]) -> None:
    assert heads(managers) == found


def test_a_team_is_called_like_the_job_of_its_head() -> None:
    titles = {1: ("Ada", "Director, Search "), 2: ("Bo", "Director"), 3: ("Cy", "Director"), 4: ("Di", "")}
    assert team_names(titles) == {1: "Director, Search", 2: "Director (Bo)", 3: "Director (Cy)", 4: "Di"}
