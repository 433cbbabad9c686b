"""From which library a ladder takes skills, and what happens when it takes them from another."""

from __future__ import annotations

from dataclasses import dataclass

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.shared import library_named
from drafts.writing import Pen, pen
from ladders.models import Version
from ladders.published import chart_of
from people.models import Person


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library there is: its id, its title, how many skills it has."""

    slug: str
    title: str
    skills: int


def shelves(*, without: str) -> list[Shelf]:
    """Every library with a published version, by title, but for the ladder's own id."""
    latest: dict[str, Version] = {}
    for version in Version.objects.published().filter(library=True).select_related("ladder").order_by("number"):
        latest[version.ladder.slug] = version
    latest.pop(without, None)
    found = [Shelf(slug, version.title, len(chart_of(version.pk).skills)) for slug, version in latest.items()]
    return sorted(found, key=lambda shelf: shelf.title)


def borrow_from(draft: Draft, uses: str, *, by: Person) -> None:
    """Takes skills from the library with this id from now on, or from none ("").

    Rows of the grid whose skill the library does not have are retired; those that it has take its latest wording.
    Raises Closed.
    """
    version = library_named(uses)
    there = set(chart_of(version.pk).skill) if version else set()
    with pen(draft, by) as hand:
        head = hand.draft.pieces.of(Kind.HEAD).get()
        if (head.read("uses") or "") == uses:
            return
        hand.put(head, "uses", uses or None)
        for row in borrowed(hand):
            if row.key in there:
                hand.put(row, "edition", None)
            else:
                hand.retire(row, True)


def borrowed(hand: Pen) -> list[Piece]:
    """The rows of the grid whose skill is not the ladder's own."""
    own = set(hand.draft.pieces.of(Kind.SKILL).values_list("key", flat=True))
    return [row for row in hand.draft.pieces.of(Kind.ROW).in_use() if row.key not in own]
