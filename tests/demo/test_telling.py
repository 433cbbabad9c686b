"""The invented people before anything is written: the same every time, and nothing about them contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from demo.check_ins import rounds
from demo.crowd import crowd
from demo.figures import Figure, Told
from demo.organisation import fits, organisation
from demo.roster import ADA, ROSTER
from demo.stories import LEVELS, STORIES
from demo.telling import tell
from ladders.chart import Chart
from people import line

DAYS = [
    date(2025, 11, 22),
    date(2026, 1, 1),
    date(2026, 6, 27),
    date(2026, 6, 28),
    date(2028, 2, 29),
    date(2031, 12, 31),
]


def everyone(chart: Chart, today: date, seed: str = "demo") -> list[Told]:
    return [tell(figure, chart, today, seed) for figure in organisation(chart, today)]


def check_figures(figures: Iterable[Figure], chart: Chart, today: date) -> None:
    managers: dict[int, int] = {}
    for number, figure in enumerate(figures):
        assert figure.number == number
        assert all(stage in chart.stage and since < today for stage, since in figure.steps)
        assert [since for _stage, since in figure.steps] == sorted({since for _stage, since in figure.steps})
        assert figure.aim in {"", *chart.stage}
        for before, after in zip(figure.lines, figure.lines[1:], strict=False):
            assert before.until == after.since
        for held in figure.lines:
            assert held.manager < number
            assert figure.joined <= held.since <= today
            assert held.until is None or held.since < held.until
        if figure.lines:
            line.check(number, figure.lines[-1].manager, managers)
            managers[number] = figure.lines[-1].manager
            assert figure.lines[-1].until is None


def check_told(told: Told, chart: Chart, today: date) -> None:
    scale = {None, *chart.level}
    held: dict[str, int] = {}
    for check_in in told.check_ins:
        assert check_in.on <= today
        assert check_in.answers
        asked = [answer.skill for answer in check_in.answers]
        assert len(asked) == len(set(asked))
        assert set(asked) <= chart.asked
        for answer in check_in.answers:
            assert answer.level in scale
            if check_in.kind == "self" and answer.level is not None:
                assert answer.level >= held.get(answer.skill, 0)
                held[answer.skill] = answer.level
            assert not (answer.situation and answer.no_situation)
    titles = [proof.title for proof in told.proofs]
    assert len(titles) == len(set(titles))
    for proof in told.proofs:
        assert told.figure.joined <= proof.on < today
        assert set(proof.skills) <= chart.skill.keys()
        assert "{" not in proof.title


@pytest.mark.parametrize("today", DAYS)
def test_nothing_contradicts_itself(ladder: Chart, today: date) -> None:
    check_figures(organisation(ladder, today), ladder, today)
    for told in everyone(ladder, today):
        check_told(told, ladder, today)


@pytest.mark.parametrize("today", DAYS)
def test_ada_has_five_check_ins_and_agreed_with_bo_in_june(ladder: Chart, today: date) -> None:
    people = {told.figure.address: told for told in everyone(ladder, today)}
    ada, bo = people["ada"], people["bo"].figure.number
    assert [check_in.kind for check_in in ada.check_ins].count("self") == 5
    agreed = [check_in for check_in in ada.check_ins if check_in.kind == "agreed"][-1]
    assert (agreed.by, agreed.on.month) == (bo, 6)
    assert {answer.skill: answer.level for answer in agreed.answers} == {slug: x.agreed for slug, x in ADA.items()}
    assert ada.figure.steps[-1] == ("product-manager", date(today.year - 3, 3, 1))
    assert [held.manager for held in ada.figure.lines] == [people["xena"].figure.number, bo]


def test_the_same_seed_tells_the_same(ladder: Chart) -> None:
    assert everyone(ladder, DAYS[0]) == everyone(ladder, DAYS[0])
    assert list(crowd(ladder, DAYS[0], "a", 50)) == list(crowd(ladder, DAYS[0], "a", 50))


def test_another_seed_tells_something_else(ladder: Chart) -> None:
    assert everyone(ladder, DAYS[0]) != everyone(ladder, DAYS[0], "other")
    assert list(crowd(ladder, DAYS[0], "a", 50)) != list(crowd(ladder, DAYS[0], "b", 50))


def test_every_stage_has_somebody(ladder: Chart) -> None:
    figures = organisation(ladder, DAYS[0])
    assert {figure.steps[-1][0] for figure in figures if figure.steps} == ladder.stage.keys()
    assert len({figure.address for figure in figures}) == len({figure.name for figure in figures}) == len(figures)


@pytest.mark.parametrize("people", [1, 2, 8, 9, 90])
def test_a_crowd_has_any_size_and_the_same_shape(ladder: Chart, people: int) -> None:
    figures = list(crowd(ladder, DAYS[0], "a", people))
    assert len(figures) == people
    check_figures(figures, ladder, DAYS[0])
    for figure in figures:
        check_told(tell(figure, ladder, DAYS[0], "a"), ladder, DAYS[0])


def test_a_large_crowd_has_somebody_at_every_stage(ladder: Chart) -> None:
    figures = list(crowd(ladder, DAYS[0], "a", 700))
    assert {figure.steps[-1][0] for figure in figures if figure.steps} == ladder.stage.keys()
    assert {figure.habit for figure in figures} == {"regular", "idle", "draft"}
    assert any(not figure.steps for figure in figures)


def test_a_round_counts_once_its_talks_are_over() -> None:
    assert rounds(date(2026, 6, 27))[-1] == date(2025, 12, 2)
    assert rounds(date(2026, 6, 28))[-1] == date(2026, 6, 2)
    assert len(rounds(date(2026, 6, 28))) == 6
    assert rounds(date(2026, 6, 28))[0] > date(2026, 6, 28) - timedelta(days=3 * 365)


def test_every_skill_has_nine_stories(ladder: Chart) -> None:
    assert STORIES.keys() == ladder.skill.keys()
    assert {len(told) for told in STORIES.values()} == {len(LEVELS)}
    lines = [words for told in STORIES.values() for _strength, words in told]
    assert len(lines) == len(set(lines))


def test_a_ladder_without_the_stages_or_with_another_question_does_not_fit(ladder: Chart) -> None:
    assert fits(ladder)
    assert not fits(replace(ladder, stages=ladder.stages[1:]))
    more = replace(ladder.skills[0], slug="juggling")
    assert not fits(replace(ladder, skills=(*ladder.skills, more)))


def test_the_roster_names_managers_before_their_reports() -> None:
    seen: set[str] = {""}
    for row in ROSTER:
        assert row.manager in seen
        seen.add(row.address)
