"""The pages of a personal board, continued: tests/journeys/rooms/board.py fills the board."""

from __future__ import annotations

from typing import Any

from ladders.chart import Chart
from mentors.subscribing import issue_feed, keep_feed
from people.models import Person

# Addresses that are no page of their own: they act or lead on.
ACTS = {"feed_show"}


def live(person: Person, chart: Chart) -> None:
    """A calendar; everything else is there."""
    keep_feed(person, ("due",), names=False)
    issue_feed(person)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    return {name: {} for name in ("feed_edit", "board_export", "board_import", "board_review", "event_list")}
