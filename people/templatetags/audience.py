"""The line under the heading of a personal page: who can read it."""

from __future__ import annotations

from django import template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from people import policy
from people.models import Person

register = template.Library()


@register.inclusion_tag("ui/_audience.html", takes_context=True)
def audience(context: template.Context, ability: str, about: Person | None = None) -> dict[str, object]:
    """Who has `ability` (a value of policy.Ability) about the person who looks at the page, or about `about`."""
    viewer = context["request"].user
    person = about or viewer
    who = policy.audience(person, policy.Ability(ability))
    others = [reader.name for reader in (person, *who.readers) if reader != viewer]
    names = others if len(others) == len(who.readers) + 1 else [_("You"), *others]
    if who.admins:
        names.append(_("the people team"))
    return {
        "everyone": who.everyone,
        "admins": who.admins,
        "readers": get_text_list(names, _("and")) if others or who.admins else "",
        # Who read it can be looked up by whom it is about.
        "own": person == viewer,
    }
