"""The line under the heading of a personal page: who can read it."""

from __future__ import annotations

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from people import policy

register = template.Library()


@register.inclusion_tag("ui/_audience.html", takes_context=True)
def audience(context: template.Context, ability: str) -> dict[str, object]:
    """Who has `ability` (a value of policy.Ability) about the person who looks at the page. Two queries at most."""
    who = policy.audience(context["request"].user, policy.Ability(ability))
    readers = get_text_list([_("You"), *who.names], _("and")) if who.names else ""
    return {"audience": who, "readers": readers}
