"""A radar of skills or categories: the outline of what is expected, the hatched area of what is there now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import cos, pi, sin

from django.utils.safestring import SafeString, mark_safe

from ladders.pictures.text_fit import wrap

Axis = tuple[str, float, float | None]

WIDTH = 360
RADIUS = 76
LINE = 13
FEWEST, MOST = 3, 24


@dataclass(frozen=True, slots=True)
class Label:
    """The wrapped name of an axis; `y` is the middle of its lines, `side` is -1 left, 1 right, 0 over the radar."""

    lines: tuple[str, ...]
    side: int
    x: float
    y: float


def radar(axes: Sequence[Axis], *, high: int = 5) -> SafeString:
    """The radar of `axes`: (label, expected, now or None), values from 0 to `high`, clockwise from the top.

    An axis nobody has rated is a gap in the area and dotted. It repeats a table that stands beside it and is
    hidden from screen readers. Empty for fewer than 3 or more than 24 axes. One to a page.
    """
    if not FEWEST <= len(axes) <= MOST:
        return mark_safe("")
    names, box = _names(tuple(label for label, _need, _now in axes))
    hatch = (
        '<defs><pattern id="radar-hatch" width="5" height="5" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path class="hatch" d="M2.5 0v5"/></pattern></defs>'
    )
    parts = [hatch, *_web(axes, high), *_values(axes, high), names]
    return mark_safe(f'<svg class="radar" viewBox="{box}" direction="ltr" aria-hidden="true">{"".join(parts)}</svg>')


@lru_cache(maxsize=256)
def _names(texts: tuple[str, ...]) -> tuple[str, str]:
    """The names of the axes, and the viewBox with room for them; the same for everybody on one ladder."""
    labels = _labels(texts)
    top = min(-RADIUS, *(_top(label) for label in labels)) - 8
    bottom = max(RADIUS, *(_top(label) + LINE * len(label.lines) for label in labels)) + 8
    names = "".join(_label(label, number, len(labels)) for number, label in enumerate(labels))
    return names, f"{-WIDTH // 2} {top:.0f} {WIDTH} {bottom - top:.0f}"


def _at(number: int, count: int, radius: float) -> tuple[float, float]:
    angle = 2 * pi * number / count - pi / 2
    return radius * cos(angle), radius * sin(angle)


def _point(number: int, count: int, radius: float) -> str:
    x, y = _at(number, count, radius)
    return f"{x:.1f} {y:.1f}"


def _ring(radii: Sequence[float]) -> str:
    return "M" + "L".join(_point(number, len(radii), radius) for number, radius in enumerate(radii)) + "Z"


@lru_cache(maxsize=256)
def _rings(count: int, high: int) -> str:
    rings = range(1, high + 1) if high <= 6 else (high / 2, high)
    return "".join(_ring([RADIUS * ring / high] * count) for ring in rings)


def _web(axes: Sequence[Axis], high: int) -> list[str]:
    web = _rings(len(axes), high)
    spokes = [f"M0 0L{_point(number, len(axes), RADIUS)}" for number in range(len(axes))]
    rated = [spoke for spoke, axis in zip(spokes, axes, strict=True) if axis[2] is not None]
    unknown = [spoke for spoke, axis in zip(spokes, axes, strict=True) if axis[2] is None]
    dotted = f'<path class="unknown" d="{"".join(unknown)}"/>' if unknown else ""
    return [f'<path class="web" d="{web}{"".join(rated)}"/>', dotted]


def _values(axes: Sequence[Axis], high: int) -> list[str]:
    """The area between neighbours that are both rated, the outline expected, and a dot for each rating."""
    count = len(axes)
    now = [None if value is None else RADIUS * min(value, high) / high for _label_, _need, value in axes]
    area, edge, dots = "", "", ""
    for number, (here, there) in enumerate(zip(now, [*now[1:], now[0]], strict=True)):
        if here is None:
            continue
        x, y = _at(number, count, here)
        dots += f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
        if there is not None:
            ends = f"{_point(number, count, here)}L{_point((number + 1) % count, count, there)}"
            area += f"M0 0L{ends}Z"
            edge += f"M{ends}"
    need = _ring([RADIUS * min(value, high) / high for _label_, value, _now in axes])
    return [
        f'<path class="area" fill="url(#radar-hatch)" d="{area}"/><path class="now" d="{edge}"/>' if area else "",
        f'<path class="need" d="{need}"/>',
        dots,
    ]


def _labels(texts: Sequence[str]) -> list[Label]:
    """Every label beside its axis: one over the radar, the others in a column on each side, none on another."""
    count = len(texts)
    room = WIDTH / 2 - RADIUS - 16
    found: list[Label] = []
    for number, text in enumerate(texts):
        y = _at(number, count, RADIUS)[1]
        if number == 0:
            lines = wrap(text, 2 * RADIUS, 11, bold=False)
            found.append(Label(lines, 0, 0, -RADIUS - 8 - LINE * len(lines) / 2))
        else:
            side = -1 if 2 * number > count else 1
            found.append(Label(wrap(text, room, 11, bold=False), side, side * (RADIUS + 16), y))
    for side in (-1, 1):
        column = [number for number, label in enumerate(found) if label.side == side]
        _part(found, column if side == 1 else column[::-1])
    return found


def _part(labels: list[Label], column: Sequence[int]) -> None:
    """Move the labels of one column (from top to bottom) apart, about the middle of where they want to be."""
    tops: list[float] = []
    for number in column:
        label = labels[number]
        wanted = label.y - LINE * len(label.lines) / 2
        before = labels[column[len(tops) - 1]] if tops else None
        tops.append(max(wanted, tops[-1] + LINE * len(before.lines) + 4) if before else wanted)
    if not tops:
        return
    ideal = sum(_top(labels[number]) for number in column) / len(column)
    shift = ideal - sum(tops) / len(tops)
    for number, top in zip(column, tops, strict=True):
        label = labels[number]
        labels[number] = Label(label.lines, label.side, label.x, top + shift + LINE * len(label.lines) / 2)


def _top(label: Label) -> float:
    return label.y - LINE * len(label.lines) / 2


def _label(label: Label, number: int, count: int) -> str:
    x, y = _at(number, count, RADIUS + 2)
    leader = (
        f'<path class="leader" d="M{x:.1f} {y:.1f}L{label.x - label.side * 4:.0f} {label.y:.1f}"/>'
        if label.side
        else ""
    )
    css = {-1: "end", 0: "mid", 1: "start"}[label.side]
    spans = "".join(
        f'<tspan x="{label.x:.0f}" y="{_top(label) + 10 + LINE * row:.1f}">{escape(line)}</tspan>'
        for row, line in enumerate(label.lines)
    )
    return f'{leader}<text class="{css}">{spans}</text>'
