"""Each room's own pages, with everything on them, for the journey that looks at every page. A module here has `live`,
`pages` and `ACTS`, as tests/journeys/rooms/teams.py has them.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from ladders.chart import Chart
from people.models import Person
from tests.journeys.rooms import (
    board,
    board_files,
    board_people,
    calibration,
    feedback,
    lines,
    organisation,
    packets,
    reviews,
    rounds,
    teams,
)

ROOMS: tuple[ModuleType, ...] = (
    lines,
    reviews,
    rounds,
    feedback,
    calibration,
    packets,
    teams,
    organisation,
    board,
    board_people,
    board_files,
)
ROOM_ACTS: set[str] = set().union(*(room.ACTS for room in ROOMS))


def live_in_rooms(person: Person, chart: Chart) -> None:
    for room in ROOMS:
        room.live(person, chart)


def room_pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    return {name: kwargs for room in ROOMS for name, kwargs in room.pages(person, chart).items()}
