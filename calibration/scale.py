"""The levels of a ladder in order, and what they are called."""

from __future__ import annotations

from ladders.chart import Chart
from ladders.rungs import level_title, top


def places(chart: Chart) -> tuple[int, ...]:
    """The levels that can be given, the lowest first; 0, "not yet", is always one of them."""
    if chart.scale:
        return tuple(sorted({0, *(level.number for level in chart.scale)}))
    return tuple(range(top(chart) + 1))


def level_name(chart: Chart, level: int, fallback: str) -> str:
    """ "3 Owning", or the name of a stage on a text ladder; `fallback` names a level that nothing names."""
    name = level_title(chart, level, chart.stages[-1].slug) or fallback
    return name if chart.is_text else f"{level} {name}"
