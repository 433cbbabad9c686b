"""What is stored about people: each app says it in its module `privacy`, in plain words and field by field.

A field that nobody classified breaks the build, and the page "What we store" shows the same lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from django.utils.functional import Promise

from safeguards.rooms import each

Words = str | Promise


class Fate(Enum):
    """What becomes of a field when the person it is about takes their data along, or leaves."""

    EXPORT = "handed over, then erased"
    ERASE = "erased"  # secrets and tokens: handing them over would only help a thief
    PSEUDONYMISE = "kept without the name"  # it belongs to somebody else's record, too
    NOT_PERSONAL = "kept"


def fields(fate: Fate, **names: str) -> dict[str, Fate]:
    """Fields of one fate, as {"people.Person.name": fate}; given as `people_Person="name title"`."""
    return {
        f"{model.replace('_', '.', 1)}.{name}": fate for model, listed in names.items() for name in listed.split()
    }


@dataclass(frozen=True, slots=True)
class Stored:
    """One kind of data: what it is, why it is there, for how long, who can read it, and the fields that hold it."""

    what: Words
    why: Words
    how_long: Words
    who: Words
    fields: Mapping[str, Fate] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """A table of the page "What we store"."""

    title: Words
    rows: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Privacy:
    """What one app says: the topics it shows to people, and its fields that say nothing about anybody."""

    topics: tuple[Topic, ...] = ()
    not_personal: Mapping[str, Fate] = field(default_factory=dict)

    def fields(self) -> Iterator[tuple[str, Fate]]:
        """Every field with its fate; a field that was classified twice comes twice."""
        yield from self.not_personal.items()
        for topic in self.topics:
            for row in topic.rows:
                yield from row.fields.items()


def declared() -> Iterator[Privacy]:
    """What the installed apps say, in the order of INSTALLED_APPS."""
    for room in each("privacy"):
        if room.__name__ != __name__:
            yield room.PRIVACY
