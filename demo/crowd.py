"""As many people as one likes, one after the other: the same shape at every size, for measurements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from demo.dice import between, choose, throw
from demo.figures import Figure, Line, Steps
from demo.names import FIRST, LAST
from demo.stories import PRODUCTS
from ladders.chart import Chart

REPORTS = 7
LEADS = ("group-pm", "director", "vp")
MAKERS = (
    "product-associate", "junior-pm", "junior-pm", "associate-pm", "associate-pm", "product-manager",
    "product-manager", "product-manager", "senior-pm", "senior-pm", "principal-pm",
)  # fmt: skip


def crowd(chart: Chart, today: date, seed: str, people: int) -> Iterator[Figure]:
    """`people` figures; everyone but the first reports to somebody earlier, seven people to each manager."""
    for number in range(people):
        yield figure(chart, today, seed, number, people)


def stage_of(seed: str, number: int, people: int) -> str:
    """Leaders by how far down their line reaches, everybody else by chance."""
    height, below = 0, number * REPORTS + 1
    while below < people:
        height, below = height + 1, below * REPORTS + 1
    if number == 0:
        return "cpo"
    return LEADS[min(height, len(LEADS)) - 1] if height else choose(MAKERS, seed, number, "stage")


def figure(chart: Chart, today: date, seed: str, number: int, people: int) -> Figure:
    stage = chart.stage[stage_of(seed, number, people)]
    habit = throw(seed, number, "habit")
    steps = career(chart, today, seed, number, stage.slug)
    arrived = habit > 0.99
    manager = (number - 1) // REPORTS
    return Figure(
        number=number,
        address=f"person{number:07}",
        name=f"{choose(FIRST, seed, number, 'first')} {choose(LAST, seed, number, 'last')}",
        title=stage.title,
        joined=steps[0][1],
        steps=() if arrived else steps,
        aim=choose(stage.next, seed, number, "aim") if stage.next else "",
        lines=(Line(manager, steps[0][1]),) if number else (),
        product=choose(PRODUCTS, seed, number, "product"),
        habit="idle" if habit < 0.05 else "draft" if habit < 0.1 else "regular",
    )


def career(chart: Chart, today: date, seed: str, number: int, stage: str) -> Steps:
    """The present stage and, unless it is the first, the one before it."""
    since = today - timedelta(days=between(60, 1300, seed, number, "since"))
    before = next((other.slug for other in chart.stages if stage in other.next), "")
    if not before:
        return ((stage, since),)
    return (before, since - timedelta(days=between(300, 900, seed, number, "before"))), (stage, since)
