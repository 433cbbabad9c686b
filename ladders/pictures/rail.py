"""The gap rail: one skill on its scale, a gate where the stage expects it and a dot where the person is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDTH = 240
STEPS = 12


@lru_cache(maxsize=8192)
def rail(
    need: int | None,
    now: int | None,
    *,
    low: int = 0,
    high: int = 5,
    required: bool = True,
    ghost_self: int | None = None,
    ghost_manager: int | None = None,
) -> SafeString:
    """One rail on the scale from `low` to `high`, drawn for the eye only: the text beside it says it all.

    `need` is None where nothing is expected, `now` where nobody has rated; a gate that is only welcome
    (`required` False) is dashed. The ghosts are what the person and the manager said, each on their own.
    """

    def x(level: int) -> str:
        return f"{_place(min(max(level, low), high), low, high):g}"

    parts = [_scale(low, high, unknown=need is not None and now is None)]
    if need is not None:
        if now is not None and now != need:
            kind = "grow" if now < need else "beyond"
            parts.append(f'<line class="span {kind}" x1="{x(now)}" x2="{x(need)}" y1="16" y2="16"/>')
        dashes = "" if required else ' stroke-dasharray="3 3"'
        parts.append(f'<path class="need"{dashes} d="M{_place(need, low, high) - 4:g} 4h8m-4 0v24m-4 0h8"/>')
    if now is not None:
        parts.append(_dot(x(now), need, now))
    if ghost_self is not None:
        left = _place(ghost_self, low, high) - 5
        parts.append(f'<path class="ghost" d="M{left:g} -1h10l-5 7z"/>')
    if ghost_manager is not None:
        left = _place(ghost_manager, low, high) - 4
        parts.append(f'<path class="ghost" d="M{left:g} 26h8v8h-8z"/>')
    return mark_safe(f'<svg class="rail" viewBox="0 0 {WIDTH} 32" aria-hidden="true">{"".join(parts)}</svg>')


def _place(level: int, low: int, high: int) -> float:
    """The middle of the cell of `level` when the scale has cells of one width: 20 + 40 × level for 0 to 5."""
    return round(WIDTH * (level - low + 0.5) / (max(high, low) - low + 1), 1)


@lru_cache(maxsize=256)
def _scale(low: int, high: int, *, unknown: bool) -> str:
    """The line of the scale; the way from 0, not yet, to 1 is dotted, and a scale without a rating hatched."""
    start = low + 1 if low == 0 and high > 1 else low
    first, last = _place(start, low, high), _place(high, low, high)
    pre = f'<line class="pre" x1="{_place(low, low, high):g}" x2="{first:g}" y1="16" y2="16"/>' if start > low else ""
    css = "blank" if unknown else "bar"
    levels = range(low, high + 1) if high - low <= STEPS else (low, high)
    steps = "".join(f'<circle class="step" cx="{_place(level, low, high):g}" cy="16" r="2.5"/>' for level in levels)
    return f'{pre}<line class="{css}" x1="{first:g}" x2="{last:g}" y1="16" y2="16"/>{steps}'


def _dot(x: str, need: int | None, now: int) -> str:
    if need is None:
        return f'<circle class="ghost" cx="{x}" cy="16" r="7"/>'
    kind = "met" if now == need else "grow" if now < need else "beyond"
    plus = f'<path class="plus" d="M{float(x) - 4:g} 16h8m-4-4v8"/>' if kind == "beyond" else ""
    return f'<circle class="now {kind}" cx="{x}" cy="16" r="8"/>{plus}'


def rail_axis(levels: Sequence[int]) -> SafeString:
    """The numbers over a column of rails; a scale may leave out numbers, their places stay empty."""
    if not levels:
        return mark_safe("")
    known = set(levels)
    cells = (f"<span>{level if level in known else ''}</span>" for level in range(min(known), max(known) + 1))
    return mark_safe(f'<div class="axis" aria-hidden="true">{"".join(cells)}</div>')


def rail_key(*, welcome: bool = True, ghosts: bool = False) -> SafeString:
    """What the marks on a rail mean, as a list; the dashed gate and the two ghosts where a page shows them."""
    gate = "M12 4h8m-4 0v24m-4 0h8"
    rows = [
        (f'<path class="need" d="{gate}"/>', _("expected")),
        ('<circle class="now met" cx="16" cy="16" r="8"/>', _("now, met")),
        ('<circle class="now grow" cx="16" cy="16" r="8"/>', _("to grow")),
        ('<circle class="now beyond" cx="16" cy="16" r="8"/><path class="plus" d="M12 16h8m-4-4v8"/>', _("beyond")),
        ('<line class="blank" x1="6" x2="28" y1="16" y2="16"/>', _("not rated")),
    ]
    if welcome:
        rows.insert(1, (f'<path class="need" stroke-dasharray="3 3" d="{gate}"/>', _("welcome")))
    if ghosts:
        rows.append(('<path class="ghost" d="M11 13h10l-5 7z"/>', _("said by the person")))
        rows.append(('<path class="ghost" d="M12 12h8v8h-8z"/>', _("said by the manager")))
    items = "".join(
        f'<li><svg class="rail" viewBox="4 2 24 28" aria-hidden="true">{mark}</svg>{escape(text)}</li>'
        for mark, text in rows
    )
    return mark_safe(f'<ul class="key">{items}</ul>')
