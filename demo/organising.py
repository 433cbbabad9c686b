"""The demo's snapshots: two rounds a year, invented for the people who are there, told by the real rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from demo.dice import throw
from ladders.chart import Chart
from ladders.models import Path
from organisation.counting import LOOKS_BACK, Facts, Progress, Result, Sheet, sheet_of
from organisation.disclosure import Labels
from organisation.models import Snapshot
from organisation.places import Ladders
from organisation.quarters import after, between, quarter_of
from organisation.taking import teams_on

QUARTERS = 8
BEGAN, GREW = 0.4, 0.025  # how many meet a skill at first, and how many more each quarter
STATES = ("agreed", "to_agree", "rating")
WEIGHTS = {True: (0.5, 0.16, 0.14), False: (0.0, 0.05, 0.0)}  # of STATES; the others have no review


def fill_organisation(chart: Chart, today: date) -> None:
    """A snapshot of each of the last quarters that have ended."""
    ended = after(quarter_of(today), -1)
    before: Sheet | None = None
    for quarter in between(after(ended, 1 - QUARTERS), ended):
        before = sheet_of(facts(chart, quarter, ended), before)
        Snapshot.freeze(quarter, before)


def facts(chart: Chart, quarter: date, ended: date) -> Facts:
    rows = Path.objects.filter(person__demo=True).order_by("person").values_list("person", "ladder", "stage")
    ladders, teams = Ladders({ladder: chart for _person, ladder, _stage in rows}), teams_on(ended)
    # People by their place in the roster: the same in every database.
    stages = {number: stage for number, (_person, _ladder, stage) in enumerate(rows)}
    labels: dict[int, Labels] = {
        number: (ladders.title(ladder), ladders.phase(ladder, chart, stage), teams.get(person, ""))
        for number, (person, ladder, stage) in enumerate(rows)
    }
    first = after(quarter, 1 - LOOKS_BACK)
    return Facts(
        quarter=quarter,
        groups=(ladders.titles, ladders.phases, tuple(sorted(set(teams.values())))),
        skills=ladders.skills,
        results=[one for past in between(first, quarter) for one in results(chart, past, ended, stages, labels)],
        progress=[Progress(place, state(person, quarter, ended)) for person, place in labels.items()],
    )


def results(
    chart: Chart, quarter: date, ended: date, stages: dict[int, str], labels: dict[int, Labels]
) -> Iterator[Result]:
    """Everybody whose review was agreed in a round."""
    chance = BEGAN + GREW * (QUARTERS - age(quarter, ended))
    for person, stage in stages.items():
        if state(person, quarter, ended) == "agreed":
            wanted = [chart.skill[slug] for slug, one in chart.expects.get(stage, {}).items() if one.required]
            answers = {
                skill.pid: answer(skill.slug, person, quarter, chance)
                for skill in wanted
                if skill.slug in chart.asked
            }
            yield Result(person, quarter + timedelta(days=40), labels[person], answers)


def answer(skill: str, person: int, quarter: date, chance: float) -> str:
    easier = 0.3 * (throw(skill, "how common") - 0.5)
    met = throw(skill, person, "talent") * 0.7 + throw(skill, person, quarter) * 0.3 < chance + easier
    return "met" if met else "one" if throw(skill, person, "below") < 0.7 else "more"


def age(quarter: date, ended: date) -> int:
    """How many quarters ago that was."""
    return (ended.year - quarter.year) * 4 + (ended.month - quarter.month) // 3


def state(person: int, quarter: date, ended: date) -> str:
    thrown, steps = throw(person, quarter, "review"), zip(STATES, WEIGHTS[age(quarter, ended) % 2 == 0], strict=True)
    for name, weight in steps:
        thrown -= weight
        if thrown < 0:
            return name
    return "none"
