"""The lines of a map in paths: the edges of the ladder, and the sideways moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ladders.pictures.map_drawing import Way
from ladders.pictures.map_plan import Plan
from ladders.pictures.map_routes import Paper, Run, Stop


def edge_ways(plan: Plan, runs: Iterable[Run], paper: Paper) -> tuple[Way, ...]:
    """Every edge with its path, its colour, and whether it is behind the person."""
    edges = [(run, (run.start.slug, run.end.slug)) for run in runs]
    return tuple(Way(*edge, paper.line(run), plan.css(*edge), edge in plan.behind) for run, edge in edges)


def move_paths(plan: Plan, stops: Sequence[Stop], paper: Paper, clear: float) -> str:
    """The path data of all sideways moves; they stay `clear` of the stages they join."""
    at = {stop.slug: stop for stop in stops}
    found = []
    for pair in plan.moves:
        first, last = sorted((at[stage.slug] for stage in pair), key=lambda stop: stop.step)
        found.append(paper.move(first, last, clear, _round(stops, first, last, names=not paper.style.turned)))
    return "".join(found)


def _round(stops: Sequence[Stop], first: Stop, last: Stop, names: bool) -> float:
    """How far a move within one step has to go round stages, and `names`, between its ends; 0 if it need not."""
    low, high = sorted((first, last), key=lambda stop: stop.rank)
    within = [stop for stop in stops if stop.step == first.step and low.rank <= stop.rank <= high.rank]
    blocks = [
        block.ahead
        for stop in within
        for block in stop.blocks
        if names and not ((stop is low and block.side != 1) or (stop is high and block.side != -1))
    ]
    between = [30.0] * (len(within) > 2)
    return max((*(1.34 * ahead + 14 for ahead in blocks), *between), default=0.0)
