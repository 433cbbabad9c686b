"""Every answer is told once, and what is told stands until there is enough that is new."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from organisation.counting import WAIT, Facts, Line, Named, Progress, Result, Sheet, sheet_of
from organisation.quarters import after
from tests.organisation.invented import Organisation

QUARTER = date(2024, 1, 1)
PLACE = ("ladder", "phase", "team")
GROUPS = (("ladder",), ("phase",), ("team",))
SKILL = Named("a", "Skill a", "Craft")


def rated(people: range, day: date, met: int) -> list[Result]:
    """A result of each of some people; the first `met` of them meet what is expected."""
    return [
        Result(person, day, PLACE, {"a": "met" if number < met else "one"}) for number, person in enumerate(people)
    ]


def facts(results: list[Result], quarter: date = QUARTER) -> Facts:
    return Facts(quarter, GROUPS, (SKILL,), results, ())


def line(sheet: Sheet) -> Line:
    return sheet["skills"][0]


def test_results_wait_until_there_are_enough() -> None:
    few = rated(range(WAIT - 1), QUARTER, 10)
    first = sheet_of(facts(few), None)
    assert (line(first)["until"], line(first)["told"]["whole"]) == ("", None)
    one_more = rated(range(WAIT - 1, WAIT), after(QUARTER), 1)
    second = sheet_of(facts(few + one_more, after(QUARTER)), first)
    assert (line(second)["since"], line(second)["until"]) == ("2023-07-01", "2024-06-30")
    assert line(second)["told"]["whole"] == {"met": 10, "below": 10}


def test_what_was_told_stands_until_enough_is_new() -> None:
    first = sheet_of(facts(rated(range(30), QUARTER, 15)), None)
    more = [*rated(range(30), QUARTER, 15), *rated(range(WAIT - 1), after(QUARTER), 0)]
    second = sheet_of(facts(more, after(QUARTER)), first)
    assert line(second) == line(first)
    assert line(first)["told"]["whole"] == {"met": 15, "below": 15}


def test_a_result_is_told_once_only() -> None:
    """Twenty are told; of the twenty in the next quarter none is counted with them again."""
    first = sheet_of(facts(rated(range(20), QUARTER, 10)), None)
    both = [*rated(range(20), QUARTER, 10), *rated(range(20, 40), after(QUARTER), 5)]
    second = sheet_of(facts(both, after(QUARTER)), first)
    assert line(first)["told"]["whole"] == {"met": 10, "below": 10}
    assert line(second)["told"]["whole"] == {"met": 5, "below": 15}
    assert (line(second)["since"], line(second)["until"]) == ("2024-04-01", "2024-06-30")


def test_of_two_results_of_one_person_that_wait_the_later_one_counts() -> None:
    twice = [*rated(range(20), QUARTER, 0), *rated(range(20), QUARTER + timedelta(days=3), 12)]
    assert line(sheet_of(facts(twice), None))["told"]["whole"] == {"met": 10, "below": 10}


def test_a_result_that_may_not_be_told_is_not_told_later_either() -> None:
    """All alike: hidden for good, and not mixed with the next ones until somebody could be seen among them."""
    first = sheet_of(facts(rated(range(25), QUARTER, 25)), None)
    assert (line(first)["until"], line(first)["told"]["whole"]) == ("2024-03-31", None)
    more = [*rated(range(25), QUARTER, 25), *rated(range(30, 35), after(QUARTER), 0)]
    assert line(sheet_of(facts(more, after(QUARTER)), first)) == line(first)


def test_a_result_older_than_a_year_is_told_no_more() -> None:
    old = rated(range(25), after(QUARTER, -4), 12)
    assert line(sheet_of(facts(old), None))["until"] == ""


def test_a_skill_that_leaves_the_ladder_and_comes_back_is_not_told_again() -> None:
    results = rated(range(20), QUARTER, 10)
    first = sheet_of(facts(results), None)
    without = sheet_of(replace(facts(results, after(QUARTER)), skills=()), first)
    assert [(one["skill"], one["listed"]) for one in without["skills"]] == [("a", False)]
    again = sheet_of(facts(results, after(QUARTER, 2)), without)
    assert (line(again), line(again)["listed"]) == (line(first), True)


def test_somebody_who_joins_or_leaves_changes_nothing_that_is_told() -> None:
    results = rated(range(40), QUARTER, 20)
    before = sheet_of(facts(results), None)
    joined = [*results, Result(99, after(QUARTER), PLACE, {"a": "met"})]
    left = results[1:]
    assert line(sheet_of(facts(joined, after(QUARTER)), before)) == line(before)
    assert line(sheet_of(facts(left, after(QUARTER)), before)) == line(before)


def test_reviews_are_told_of_everybody_on_a_ladder() -> None:
    states = Counter(agreed=18, to_agree=6, rating=7, none=10)
    sheet = sheet_of(replace(facts([]), progress=[Progress(PLACE, one) for one in states.elements()]), None)
    assert sheet["reviews"] == {
        "whole": {"agreed": 20, "to_agree": 5, "rating": 5, "none": 10},
        "cuts": {cut: [(cut if cut != "line" else "team", {"agreed": 20, "not": 25})] for cut in sheet["groups"]},
    }


def test_a_sheet_holds_nobody() -> None:
    """Only multiples of five, hidden cells, days and names of groups: no person, and the same after JSON."""
    sheet: Sheet | None = None
    for found in Organisation(7).quarters():
        sheet = sheet_of(found, sheet)
        again = json.loads(json.dumps(sheet))
        assert [number for number in numbers(again) if number % 5] == []
        assert json.dumps(sheet_of(found, again)) == json.dumps(sheet_of(found, sheet))


def numbers(value: object) -> list[int]:
    if isinstance(value, dict):
        return [number for one in value.values() for number in numbers(one)]
    if isinstance(value, list):
        return [number for one in value for number in numbers(one)]
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []
