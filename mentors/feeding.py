"""What a board's calendar shows: when somebody is due, what was promised, when to look at the whole. Pure.

Neutral unless the owner wants names: a hosted calendar fetches it, so its text leaves the company.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentors.cadence import Band
from mentors.calendar import Event
from mentors.desk import Desk
from mentors.fitting import next_review


class Category(StrEnum):
    DUE = "due"
    FOLLOW_UPS = "follow_ups"
    REVIEW = "review"


CATEGORIES = {
    Category.DUE: gettext_lazy("When somebody is due"),
    Category.FOLLOW_UPS: gettext_lazy("What you said you would do, if it has a day"),
    Category.REVIEW: gettext_lazy("When to look at the whole board again"),
}


def events(desk: Desk, today: date) -> list[Event]:
    """What the owner chose to see. What is late stands at today. Without names, a day has one event of each kind."""
    named = desk.settings.feed_names
    found: dict[str, Event] = {}
    for category in Category:
        if category.value in desk.settings.feed:
            for key, day, title in told(desk, category, today):
                on = max(day, today)
                uid = uid_of(category, key if named else on.isoformat())
                found[uid] = Event(uid, on, title if named else neutral(category))
    return list(found.values())


def told(desk: Desk, category: Category, today: date) -> Iterator[tuple[str, date, str]]:
    """A key, a day and a title with names, for each thing of a category."""
    if category is Category.REVIEW:
        due = next_review(desk)
        if due:
            yield "board", due, _("Does your board still fit?")
    elif category is Category.DUE:
        for pid, one in desk.rhythms(today).items():
            if one.due_on and one.band is not Band.RESTING:
                yield pid, one.due_on, _("Get in touch: %(name)s") % {"name": desk.members[pid].contents.name}
    else:
        for held in desk.sitting.values():
            for item in held.contents.summary.open:
                if item.on:
                    words = {"words": item.words, "name": held.contents.name}
                    yield f"{item.touch}:{item.number}", item.on, _("%(words)s (%(name)s)") % words


def neutral(category: Category) -> str:
    names = {
        Category.DUE: _("Career check-in"),
        Category.FOLLOW_UPS: _("Career follow-up"),
        Category.REVIEW: _("Career review"),
    }
    return names[category]


def uid_of(category: Category, key: str) -> str:
    return f"{hashlib.sha256(f'{category.value}:{key}'.encode()).hexdigest()[:32]}@careerpath"
