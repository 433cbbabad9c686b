"""The scale bar of readiness: one block for each expectation."""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

KINDS = ("", "grow", "unknown")


def scalebar(met: int, grow: int, unknown: int) -> SafeString:
    """The bar and the list of its counts; a kind that does not occur is left out. Empty for no expectation."""
    counts = (met, grow, unknown)
    if not any(counts):
        return mark_safe("")
    texts = (
        ngettext("%(count)d met", "%(count)d met", met),
        ngettext("%(count)d to grow", "%(count)d to grow", grow),
        ngettext("%(count)d not rated", "%(count)d not rated", unknown),
    )
    blocks = "".join(f"<li{_css(kind)}></li>" * count for kind, count in zip(KINDS, counts, strict=True))
    items = "".join(
        f"<li><i{_css(kind)}></i>{escape(text % {'count': count})}</li>"
        for kind, text, count in zip(KINDS, texts, counts, strict=True)
        if count
    )
    return mark_safe(f'<ol class="scalebar" aria-hidden="true">{blocks}</ol><ul class="key">{items}</ul>')


def _css(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
