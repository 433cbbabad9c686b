"""What the page that publishes a draft shows: what changes, what stands in the way, and whom it touches."""

from __future__ import annotations

from typing import Any

from drafts.changes_page import against, points_of
from drafts.desk import Desk
from drafts.differing import difference
from drafts.forms.publish import DraftPublishForm, suggestion
from drafts.history import changes_of, told
from drafts.impact import impact
from drafts.labels import next_label
from drafts.models import Draft
from drafts.models.second_person import in_the_way
from drafts.previewing import chart_kept
from ladders.changes import Weight, suggested
from people.models import Person


def first_shown(draft: Draft, desk: Desk) -> dict[str, Any]:
    """The label suggested, from the heaviest change."""
    found = difference(draft, desk)
    label, number = suggestion(draft)
    return {"label": next_label(label, suggested(found.changes) if found else None, number)}


def publish_page(draft: Draft, desk: Desk, viewer: Person, form: DraftPublishForm) -> dict[str, Any]:
    """The context beside the frame. A form that was sent with an older revision is told what changed since."""
    found = difference(draft, desk)
    chart = chart_kept(draft.pk, draft.revision)
    return against(draft, desk) | {
        "form": form,
        "troubles": points_of(draft, desk, desk.troubles),
        "weight": weight_of(suggested(found.changes) if found else None),
        "impact": impact(found, chart, viewer) if found and chart else None,
        "another": in_the_way(draft, viewer),
        "since": since(draft, desk, form),
    }


def weight_of(weight: Weight | None) -> str:
    return weight.name.lower() if weight else ""


def since(draft: Draft, desk: Desk, form: DraftPublishForm) -> list[Any]:
    """The edits made after the page was shown that sent the form; from now on they count as seen."""
    seen = form.cleaned_data.get("seen") if form.is_bound else None
    if seen is None or seen >= draft.revision:
        return []
    form.look_again(draft.revision)
    changes = changes_of(draft).filter(number__gt=seen)[:50]
    return told(draft, desk, changes, desk.head.body.get("language") or "en")
