"""The skills that something on a board can be about: those of the owner's ladder, by their titles."""

from __future__ import annotations

from collections.abc import Iterable

from ladders.reading import place_of
from mentors.contents import Topic
from people.models import Person


def topics_for(owner: Person, had: Iterable[Topic | None] = ()) -> dict[str, Topic]:
    """What there is to choose, by public id: the skills of the owner's ladder, then those in `had` that are none."""
    place = place_of(owner)
    found = {skill.pid: Topic(skill.pid, skill.title) for skill in place.chart.skills} if place else {}
    return found | {topic.pid: topic for topic in had if topic and topic.pid not in found}
