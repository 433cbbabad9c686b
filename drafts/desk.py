"""A draft as its pages show it: put together once for each state, with its advice and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from drafts import pieces
from drafts.assembling import Assembled, Trouble, assemble
from drafts.models import Draft, Keeper, Piece
from drafts.models.keeper import DUTY
from ladders.exchange import LadderFile
from ladders.linter import Advice, advise
from people.models import Person

KEPT = 16


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the tree beside the draft and the pieces under it; `look` is the key of a line of the map."""

    title: str
    look: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft at one revision. `file` is None while something is in the way (`troubles`)."""

    found: Assembled
    advice: tuple[Advice, ...]

    @property
    def file(self) -> LadderFile | None:
        return self.found.file

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        return self.found.troubles

    @property
    def head(self) -> Piece:
        return self.found.rows[pieces.Kind.HEAD][0]

    def rows(self, kind: pieces.Kind) -> list[Piece]:
        """The pieces in use of a kind, in order."""
        return self.found.rows[kind]

    def stages(self) -> list[Group]:
        """The stages under their lines."""
        tracks = self.rows(pieces.Kind.TRACK)
        known = {track.key for track in tracks}
        of = {
            track: [one for one in self.rows(pieces.Kind.STAGE) if one.body.get("track") == track.key]
            for track in tracks
        }
        loose = [one for one in self.rows(pieces.Kind.STAGE) if one.body.get("track") not in known]
        groups = [Group(track.title, track.key, tuple(found)) for track, found in of.items()]
        return [*([Group("", "", tuple(loose))] if loose else []), *groups]

    def skills(self) -> list[Group]:
        """The ladder's own skills under their categories, in the order of both; without a category last."""
        titles = {row.key: row.title for row in self.rows(pieces.Kind.CATEGORY)}
        found: dict[str, list[Piece]] = {key: [] for key in titles}
        for skill in self.rows(pieces.Kind.SKILL):
            found.setdefault(skill.body.get("category") or "", []).append(skill)
        return [Group(titles.get(key, key), "", tuple(skills)) for key, skills in found.items()]


@lru_cache(maxsize=KEPT)
def desk_kept(draft_pk: int, revision: int) -> Desk:
    """Kept in the process: a revision of a draft never changes."""
    found = assemble(Draft.objects.select_related("ladder").get(pk=draft_pk, revision=revision))
    return Desk(found, advise(found.file) if found.file else ())


def desk_of(draft: Draft) -> Desk:
    """The desk of a draft as it was read. Not for use inside a pen: it may keep what is rolled back.

    Raises Draft.DoesNotExist if the draft has changed since it was read.
    """
    return desk_kept(draft.pk, draft.revision)


def keepers_of(draft: Draft) -> list[Person]:
    """Everyone who can read the draft, by name."""
    own = Keeper.objects.filter(ladder=draft.ladder_id).values("person")
    return list(
        Person.objects.active().filter(Q(pk__in=own) | Q(duties__kind__in=DUTY.values())).distinct().order_by("name")
    )
