"""Two wordings of a shared skill, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drafts.history import compared
from skills.models import Edition


@dataclass(frozen=True, slots=True)
class Differing:
    """A part of a skill that two wordings say differently: what it is, and both texts as one (safe HTML)."""

    name: str
    words: SafeString


def differing(before: int, after: int, levels: dict[str, str]) -> list[Differing]:
    """The parts in which two editions (primary keys) differ, in their order. `levels`: the names of the levels."""
    both = {edition.pk: parts(edition, levels) for edition in with_texts().filter(pk__in=[before, after])}
    old, new = both.get(before, {}), both.get(after, {})
    return [
        Differing(name, compared(old.get(name, ""), new.get(name, "")))
        for name in dict.fromkeys([*old, *new])
        if old.get(name, "") != new.get(name, "")
    ]


def with_texts() -> QuerySet[Edition]:
    return Edition._default_manager.prefetch_related("anchors__statements")


def parts(edition: Edition, levels: dict[str, str]) -> dict[str, str]:
    """The texts of an edition by what they are called."""
    found = {
        _("Title"): edition.title,
        _("What it is"): edition.text,
        _("Other names"): "\n".join(edition.also),
        _("Measures"): "\n".join(edition.measures),
        _("Reference"): edition.ref,
        _("Core"): _("yes") if edition.core else _("no"),
        _("Rated"): _("yes") if edition.rated else _("no"),
    }
    for anchor in edition.anchors.all():
        lines = [anchor.name, anchor.text, *(sign.text for sign in anchor.statements.all()), *anchor.examples]
        name = levels.get(str(anchor.level), str(anchor.level))
        found[name] = "\n".join(filter(None, lines))
    return found
