"""Bringing back what only an earlier version had, with its key: people were rated on it, or stood there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafts.base import bodies_of
from drafts.models import Draft, Piece
from drafts.pieces import Body, Kind
from drafts.retiring import REFERENCES
from drafts.writing import Pen, pen
from ladders.exchange.slugs import slug
from ladders.models import Stage, Version
from people.models import Person
from skills.models import Edition


@dataclass(frozen=True, slots=True)
class Former:
    """A skill or a stage that an earlier version had and the draft does not know."""

    kind: Kind
    key: str
    title: str


def former(draft: Draft) -> list[Former]:
    """Skills and stages of earlier versions that the draft does not know, as they were called last."""
    skills = set(draft.pieces.of(Kind.SKILL, Kind.ROW).values_list("key", flat=True))
    editions = Edition._default_manager.filter(skill__library=draft.ladder.library_id).order_by("-number")
    stages = Stage._default_manager.filter(version__ladder=draft.ladder_id).order_by("-version__number")
    known = set(draft.pieces.of(Kind.STAGE).values_list("key", flat=True))
    found: dict[tuple[Kind, str], Former] = {}
    for kind, keys, rows in (
        (Kind.SKILL, skills, editions.exclude(skill__slug__in=skills).values_list("skill__slug", "title")),
        (Kind.STAGE, known, stages.exclude(slug__in=known).values_list("slug", "title")),
    ):
        for key, title in rows:
            if key not in keys:
                found.setdefault((kind, key), Former(kind, key, title))
    return sorted(found.values(), key=lambda one: (one.kind, one.title.casefold()))


@dataclass(frozen=True, slots=True)
class Before:
    """A skill that is not here now: retired in the draft (`piece`), or only in an earlier version (`former`)."""

    title: str
    piece: Piece | None = None
    former: Former | None = None


def skills_before(draft: Draft) -> dict[str, Before]:
    """The skills that are not here now, by the slug of what they were called."""
    earlier = {slug(one.title): Before(one.title, former=one) for one in former(draft) if one.kind is Kind.SKILL}
    retired = draft.pieces.of(Kind.SKILL).filter(retired=True)
    found = earlier | {slug(piece.title): Before(piece.title, piece=piece) for piece in retired}
    return {name: before for name, before in found.items() if name}


def former_version(draft: Draft, one: Former) -> Version | None:
    """The latest published version that had it."""
    where = "skills__edition__skill__slug" if one.kind is Kind.SKILL else "stage_rows__slug"
    versions = Version.objects.published().filter(ladder=draft.ladder_id, **{where: one.key})
    return versions.order_by("-number").first()


def bring_back(draft: Draft, one: Former, *, by: Person) -> Piece:
    """Adds a skill or a stage with the texts and the expectations of the latest version that had it.

    What it names and the draft no longer has is left out. Raises Closed, Version.DoesNotExist.
    """
    version = former_version(draft, one)
    if version is None:
        raise Version.DoesNotExist
    bodies = bodies_of(version.pk)
    with pen(draft, by) as hand:
        if there := hand.draft.pieces.of(one.kind).filter(key=one.key).first():
            hand.retire(there, False)
            return there
        known = Known({kind: keys_of(hand, kind) for kind in (*REFERENCES, Kind.LEVEL)})
        piece = hand.add(one.kind, one.key, known.fitting(bodies[one.kind, one.key]))
        if one.kind is Kind.SKILL:
            cells = known.cells(bodies.get((Kind.ROW, one.key), {}).get("cells", {}))
            hand.add(Kind.ROW, one.key, {"cells": cells})
        else:
            expect_again(hand, one.key, known, bodies)
    return piece


def keys_of(hand: Pen, kind: Kind) -> set[str]:
    return set(hand.draft.pieces.of(kind).in_use().values_list("key", flat=True))


def expect_again(hand: Pen, stage: str, known: Known, bodies: Mapping[tuple[str, str], Body]) -> None:
    """What a stage expected in an earlier version, of the skills that are still here."""
    for piece in hand.draft.pieces.of(Kind.ROW, Kind.SKILL).in_use():
        path = f"cells/{stage}" if piece.kind == Kind.ROW else f"at/{stage}"
        first = path.partition("/")[0]
        before = bodies.get((piece.kind, piece.key), {}).get(first, {}).get(stage)
        if before and piece.read(path) is None and (piece.kind == Kind.SKILL or known.level(before)):
            hand.put(piece, path, before)


@dataclass(frozen=True, slots=True)
class Known:
    """The keys in use, by kind: what something from an earlier version may still name."""

    keys: Mapping[Kind, set[str]]

    def fitting(self, body: Body) -> Body:
        """A body without what it names and is no longer here."""
        found = {name: self.left(name, value) for name, value in body.items()}
        return {name: value for name, value in found.items() if value not in (None, {})}

    def left(self, name: str, value: Any) -> Any:
        kind = next((kind for kind, names in REFERENCES.items() if name in names), None)
        if kind is Kind.CATEGORY and not self.keys[kind]:
            return value  # a name, where the ladder does not list its categories
        if kind is not None and isinstance(value, list):
            return [key for key in value if key in self.keys[kind]] or None
        if kind is not None:
            return value if value in self.keys[kind] else None
        if name == "at":
            return {stage: words for stage, words in value.items() if stage in self.keys[Kind.STAGE]}
        if name == "levels" and self.keys[Kind.LEVEL]:
            return {level: words for level, words in value.items() if level in self.keys[Kind.LEVEL]}
        return value

    def cells(self, cells: Mapping[str, Body]) -> Body:
        stages = self.keys[Kind.STAGE]
        return {stage: cell for stage, cell in cells.items() if stage in stages and self.level(cell)}

    def level(self, cell: Body) -> bool:
        """Whether the level that a cell expects is on the scale; a scale of a library is not looked at."""
        level, scale = cell.get("level"), self.keys[Kind.LEVEL]
        return not scale or not level or str(level) in scale
