"""The part of the matrix about reporting lines, notices and the read log: see the package's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Model

from people.models import Notice, Person, Reading

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
"""
WITHOUT = {
    "people.Notice.kind": "one of the words in a room's notices.py",
    "people.Notice.url": "an address",
    "people.Reading.page": "the name of an address",
}


def fill(cast: Cast, things: Things) -> None:
    """Something Ada was told, and that Bo read about her."""
    things["ada.notice"] = Notice.objects.create(
        person=cast.ada, kind="line_changed", detail="detail", subject=cast.bo
    )
    Reading.note(cast.bo, [cast.ada], "assessment_show")
    things["ada.reading"] = Reading.objects.get()


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    return {}


def about(row: Model) -> Person | None:
    return row.person if isinstance(row, Notice | Reading) else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    return frozenset({world.name_of(row.person)}) if isinstance(row, Notice | Reading) else None


def own(world: World, name: str, row: Model) -> bool:
    assert isinstance(row, Notice | Reading)
    return world.person(name) == row.person


DOORS = {Notice: own, Reading: own}
