"""Each room's own part of the matrix. A module here has

- `TABLE`: lines as in tests/authz/table.py;
- `fill(cast, things)`: makes what they are about and names it in `things` ("ada.packet", "draft.open");
- `forms(world)`: url name → the form that the page would accept;
- `readers(row, world)`: who may be shown the words of a row of this room (a set of names), None for rows of others;
- `about(row)`: the person a row is about, None if nobody;
- `WITHOUT`: text fields without a sentinel of their own, and why;
- `plant()`: words that stand where no column shows them, with where they are;
- `DOORS`: models with a `visible_to` → `(world, name, row) -> bool`, the rule once more for one row.

All but the first three can be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from people.models import Person
from tests.authz.rooms import (
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

if TYPE_CHECKING:
    from tests.authz.world import World

Forms = dict[str, dict[str, Any]]
ROOMS: tuple[ModuleType, ...] = (
    lines,
    rounds,
    reviews,
    feedback,
    calibration,
    packets,
    teams,
    organisation,
    board,
    board_people,
    board_files,
)


def each(name: str) -> Iterator[Any]:
    """What the rooms have under a name, those that have it."""
    return (getattr(room, name) for room in ROOMS if hasattr(room, name))


def readers_in_rooms(row: Model, world: World) -> frozenset[str] | None:
    """Who reads a row, as its room says; None if no room knows it."""
    return next((found for says in each("readers") if (found := says(row, world)) is not None), None)


def about_in_rooms(row: Model) -> Person | None:
    """The person a row is about, as its room says."""
    return next((found for says in each("about") if (found := says(row)) is not None), None)


def doors() -> dict[type[Model], Callable[[World, str, Model], bool]]:
    """Models with a door of their own, and who may pass it."""
    return {model: rule for found in each("DOORS") for model, rule in found.items()}
