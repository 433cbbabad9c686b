"""The rail of a review: one skill on its scale with the marks of both, and the gate where the stage expects it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

STEP = 40  # of the drawing, between two levels
FEW = 12  # levels; beyond that only the ends are numbered
MARKS = {"person": "M{0} -1h12l-6 9z", "assessor": "M{0} 24h10v10h-10z"}
HALF = {"person": 6, "assessor": 5}


@lru_cache(maxsize=4096)
def rail_pair(
    need: int | None,
    person: int | None,
    assessor: int | None,
    *,
    high: int,
    required: bool = True,
    numbers: tuple[int, ...] = (),
) -> SafeString:
    """One rail from 0 to `high`, drawn for the eye only: the text beside it says it all.

    None: nothing is expected, or that one cannot say. `numbers` are the levels to write under the rail; none on a
    ladder whose levels are stages.
    """
    parts = [_scale(high, numbers)]
    if person is not None and assessor is not None and person != assessor:
        low, up = sorted((person, assessor))
        css = "span two" if up - low >= 2 else "span one"
        parts.append(f'<line class="{css}" x1="{_x(low, high)}" x2="{_x(up, high)}" y1="16" y2="16"/>')
    if need is not None:
        dashes = "" if required else ' stroke-dasharray="3 3"'
        parts.append(f'<path class="need"{dashes} d="M{_x(need, high) - 3} 8h6m-3 0v16m-3 0h6"/>')
    for name, level in (("person", person), ("assessor", assessor)):
        if level is not None:
            parts.append(f'<path class="ghost solid" d="{MARKS[name].format(_x(level, high) - HALF[name])}"/>')
    width, height = 2 * STEP // 2 + STEP * high, 60 if numbers else 42
    return mark_safe(f'<svg class="rail" viewBox="6 -4 {width} {height}" aria-hidden="true">{"".join(parts)}</svg>')


def _x(level: int, high: int) -> int:
    return 20 + STEP * min(max(level, 0), high)


def _scale(high: int, numbers: Sequence[int]) -> str:
    steps = "".join(f'<circle class="step" cx="{_x(level, high)}" cy="16" r="2"/>' for level in range(high + 1))
    shown = numbers if len(numbers) <= FEW else (numbers[0], numbers[-1])
    texts = "".join(f'<text class="lvl mid low" x="{_x(level, high)}" y="50">{level}</text>' for level in shown)
    first = _x(1, high) if high > 1 else _x(0, high)
    return (
        f'<line class="pre" x1="{_x(0, high)}" x2="{first}" y1="16" y2="16"/>'
        f'<line class="bar" x1="{first}" x2="{_x(high, high)}" y1="16" y2="16"/>{steps}{texts}'
    )


def pair_mark(name: str) -> SafeString:
    """The mark of the "person" or the "assessor" alone, before their name."""
    path = {"person": "M6 6h12l-6 9z", "assessor": "M7 5h10v10h-10z"}[name]
    return mark_safe(
        f'<svg class="rail" viewBox="5 3 14 14" aria-hidden="true"><path class="ghost solid" d="{path}"/></svg>'
    )


def pair_key(person: str, assessor: str, expected: str) -> SafeString:
    """What the marks mean, as a list; `expected` is the whole sentence about the gate, "" where nothing is."""
    rows = [("M7 8h10l-5 7z", "ghost solid", person), ("M8 8h8v8h-8z", "ghost solid", assessor)]
    if expected:
        rows.append(("M8 2h8m-4 0v20m-4 0h8", "need", expected))
    return mark_safe(
        '<ul class="key">'
        + "".join(
            f'<li><svg class="rail" viewBox="0 -2 24 28" aria-hidden="true"><path class="{css}" d="{path}"/></svg>'
            f"{escape(text)}</li>"
            for path, css, text in rows
        )
        + "</ul>"
    )
