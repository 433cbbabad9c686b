"""Both pictures of a career map, with every measure taken. Nothing here knows HTML or a language."""

from __future__ import annotations

from ladders.chart import Chart
from ladders.pictures.map_drawing import Drawing, Words
from ladders.pictures.map_plan import Marks, plan
from ladders.pictures.map_tall import tall
from ladders.pictures.map_wide import wide


def layout(chart: Chart, marks: Marks, words: Words) -> tuple[Drawing, ...]:
    """The wide and the tall picture of `chart`; the tall one alone where the wide one would not be readable.

    No picture for a ladder without stages.
    """
    if not chart.stages:
        return ()
    found = plan(chart, marks)
    pictures = (wide(found, words), tall(found, words))
    return tuple(picture for picture in pictures if picture)
