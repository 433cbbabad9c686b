"""One cell of the table of what each stage expects."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from ladders.chart import Expectation

NOTHING = mark_safe("–")
ON = ' class="on"'


def level_cell(expectation: Expectation | None, high: int) -> SafeString:
    """The expected level in bold, in parentheses where it is only welcome, a dash for none; a small bar to `high`."""
    if expectation is None:
        return NOTHING
    return _cell(expectation.level, expectation.required, high)


MOST_PIPS = 12  # more would be thinner than the space between them; then it is one bar


@lru_cache(maxsize=512)
def _cell(level: int, required: bool, high: int) -> SafeString:
    if high > MOST_PIPS:
        reached = 30 * min(level, high) / high
        pips = f'<rect width="30" height="5"/><rect{ON} width="{reached:.4g}" height="5"/>'
    else:
        pitch = 30 / max(1, high)
        pips = "".join(
            f'<rect{ON if step < level else ""} x="{pitch * step:.4g}" width="{pitch - 1:.4g}" height="5"/>'
            for step in range(high)
        )
    number = f"<b>{level}</b>" if required else f"({level})"
    return mark_safe(f'{number}<svg class="pips" viewBox="0 0 30 5" aria-hidden="true">{pips}</svg>')
