"""The demo organisation as figures: the roster with the days that follow from `today`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from demo.figures import Figure, Line, Steps
from demo.roster import ADA, BEFORE, DUTIES, NEWCOMER, PUBLISHER, ROSTER, Row
from ladders.chart import Chart

LADDER = "product-management"
STAFF_JOINED = (4, 3)


def ago(today: date, years: int, month: int) -> date:
    """The first of a month some years back."""
    return date(today.year - years, month, 1)


def fits(chart: Chart) -> bool:
    """Whether a ladder has the stages of the roster and asks nothing that Ada has no answer to."""
    named = {stage for row in ROSTER for stage in (*(step[0] for step in row.steps), row.aim) if stage}
    return named <= chart.stage.keys() and chart.asked <= ADA.keys()


def organisation(chart: Chart, today: date) -> list[Figure]:
    """Everyone in the demo, managers before their reports; about forty people."""
    figures: dict[str, Figure] = {}
    for row in ROSTER:
        figures[row.address] = placed(row, chart, today, figures)
    joined = ago(today, *STAFF_JOINED)
    for duty, (address, name, title) in DUTIES.items():
        figures[address] = Figure(len(figures), address, name, title, joined, duties=(duty,))
    arrived = today - timedelta(days=9)
    manager = Line(figures[NEWCOMER.manager].number, arrived)
    title = f"Product Manager, {NEWCOMER.product}"
    newcomer = Figure(len(figures), NEWCOMER.address, NEWCOMER.name, title, arrived, lines=(manager,))
    return [*figures.values(), newcomer]


def placed(row: Row, chart: Chart, today: date, above: Mapping[str, Figure]) -> Figure:
    steps = tuple((stage, ago(today, years, month)) for stage, years, month in row.steps)
    stage = chart.stage[steps[-1][0]]
    return Figure(
        number=len(above),
        address=row.address,
        name=row.name,
        called=row.called,
        title=stage.title if stage.phase == "lead" else f"{stage.title}, {row.product}",
        joined=steps[0][1],
        steps=steps,
        aim=row.aim,
        lines=lines(row, steps, today, above),
        product=row.product,
        habit=row.habit,
        by_hand=ADA if row.address == "ada" else None,
        duties=("publishing",) if row.address == PUBLISHER else (),
    )


def lines(row: Row, steps: Steps, today: date, above: Mapping[str, Figure]) -> tuple[Line, ...]:
    """The reporting lines: each begins when both were there, or when the one before it ends."""
    if not row.manager:
        return ()
    manager, joined = above[row.manager], steps[0][1]
    if row.address in BEFORE:
        address, years, month = BEFORE[row.address]
        former, changed = above[address], ago(today, years, month)
        return (Line(former.number, max(joined, former.joined), changed), Line(manager.number, changed))
    return (Line(manager.number, max(joined, manager.joined)),)
