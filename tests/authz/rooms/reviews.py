"""The part of the matrix about reviews: see the package's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Model

from assessments.models import Agreement, Appraisal

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


def pair(world: World, name: str, row: Model) -> bool:
    """That there is a review, the two know; what they agree on, once it is revealed."""
    review = row.appraisal if isinstance(row, Agreement) else row
    assert isinstance(review, Appraisal)
    known = review is row or review.revealed_at is not None
    return known and world.person(name) in (review.person, review.assessor)


DOORS = {Appraisal: pair, Agreement: pair}
