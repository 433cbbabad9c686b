"""What the page of a whole ladder shows beside its map: the table of expectations and the ways beyond."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ladders.chart import Beyond, Chart, Stage
from ladders.pictures.map_plan import lanes
from ladders.pictures.matrix import matrix
from ladders.published import KEPT
from ladders.reading import Place
from ladders.shape import reachable

# A table of more cells than this helps nobody, and would be megabytes.
MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Column:
    """A stage as a column of the table: the colour class of its line, and the person's marks."""

    stage: Stage
    css: str
    here: bool
    aim: bool


def columns(chart: Chart, place: Place | None) -> tuple[Column, ...]:
    """The columns of the table of expectations, with the marks of a person's place on this ladder."""
    css = {stage.slug: lane.css for lane in lanes(chart) for stage in lane.stages}
    here, aim = (place.path.stage, place.path.aim) if place else ("", "")
    return tuple(Column(stage, css[stage.slug], stage.slug == here, stage.slug == aim) for stage in chart.stages)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The body of a table, known by the words of the ladder (`Chart.key`) and the language of the page."""

    key: str
    language: str | None
    chart: Chart = field(compare=False)


def expected_table(chart: Chart) -> SafeString | None:
    """The body of the table of expectations of a published version, written once for everybody.

    None where there is none.
    """
    return _written(Wanted(chart.key, get_language(), chart)) if has_table(chart) else None


def has_table(chart: Chart) -> bool:
    """Whether stages name expectations (not so on a ladder of points), and a table of them is not beyond reading."""
    return any(chart.expects.values()) and len(chart.stages) * len(chart.skills) <= MOST_CELLS


@lru_cache(maxsize=KEPT)
def _written(wanted: Wanted) -> SafeString:
    chart = wanted.chart
    return matrix(chart, lambda skill: reverse("skill_show", args=[chart.ladder, skill.pid]))


@dataclass(frozen=True, slots=True)
class Exit:
    """A place to go after the ladder, and the first stages from which people leave for it (none: from the ends)."""

    place: Beyond
    start: tuple[Stage, ...]


def exits(chart: Chart) -> tuple[Exit, ...]:
    """The places to go after the ladder, in its order."""
    return tuple(Exit(place, _first(chart, place.start)) for place in chart.beyond)


def _first(chart: Chart, stages: tuple[str, ...]) -> tuple[Stage, ...]:
    """Those of some stages (slugs) that none of the others leads to, however far."""
    ahead = {onward for slug in stages for onward in reachable(chart.leads_on, slug)[1:]}
    return tuple(chart.stage[slug] for slug in stages if slug not in ahead)
