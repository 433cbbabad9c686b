"""What others wait for somebody to do: every room says its own, and one query asks them all.

A room in which somebody can be waited for has a module `waiting` with `KINDS`: name → Kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise

from people.models import Person
from safeguards.rooms import each

AT_THE_TOP, AT_MOST = 3, 100


@dataclass(frozen=True, slots=True)
class Kind:
    """Something to do: `rows` are those that wait for one person, by a door of theirs.

    `words` is a sentence in which `%(who)s` and `%(what)s` are what the fields named by `who` and `what` hold.
    `since` is the field with the time from which it waits, `page` the name of an address that takes the public id in
    the field `at`.
    """

    rows: Callable[[Person], QuerySet[Any]]
    words: Promise
    since: str
    page: str
    at: str = ""
    who: str = ""
    what: str = ""

    def said(self, who: str, what: str) -> str:
        return str(self.words) % {"who": who, "what": what}

    def url(self, at: str) -> str:
        return reverse(self.page, args=[at] if self.at else [])


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: in words, since when, and where it is done."""

    words: str
    at: datetime
    url: str


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of every room, by name."""
    found: dict[str, Kind] = {}
    for room in each("waiting"):
        found |= getattr(room, "KINDS", {})
    return found


def waiting_for(person: Person, among: Mapping[str, Kind] | None = None, *, at_most: int = AT_MOST) -> list[Waiting]:
    """What waits for the person, the oldest first. One query."""
    known = kinds() if among is None else among
    first, *rest = (_asked(name, kind, person) for name, kind in known.items())
    rows = first.union(*rest, all=True).order_by("waits_since", "waits_at")[:at_most]
    return [Waiting(known[name].said(who, what), since, known[name].url(at)) for name, since, at, who, what in rows]


def news_waiting(person: Person) -> list[Waiting]:
    """For the first page: three at most, and a fourth if there is more."""
    return waiting_for(person, at_most=AT_THE_TOP + 1)


def _asked(name: str, kind: Kind, person: Person) -> Any:
    """The rows of one kind, with the same columns for all of them."""
    columns = {
        "waits_kind": Value(name, output_field=CharField()),
        "waits_since": F(kind.since),
        "waits_at": _text(kind.at),
        "waits_who": _text(kind.who),
        "waits_what": _text(kind.what),
    }
    return kind.rows(person).order_by().annotate(**columns).values_list(*columns)


def _text(field: str) -> Any:
    """A field as text of any length, so that the columns of all kinds are alike."""
    return Cast(F(field) if field else Value(""), CharField())
