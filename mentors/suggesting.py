"""Needs to begin a seat with: what the owner's aim asks of them, and what most people need sooner or later. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentors.contents import Seat, Topic

MOST = 6


@dataclass(frozen=True, slots=True)
class Template:
    """A need that is about no skill in particular: its key, what it is called, and why one has it."""

    key: str
    need: str | Promise
    why: str | Promise


TEMPLATES = (
    Template(
        "stakeholder", _("Hard stakeholder"), _("Somebody who has met people like this one, and says what worked.")
    ),
    Template(
        "fork", _("My next fork"), _("Somebody who stood where the way parts, and can tell what either side is like.")
    ),
    Template("ahead", _("Product leader ahead of me"), _("Somebody who does today what I want to do next.")),
    Template("mirror", _("Peer mirror"), _("Somebody at my stage who says honestly how I come across.")),
    Template(
        "outside", _("A look from outside"), _("Somebody who does not know our company, our product or our words.")
    ),
    Template(
        "finance", _("Working with finance"), _("Somebody who can read a budget with me and knows what counts.")
    ),
    Template("calm", _("A calm head"), _("Somebody to think aloud with when something goes wrong.")),
)


def template_of(key: str) -> Template | None:
    return next((template for template in TEMPLATES if template.key == key), None)


def open_topics(gaps: Iterable[Topic], seats: Iterable[Seat]) -> list[Topic]:
    """The gaps, in their order, for which there is no seat yet."""
    held = {seat.topic.pid for seat in seats if seat.topic and not seat.retired_on}
    return [topic for topic in gaps if topic.pid not in held][:MOST]


def open_templates(seats: Iterable[Seat]) -> list[Template]:
    """The templates that are not a seat yet, by their words."""
    named = {seat.need.strip().casefold() for seat in seats if not seat.retired_on}
    return [template for template in TEMPLATES if str(template.need).casefold() not in named]
