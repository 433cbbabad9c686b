"""The part of the matrix about rounds: see the package's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
"""


def fill(cast: Cast, things: Things) -> None:
    """Makes what the pages are about, in every state."""


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    return {}
