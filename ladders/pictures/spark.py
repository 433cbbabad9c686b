"""Small pictures of counts over time: evidence by quarter, expectations met from check-in to check-in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class Trend:
    """How many of `of` expectations were met at each check-in, the oldest first."""

    title: str
    met: tuple[int, ...]
    of: int


def quarters(counts: Sequence[int], labels: Sequence[str]) -> SafeString:
    """Evidence by quarter as bars, with the counts over and the labels ("Q3") under them, the oldest first."""
    width, most = 56 * len(counts) - 8, max([1, *counts])
    parts = [f'<line class="base" x1="0" x2="{width}" y1="72.5" y2="72.5"/>']
    for number, (count, label) in enumerate(zip(counts, labels, strict=True)):
        x, height = 8 + 56 * number, max(2, round(52 * count / most)) if count else 0
        if count:
            parts.append(f'<rect class="b" x="{x}" y="{72 - height}" width="32" height="{height}"/>')
        parts.append(f'<text class="v mid" x="{x + 16}" y="{66 - height}">{count}</text>')
        parts.append(f'<text class="mid" x="{x + 16}" y="88">{escape(label)}</text>')
    size = f'width="{width}" height="92" viewBox="0 0 {width} 92"'
    return _spark(size, "".join(parts), _said(counts, labels)) if counts else mark_safe("")


def quarters_small(counts: tuple[int, ...], labels: tuple[str, ...]) -> SafeString:
    """The same in one line of text: a dash for none, a bar that grows up to three or more."""
    width = 10 * len(counts) - 2
    size = f'width="{width}" height="16" viewBox="0 0 {width} 16"'
    return _spark(size, _small(counts), _said(counts, labels)) if counts else mark_safe("")


@lru_cache(maxsize=4096)
def _small(counts: tuple[int, ...]) -> str:
    parts = []
    for number, count in enumerate(counts):
        x, height = 10 * number, min(16, 1 + 5 * count)
        if count:
            parts.append(f'<rect class="b" x="{x}" y="{16 - height}" width="7" height="{height}"/>')
        else:
            parts.append(f'<line class="z" x1="{x}" x2="{x + 7}" y1="15" y2="15"/>')
    return "".join(parts)


def _spark(size: str, picture: str, said: str) -> SafeString:
    return mark_safe(
        f'<svg class="spark" {size} aria-hidden="true">{picture}</svg><span class="vh">{escape(said)} </span>'
    )


def _said(counts: Sequence[int], labels: Sequence[str]) -> str:
    rows = ", ".join(f"{label} {count}" for label, count in zip(labels, counts, strict=True))
    return _("Evidence by quarter: %(quarters)s.") % {"quarters": rows}


def trend_lines(series: Sequence[Trend]) -> SafeString:
    """One small line for each trend, with the dashed goal above it and the counts in words below."""
    shown = [trend for trend in series if trend.met]
    last = escape(_("%(met)d of %(all)d"))
    said = {many: _check_ins(many) for many in {len(trend.met) for trend in shown}}
    pictures = "".join(_trend(trend, last, said[len(trend.met)]) for trend in shown)
    return mark_safe(f'<div class="cols multiples">{pictures}</div>' if pictures else "")


def _check_ins(many: int) -> str:
    return escape(ngettext("%(count)d check-in: %(met)s. From", "%(count)d check-ins: %(met)s. From", many))


def _trend(trend: Trend, last: str, said: str) -> str:
    met, top = trend.met, max(1, trend.of)
    y = [f"{40 - 36 * min(value, top) / top:.0f}" for value in met]
    if len(met) == 1:
        points = f"112,{y[0]} 128,{y[0]}"
    else:
        points = " ".join(f"{4 + 124 * place / (len(met) - 1):.0f},{at}" for place, at in enumerate(y))
    goal = '<line class="goal" x1="4" x2="128" y1="4" y2="4"/>' if trend.of else ""
    return (
        f"<div><h3>{escape(trend.title)}</h3>"
        f'<svg class="spark" viewBox="0 0 132 44" preserveAspectRatio="none" aria-hidden="true">{goal}'
        f'<polyline class="trend" points="{points}"/></svg><p>{_counted(trend, last, said)}</p></div>'
    )


def _counted(trend: Trend, last: str, said: str) -> str:
    """ "1 → 2 of 3", and for screen readers every count. The words are escaped and take numbers only."""
    now = f"<b>{last % {'met': trend.met[-1], 'all': trend.of}}</b>"
    if len(trend.met) == 1:
        return now
    heard = said % {"count": len(trend.met), "met": ", ".join(map(str, trend.met))}
    return f'<span class="vh">{heard} </span>{trend.met[0]} → {now}'
