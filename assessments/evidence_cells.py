"""The log of evidence as HTML: the rows, who reads each of them and who saw it, and a small bar for each skill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from assessments.models import Evidence
from assessments.quarters import Quarters
from ladders.chart import Chart
from ladders.pictures.spark import quarters_small


@dataclass(frozen=True)
class Log:
    """What a person noted. `reader` is the manager, `shared` the primary keys of the items that are open to them."""

    chart: Chart | None
    reader: str = ""
    shared: frozenset[int] = field(default_factory=frozenset)

    def rows(self, items: Iterable[Evidence]) -> SafeString:
        """The day, the line that leads to the item, how strong it is, which skills it shows, and who reads it."""
        titles = {skill.pk: skill.title for skill in self.chart.skills} if self.chart else {}
        return mark_safe("".join(self.row(item, titles) for item in items))

    def row(self, item: Evidence, titles: Mapping[int, str]) -> str:
        day = f'<time datetime="{item.happened_on:%Y-%m-%d}">{escape(date_format(item.happened_on, "j F Y"))}</time>'
        skills = ", ".join(titles[skill.pk] for skill in item.skills.all() if skill.pk in titles)
        about = " · ".join(part for part in (skills, item.get_strength_display()) if part)
        url = escape(reverse("evidence_edit", args=[item.pid]))
        proof = ""
        if item.link:
            name = escape(_("Open the link of “%(title)s”") % {"title": item.title})
            proof = (
                f' · <a href="{escape(item.link)}" rel="noopener noreferrer" aria-label="{name}">'
                f"{escape(_('link'))}</a>"
            )
        title = f'<a href="{url}">{escape(item.title)}</a>'
        return f'<li class="done">{day}{title}<br><small>{escape(about)}{proof}</small>{self.people(item)}</li>'

    def people(self, item: Evidence) -> str:
        """Who saw it, and who reads it."""
        saw, reads = seen_by(item), _("Only you read it.")
        if item.pk in self.shared:
            reads = _("%(name)s reads it.") % {"name": self.reader}
        name = escape(_("Who reads “%(title)s”") % {"title": item.title})
        url = escape(reverse("share_edit", args=[item.pid]))
        said = f"<b>{escape(saw)}</b> · " if saw else ""
        link = f'<a href="{url}" aria-label="{name}">{escape(_("Change this"))}</a>'
        return f'<p class="soft s">{said}{escape(reads)} {link}</p>'


def seen_by(item: Evidence) -> str:
    """ "Seen by Di Castellanos", with a word for those who saw it before it was reworded; "" if nobody said so."""
    here = [word.witness.name if word.witness else _("somebody who left") for word in item.witnesses if word.holds]
    before = [
        word.witness.name if word.witness else _("somebody who left") for word in item.witnesses if not word.holds
    ]
    parts = []
    if here:
        parts.append(_("Seen by %(names)s") % {"names": get_text_list(here, _("and"))})
    if before:
        parts.append(
            _("Seen by %(names)s before it was reworded") % {"names": get_text_list(before, _("and"))},
        )
    return " · ".join(parts)


def bars(counts: Mapping[int, tuple[int, ...]], chart: Chart | None, quarters: Quarters) -> SafeString:
    """One line for each skill that something was noted for in the last twelve months, the most first."""
    titles = {skill.pk: skill.title for skill in chart.skills} if chart else {}
    found = [(titles[skill], found) for skill, found in counts.items() if skill in titles and any(found)]
    return mark_safe(
        "".join(
            f"<li><span>{escape(title)}</span> <span>{quarters_small(by, quarters.labels)} {sum(by)}</span></li>"
            for title, by in sorted(found, key=lambda pair: (-sum(pair[1]), pair[0]))
        )
    )
