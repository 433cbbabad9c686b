"""The ways into a ladder's craft from other jobs (top-level key `x-ways-in`)."""

from __future__ import annotations

from pydantic import Field

from ladders.exchange.fields import Count, Id, Ids, Part, Text, Texts, Title


class Brought(Part):
    """A skill that people bring along, the level they often start at (None: nothing is said), and why."""

    skill: Id
    level: Count | None = None
    text: Text = ""


class Lack(Part):
    """What people have usually not done yet, in a skill or in general (""); `tries` (key `try`): ways to it."""

    skill: Id = ""
    text: Text
    tries: Texts = Field(default=(), alias="try")


class WayIn(Part):
    """Another job people come from; `to` are the stages they usually enter at."""

    id: Id
    title: Title
    text: Text = ""
    to: Ids = ()
    brings: tuple[Brought, ...] = ()
    lacks: tuple[Lack, ...] = ()
