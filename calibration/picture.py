"""The spread of a skill as a strip: one column for each level. Drawn for the eye only, the words beside it say it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.safestring import SafeString, mark_safe

from calibration.spread import Spread

WIDTH, HEIGHT, BASE = 240, 44, 32
FULL = 20  # ratings that fill a column
TALL = 26


def strip(told: Spread, levels: int, own: Collection[int] = ()) -> SafeString:
    """`own` are the places that the reader gave: a mark below the line for each."""
    wide = WIDTH / levels
    parts = [_column(told, place, wide) for place in range(levels)]
    parts.append(f'<line class="bar" x1="{wide / 2:g}" x2="{WIDTH - wide / 2:g}" y1="{BASE}" y2="{BASE}"/>')
    parts += [f'<circle class="step" cx="{wide * (place + 0.5):g}" cy="{BASE}" r="2.5"/>' for place in range(levels)]
    parts += [
        f'<path class="mine" d="M{wide * (place + 0.5) - 5:g} {HEIGHT - 1}h10l-5 -7z"/>' for place in sorted(set(own))
    ]
    kind = "strip hidden" if told.is_hidden else "strip"
    return mark_safe(f'<svg class="{kind}" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{"".join(parts)}</svg>')


def _column(told: Spread, place: int, wide: float) -> str:
    left = wide * place + 2
    if told.middle:
        low, high = told.middle
        if low <= place <= high:
            return _block("middle", left, wide, TALL)
        if told.half and told.half[0] <= place <= told.half[1]:
            return _block("half", left, wide, TALL * 0.6)
        return ""
    count = told.cells.get(place)
    if count is None:
        return ""
    return _block("count", left, wide, TALL * min(count, FULL) / FULL) if count else _block("few", left, wide, 3)


def _block(kind: str, left: float, wide: float, tall: float) -> str:
    return (
        f'<rect class="{kind}" x="{left:g}" y="{BASE - 2 - tall:g}" width="{wide - 4:g}" height="{tall:g}" rx="1.5"/>'
    )
