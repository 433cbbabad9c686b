"""The part of the matrix about organisation: see the package's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organisation.models import Snapshot
from tests.organisation.sheets import freeze

if TYPE_CHECKING:
    from django.db.models import Model

    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# The organisation in numbers: a function one may know of, for the people team
organisation_show    own                                               200 405 405 405 405  ! ! ! ! ! + ! ! > ! >
organisation_table   own                                               200 405 405 405 405  ! ! ! ! ! + ! ! > ! >
"""
WITHOUT = {"organisation.Snapshot.sheet": "titles of ladders, skills and teams; its counts have attacks of their own"}


def fill(cast: Cast, things: Things) -> None:
    """Snapshots in which something is told and something hidden."""
    things["organisation.snapshot"] = freeze()[-1]


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    return {}


def readers(row: Model, world: World) -> frozenset[str] | None:
    return frozenset({"hal"}) if isinstance(row, Snapshot) else None


def door(world: World, name: str, row: Model) -> bool:
    return name == "hal"


DOORS = {Snapshot: door}
