"""What stands beside the sheet of a piece, whatever it is: remarks about it, and what was done to it.

    {% load beside %}
    {% remarks piece %}                 {% remarks piece "levels/3" %}
    {% place_history piece %}           {% place_history piece "levels/3" %}

The page has to have the context of `drafts.frame.frame`.
"""

from __future__ import annotations

from typing import Any

from django import template

from drafts.history import at_place, changes_of, told
from drafts.models import Piece, Remark
from drafts.telling import names_of

register = template.Library()
FEW = 5  # changes shown beside a sheet; the history has them all
HANDED_ON = ("request", "csrf_token", "draft", "language", "may_edit")


def handed_on(context: template.Context) -> dict[str, Any]:
    return {name: context.get(name) for name in HANDED_ON}


@register.inclusion_tag("drafts/_remarks.html", takes_context=True)
def remarks(context: template.Context, piece: Piece, path: str = "") -> dict[str, Any]:
    """The open remarks about a piece, or about one place of it, and a form for a new one; one query."""
    found = Remark.objects.visible_to(context["request"].user).about(piece).open().oldest_first()
    rows = found.filter(path=path) if path else found
    names = names_of(context["desk"])
    return handed_on(context) | {
        "piece": piece,
        "path": path,
        "remarks": [
            (remark, names.place(remark.path) if remark.path else "") for remark in rows.select_related("by")
        ],
    }


@register.inclusion_tag("drafts/_place_history.html", takes_context=True)
def place_history(context: template.Context, piece: Piece, path: str = "") -> dict[str, Any]:
    """The latest changes of a piece, or of one place of it; one query."""
    draft = context["draft"]
    latest = changes_of(draft).filter(at_place(piece, path))[: FEW + 1]
    rows = told(draft, context["desk"], latest, context["language"])
    return handed_on(context) | {"piece": piece, "rows": rows[:FEW], "more": len(rows) > FEW}
