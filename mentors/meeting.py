"""Where the people on a board were met: events, communities, conferences. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentors import contents
from mentors.bringing import alike
from mentors.desk import Desk, Held


@dataclass(frozen=True, slots=True)
class Occasion:
    """A place and a day, with everybody met there; `on` None: no day was noted."""

    at: str
    on: date | None
    members: tuple[Held[contents.Member], ...]


def occasions(desk: Desk) -> list[Occasion]:
    """The latest first, those without a day at the end. One place written in two ways is one."""
    found: dict[tuple[str, date | None], list[Held[contents.Member]]] = {}
    for held in desk.members.values():
        if held.contents.met_at or held.contents.met_on:
            found.setdefault((alike(held.contents.met_at), held.contents.met_on), []).append(held)
    listed = [Occasion(members[0].contents.met_at, on, tuple(members)) for (_at, on), members in found.items()]
    listed.sort(key=lambda one: alike(one.at))
    return sorted(listed, key=lambda one: one.on or date.min, reverse=True)
