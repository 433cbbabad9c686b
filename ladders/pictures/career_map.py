"""The career map as SVG, and the same map as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ladders.chart import Beyond, Chart, Stage
from ladders.pictures.map_drawing import Drawing, Exit, Station, Tag, Text, Words
from ladders.pictures.map_layout import layout
from ladders.pictures.map_plan import Marks, lanes, leaves_from

__all__ = ["MapRow", "Marks", "career_map", "map_key", "map_rows"]


@dataclass(frozen=True, slots=True)
class MapRow:
    """One stage in words: its line and phase (titles, "" if none), where it leads, and a person's marks."""

    stage: Stage
    line: str
    phase: str
    leads_on: tuple[Stage, ...]
    beyond: tuple[Beyond, ...]
    here: bool
    aim: bool


def career_map(chart: Chart, marks: Marks, href: Callable[[Stage], str]) -> SafeString:
    """The map of a ladder, with one person's marks; every stage is a link to `href(stage)`.

    It holds a wide and a tall picture, of which the page shows one by its width; a ladder too long or too
    wordy for the wide one has the tall one alone. Empty for a ladder without stages.
    """
    words = Words(here=_("You are here"), aim=_("Your aim"), beyond=_("Beyond"), line=_("%s line"))
    pictures = layout(chart, marks, words)
    drawn = "".join(_svg(picture, marks, href) for picture in pictures)
    box = "mapbox" if len(pictures) > 1 else "mapbox-tall"
    return mark_safe(f'<div class="{box}">{drawn}</div>' if drawn else "")


def map_rows(chart: Chart, marks: Marks) -> tuple[MapRow, ...]:
    """The same map as a list, in the order of the ladder."""
    lines = {track.slug: track.title for track in chart.tracks}
    phases = {phase.slug: phase.title for phase in chart.phases}
    return tuple(
        MapRow(
            stage=stage,
            line=lines.get(stage.track, ""),
            phase=phases.get(stage.phase, ""),
            leads_on=tuple(chart.stage[slug] for slug in stage.next),
            beyond=tuple(place for place in chart.beyond if stage in leaves_from(chart, place)),
            here=stage.slug == marks.here,
            aim=stage.slug == marks.aim,
        )
        for stage in chart.stages
    )


def _svg(picture: Drawing, marks: Marks, href: Callable[[Stage], str]) -> str:
    box = f'viewBox="0 0 {picture.width:.0f} {picture.height:.0f}" direction="ltr"'
    return "".join(
        (
            f'<svg class="map {picture.css}" {box} role="group" aria-label="{escape(_("Career map"))}">',
            _path("grid", picture.grid),
            *map(_text, picture.texts),
            _path("move", picture.moves),
            _path("out", picture.outs),
            *_lines(picture),
            *(_station(station, marks, href(station.stage)) for station in picture.stations),
            *map(_exit, picture.exits),
            *map(_tag, picture.tags),
            "</svg>",
        )
    )


def map_key(chart: Chart) -> SafeString:
    """The list that says what the lines of the map mean; empty where there is only one kind."""
    found = lanes(chart) if chart.stages else ()
    rows = [(lane.css, lane.track.title) for lane in found if lane.names and lane.track]
    if any(stage.moves for stage in chart.stages):
        rows.append(("move", _("move between lines")))
    if chart.beyond:
        rows.append(("out", _("beyond the ladder")))
    if len(rows) < 2:
        return mark_safe("")
    items = "".join(f"<li{_css(css)}>{escape(text)}</li>" for css, text in rows)
    return mark_safe(f'<ul class="key lines">{items}</ul>')


def _css(name: str) -> str:
    return f' class="{name}"' if name else ""


def _path(css: str, data: str) -> str:
    return f'<path class="{css}" d="{data}"/>' if data else ""


def _lines(picture: Drawing) -> Iterable[str]:
    """One path for each colour, and over them one that makes the way ahead hollow."""
    coloured: dict[str, list[str]] = {}
    for way in picture.ways:
        coloured.setdefault(way.css, []).append(way.path)
    for css, paths in coloured.items():
        yield _path(f"line {css}".rstrip(), "".join(paths))
    yield _path("ahead", "".join(way.path for way in picture.ways if not way.travelled))


def _text(text: Text) -> str:
    css = " ".join(text.css.split())
    if len(text.lines) == 1:
        return f'<text class="{css}" x="{text.x:.0f}" y="{text.y:.0f}">{escape(text.lines[0])}</text>'
    spans = "".join(
        f'<tspan x="{text.x:.0f}" y="{text.y + text.leading * number:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(text.lines)
    )
    return f'<text class="{css}">{spans}</text>'


def _station(station: Station, marks: Marks, href: str) -> str:
    """The link of one stage: its mark, its texts, and a name that says all of it."""
    said = [station.stage.title]
    if station.stage.slug == marks.here:
        said.append(_("you are here"))
    if station.stage.slug == marks.aim:
        said.append(_("your aim"))
    if note := marks.notes.get(station.stage.slug):
        said.append(note)
    at = f'cx="{station.x:.0f}" cy="{station.y:.0f}"'
    marked = {
        "here": f'<circle class="ring" {at} r="15"/><circle class="here" {at} r="11"/>',
        "aim": f'<circle class="aim" {at} r="12"/>',
        "stop": f'<circle class="stop" {at} r="7"/>',
    }[station.kind]
    return (
        f'<a href="{escape(href)}" aria-label="{escape(", ".join(said))}"><circle class="halo" {at} r="20"/>'
        f"{marked}{''.join(map(_text, station.texts))}</a>"
    )


def _exit(place: Exit) -> str:
    square = f'<rect class="exit" x="{place.x - 6:.0f}" y="{place.y - 6:.0f}" width="12" height="12"/>'
    return square + _text(place.text)


def _tag(tag: Tag) -> str:
    css = "" if tag.kind == "here" else " open"
    tip = _path("tag", tag.tip)
    return (
        f'<rect class="tag{css}" x="{tag.x:.0f}" y="{tag.y:.0f}" width="{tag.width:.0f}" height="25" rx="2"/>{tip}'
        f'<text class="tag-text{css} mid" x="{tag.x + tag.width / 2:.0f}" y="{tag.y + 17:.0f}">'
        f"{escape(tag.text)}</text>"
    )
