"""The pages about a whole draft, in the bar above each of them."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

# Address and name, in the order of the work.
PAGES = (
    ("draft_show", _("Grid")),
    ("texts_show", _("Texts")),
    ("head_edit", _("About")),
    ("draft_changes", _("What changed")),
    ("draft_check", _("Check")),
    ("draft_preview", _("See it as a person")),
    ("anchor_test_list", _("Anchor test")),
    ("history_show", _("History")),
)
ASK = ("review_ask", _("Ask for a review"))
PUBLISH = ("draft_publish", _("Publish…"))


@register.simple_tag(takes_context=True)
def draft_links(context: template.Context) -> SafeString:
    """The links, with the page one is on marked. The page has to have the context of `drafts.frame.frame`."""
    draft, review = context["draft"], context["review"]
    asks = context["may_edit"] and (review is None or review.answered_at is not None)
    shown = [*PAGES, *([ASK] if asks else []), *([PUBLISH] if context["may_publish"] else [])]
    here = context["request"].resolver_match.url_name
    return format_html_join(
        "\n",
        '<a href="{}"{}>{}</a>',
        (
            (reverse(name, args=[draft.pid]), SafeString(' aria-current="page"' if name == here else ""), title)
            for name, title in shown
        ),
    )
