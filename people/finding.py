"""Finding a colleague by what somebody types: a name, a part of one, or a work address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from people.models import Person, normal_email
from people.models.person import PersonQuerySet

A_FEW = 8
SUGGESTED = 1000  # names that a page suggests while one types; in a larger organisation one types more of it


def labels(people: Iterable[Person]) -> list[str]:
    """What to type for each: the name; with the job title for those who share one."""
    everybody = list(people)
    often = Counter(person.name for person in everybody)
    return [f"{one.name} ({one.title})" if often[one.name] > 1 and one.title else one.name for one in everybody]


def find(said: str, among: PersonQuerySet) -> list[Person]:
    """Those who are meant: one if it is clear, several if it is not (nine at most), none if nobody is.

    Tries the work address, the whole name with the title and without, and each word as a part of the name.
    """
    said = said.strip()
    name, _paren, title = said.removesuffix(")").rpartition(" (")
    parts = among
    for word in said.split():
        parts = parts.filter(name__icontains=word)
    for found in (
        among.filter(email=normal_email(said)),
        among.filter(name__iexact=name, title__iexact=title) if name else among.none(),
        among.filter(name__iexact=said),
        parts,
    ):
        people = list(found.order_by("name", "pk")[: A_FEW + 1])
        if people:
            return people
    return []
