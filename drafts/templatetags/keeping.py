"""What a page about a published ladder says to those who keep it.

{% load keeping %}{% keeping chart.ladder as keeping %}
{% include "drafts/_edit_ladder.html" %}
"""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.db.models import Exists, OuterRef, Subquery

from drafts.models import Draft, Keeper
from drafts.models.keeper import ladders_kept
from ladders.models import Ladder

register = template.Library()


@dataclass(frozen=True, slots=True)
class Keeping:
    """Whether the ladder is retired, whether the viewer edits it, and its open draft ("": none they may read)."""

    retired: bool = False
    may_edit: bool = False
    draft: str = ""


@register.simple_tag(takes_context=True)
def keeping(context: template.Context, ladder: str) -> Keeping:
    """How the viewer keeps a ladder (public id); one query."""
    viewer = context["request"].user
    draft = Draft.objects.visible_to(viewer).open().filter(ladder=OuterRef("pk"))
    edited = ladders_kept(viewer, Keeper.Kind.EDIT).filter(pk=OuterRef("pk"))
    rows = Ladder.objects.visible_to(viewer).filter(pid=ladder)
    found = rows.values_list("retirement", Exists(edited), Subquery(draft.values("pid")[:1])).first()
    return Keeping(found[0] is not None, found[1], found[2] or "") if found else Keeping()
