"""Skills that a ladder takes from a library: which wording it takes, and whether the library has a newer one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from drafts.desk import Desk
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.writing import pen
from ladders.models import Version
from people.models import Person
from skills.models import Edition

TAKES = "edition"  # the place in a row that holds the number of the wording


def library_of(desk: Desk) -> Version | None:
    """The latest published version of the library that a draft uses; None if it uses none, or it is not here."""
    return library_named(str(desk.head.body.get("uses") or ""))


def library_named(uses: str) -> Version | None:
    """The latest published version of the library with this id; None for "", and where it is not here."""
    if not uses:
        return None
    found = Version.objects.published().filter(ladder__slug=uses, library=True)
    return found.select_related("scale", "ladder").order_by("-number").first()


def shared_rows(desk: Desk) -> list[Piece]:
    """The rows of the grid whose skill is a library's."""
    own = {piece.key for piece in desk.rows(Kind.SKILL)}
    return [row for row in desk.rows(Kind.ROW) if row.key not in own] if desk.head.body.get("uses") else []


@dataclass(frozen=True, slots=True)
class Wording:
    """One edition of a shared skill: its number, its title, and since when the library has it (None: not known)."""

    pk: int
    number: int
    title: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A row of a shared skill: the wording it takes, and the library's latest. None: the library lacks it."""

    row: Piece
    taken: Wording | None
    latest: Wording | None

    @property
    def title(self) -> str:
        named = self.taken or self.latest
        return named.title if named else self.row.key

    @property
    def newer(self) -> Wording | None:
        """The library's wording, if it is another one than the row takes."""
        return self.latest if self.taken and self.latest and self.taken.number != self.latest.number else None


def shared(desk: Desk) -> list[Shared]:
    """Every shared skill of the draft; three queries. A row without a number takes the latest."""
    rows, library = shared_rows(desk), library_of(desk)
    if library is None:
        return [Shared(row, None, None) for row in rows]
    latest = dict(library.skills.values_list("edition__skill__slug", "edition__number"))
    words = wordings(library, [row.key for row in rows])
    return [
        Shared(
            row,
            words.get((row.key, int(row.body.get(TAKES) or latest.get(row.key, 0)))),
            words.get((row.key, latest.get(row.key, 0))),
        )
        for row in rows
    ]


def wordings(library: Version, keys: Iterable[str]) -> dict[tuple[str, int], Wording]:
    """The editions of the library's skills with these ids, by id and number."""
    found = Edition._default_manager.filter(skill__library=library.ladder.library_id, skill__slug__in=list(keys))
    rows = found.annotate(since=Min("uses__version__publication__effective_on")).values_list(
        "skill__slug", "number", "pk", "title", "since"
    )
    return {(slug, number): Wording(pk, number, title, since) for slug, number, pk, title, since in rows}


def titles_of(desk: Desk) -> dict[str, str]:
    """What the shared skills are called, by id."""
    return {one.row.key: one.title for one in shared(desk)} if shared_rows(desk) else {}


def addable(desk: Desk) -> list[tuple[str, str]]:
    """Skills of the library that the draft does not take: id and title, in the library's order."""
    library = library_of(desk)
    known = {piece.key for kind in (Kind.ROW, Kind.SKILL) for piece in desk.rows(kind)}
    rows = library.skills.values_list("edition__skill__slug", "edition__title") if library else ()
    return [(slug, title) for slug, title in rows if slug not in known]


def take(draft: Draft, wanted: Mapping[int, int], *, by: Person) -> int:
    """Takes other wordings: primary key of the row → number of the edition. How many changed. Raises Closed."""
    with pen(draft, by) as hand:
        for row in hand.draft.pieces.of(Kind.ROW).filter(pk__in=wanted):
            hand.put(row, TAKES, wanted[row.pk])
        return len(hand.changes)


def add_shared(draft: Draft, key: str, number: int, *, by: Person) -> Piece:
    """Takes one more skill of the library, expected nowhere yet; one that was retired comes back. Raises Closed."""
    with pen(draft, by) as hand:
        there = hand.draft.pieces.of(Kind.ROW).filter(key=key).first()
        if there is None:
            return hand.add(Kind.ROW, key, {"cells": {}, TAKES: number})
        hand.retire(there, False)
        return there
