"""Where the owner stands, as far as their board needs to know: the skills that are open on the way to their aim."""

from __future__ import annotations

from assessments.outlook import Outlook
from ladders.gaps import gap
from ladders.reading import Place
from ladders.rows import State
from mentors.contents import Topic
from people.models import Person


def open_gaps(owner: Person, place: Place | None) -> list[Topic]:
    """The skills below what the aim asks, what moves most first; none without a place, or while a review hides them.

    One query.
    """
    goal = place and (place.aim or place.stage)
    if not place or not goal:
        return []
    came_from = place.stage.slug if place.stage and place.stage is not goal else None
    found = gap(place.chart, goal.slug, Outlook.held(owner, place.chart), {}, came_from=came_from)
    rows = [*found.moves, *(row for row in found.rows if row.required and row not in found.moves)]
    return [Topic(row.skill.pid, row.skill.title) for row in rows if row.state is State.GROW]
