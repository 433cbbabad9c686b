"""Ways between a ladder and other jobs: into it from the left, or out of it to the right.

The ladder is a line with stations, the other jobs are squares, as on the career map; every end may be a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from ladders.pictures.text_fit import wrap

LEADING = 18
GAP = 26  # between two jobs, from the last line of one to the first of the next
TAIL = 26  # how far the ladder is drawn beyond its last station


@dataclass(frozen=True, slots=True)
class End:
    """One end of ways: what it is known by, its title, where it leads, and what a listener hears.

    A stage has the colour class of its line, is `joined` to the one before it or not, and may lead `ahead` to others.
    """

    key: str
    title: str
    href: str
    said: str = ""
    css: str = ""
    joined: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of one picture: its class and width, and where the left and the right ends stand."""

    css: str
    width: int
    left: int
    right: int


SHEETS = (Sheet("map-wide", 880, 270, 610), Sheet("map-tall", 340, 118, 212))


@dataclass(frozen=True, slots=True)
class Laid:
    """An end with its height on the paper and its title in lines."""

    end: End
    y: float
    lines: tuple[str, ...]


def crosswalk(
    jobs: Sequence[End], stages: Sequence[End], ways: Iterable[tuple[str, str]], *, out: bool, label: str
) -> SafeString:
    """The ways (job key, stage key) as a wide and a narrow picture called `label`; empty without a way.

    `out` is True for ways that leave the ladder: it stands on the left then, the jobs on the right.
    """
    known = {end.key for end in jobs}, {end.key for end in stages}
    pairs = [(job, stage) for job, stage in ways if job in known[0] and stage in known[1]]
    if not pairs:
        return mark_safe("")
    drawn = ((sheet, *_drawn(sheet, jobs, stages, pairs, out)) for sheet in SHEETS)
    pictures = (
        f'<svg class="map crosswalk {sheet.css}" viewBox="0 0 {sheet.width} {height:.0f}" direction="ltr"'
        f' role="group" aria-label="{escape(label)}">{body}</svg>'
        for sheet, height, body in drawn
    )
    return mark_safe(f'<div class="mapbox">{"".join(pictures)}</div>')


def _drawn(
    sheet: Sheet, jobs: Sequence[End], stages: Sequence[End], pairs: list[tuple[str, str]], out: bool
) -> tuple[float, str]:
    """The height of a picture and what is in it."""
    left, right = (stages, jobs) if out else (jobs, stages)
    room = sheet.left - 18, sheet.width - sheet.right - 18
    total = max(sum(_height(end, limit) for end in ends) for ends, limit in zip((left, right), room, strict=True))
    here, there = _laid(left, room[0], total), _laid(right, room[1], total)
    squares, stations = (there, here) if out else (here, there)
    y = {one.end.key: one.y for one in squares}
    body = "".join(
        (
            *(_flows(sheet, one, [y[job] for job, stage in pairs if stage == one.end.key], out) for one in stations),
            _ladder(sheet.left if out else sheet.right, stations),
            *(_end(one, sheet, -1, "stop" if out else "exit") for one in here),
            *(_end(one, sheet, 1, "exit" if out else "stop") for one in there),
        )
    )
    return total, body


def _height(end: End, limit: float) -> float:
    return len(wrap(end.title, limit)) * LEADING + GAP


def _laid(ends: Sequence[End], limit: float, total: float) -> list[Laid]:
    """The ends one under the other, with what is left of the height shared between them."""
    heights = [_height(end, limit) for end in ends]
    spare = (total - sum(heights)) / max(1, len(ends))
    found, top = [], 0.0
    for end, height in zip(ends, heights, strict=True):
        found.append(Laid(end, round(top + (height + spare) / 2), wrap(end.title, limit)))
        top += height + spare
    return found


def _flows(sheet: Sheet, station: Laid, jobs: Iterable[float], out: bool) -> str:
    """The ways between one station and the heights of its jobs."""
    middle = (sheet.left + sheet.right) // 2
    ends = ((station.y, job) if out else (job, station.y) for job in jobs)
    path = "".join(f"M{sheet.left} {a:.0f}C{middle} {a:.0f} {middle} {b:.0f} {sheet.right} {b:.0f}" for a, b in ends)
    return f'<path class="{f"flow {station.end.css}".rstrip()}" d="{path}"/>'


def _ladder(x: int, stations: Sequence[Laid]) -> str:
    """The lines between stations that follow each other, and hollow what lies ahead."""
    parts = []
    for before, one in pairwise([None, *stations]):
        if one and before and one.end.joined:
            parts.append(f'<path class="{_css(one)}" d="M{x} {before.y:.0f}V{one.y:.0f}"/>')
        if one and one.end.ahead:
            way = f"M{x} {one.y:.0f}v{TAIL}"
            parts.append(f'<path class="{_css(one)}" d="{way}"/><path class="ahead" d="{way}"/>')
    return "".join(parts)


def _css(one: Laid) -> str:
    return f"line {one.end.css}".rstrip()


def _end(one: Laid, sheet: Sheet, side: int, kind: str) -> str:
    """A station or a square with its title beside it; a link where it leads somewhere."""
    x, y = sheet.left if side < 0 else sheet.right, f"{one.y:.0f}"
    if kind == "stop":
        mark = f'<circle class="stop" cx="{x}" cy="{y}" r="7"/>'
    else:
        mark = f'<rect class="exit" x="{x - 6}" y="{one.y - 6:.0f}" width="12" height="12"/>'
    mark = f'<circle class="halo" cx="{x}" cy="{y}" r="18"/>{mark}'
    text = _text(one, x + 18 * side, "end" if side < 0 else "")
    return f'<a href="{escape(one.end.href)}" aria-label="{escape(one.end.said or one.end.title)}">{mark}{text}</a>'


def _text(one: Laid, x: int, anchor: str) -> str:
    first = one.y + 5 - (len(one.lines) - 1) * LEADING / 2
    spans = "".join(
        f'<tspan x="{x}" y="{first + LEADING * number:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(one.lines)
    )
    return f'<text class="{f"name {anchor}".strip()}">{spans}</text>'
