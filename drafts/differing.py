"""What a draft changes: against the version that was published last, which is what people will compare it with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language

from drafts.desk import Desk, desk_kept
from drafts.history import sheet_url
from drafts.models import Draft
from drafts.pieces import Kind
from drafts.publishing import editions, latest
from ladders.changes import Changes, Where, changes
from ladders.exchange import LadderFile
from ladders.exchange.schema import Level, Skill
from ladders.exporting import levels_of, skill_of
from ladders.importing import CannotImport, check_library, with_wording
from ladders.models import Version
from ladders.releases import whole_file

KEPT = 16


@dataclass(frozen=True, slots=True)
class Difference:
    """The version published last, both files with everything they say, and what is different."""

    before: Version
    old: LadderFile
    new: LadderFile
    changes: Changes


def difference(draft: Draft, desk: Desk) -> Difference | None:
    """What publishing the draft would change; of a closed draft, what it changed.

    None while something is in the way, and for a ladder without a version. One query for a difference that was asked
    for before; kept in the process otherwise.
    """
    before = latest(draft) if draft.closed_at is None else draft.base
    if before is None or desk.file is None:
        return None
    found = kept(draft.pk, draft.revision, before.pid, get_language())
    return Difference(before, *found) if found else None


@lru_cache(maxsize=KEPT)
def kept(
    draft: int, revision: int, before: str, _language: str | None
) -> tuple[LadderFile, LadderFile, Changes] | None:
    """Both files and what is different between them; None if the draft's library is not here."""
    new = whole(desk_kept(draft, revision))
    if new is None:
        return None
    old = whole_file(before)
    return old, new, changes(old, new)


def whole(desk: Desk) -> LadderFile | None:
    """A draft as a file that also holds what it takes from a library: skills in the wording chosen, and the scale.

    None while something is in the way.
    """
    if desk.file is None:
        return None
    try:
        return with_library(desk.file, editions(desk.found))
    except CannotImport:
        return None


def with_library(file: LadderFile, chosen: Mapping[str, int] | None = None) -> LadderFile:
    """A file with the skills and the scale that it takes from its library.

    `chosen` are the numbers of the wordings to take of them, by id; of the others it takes the latest.
    Raises CannotImport if they are not there.
    """
    used, taken = check_library(file)
    if used is None:
        return file
    skills = (Skill.model_validate(skill_of(row)) for row in with_wording(taken, chosen or {}).values())
    levels = levels_of(used.scale) if used.scale and not file.scale else ()
    return file.model_copy(
        update={
            "skills": (*skills, *file.skills),
            "scale": (*map(Level.model_validate, levels), *file.scale),
        }
    )


def link_to_sheets(draft: Draft, desk: Desk) -> Callable[[Where], str | None]:
    """Leads from a place of the difference to the sheet on which it is edited; one query for what was retired."""
    retired = draft.pieces.filter(retired=True)
    there = {(piece.kind, piece.key): piece for piece in retired}
    there |= {(kind.value, piece.key): piece for kind in Kind for piece in desk.rows(kind)}
    stages = {stage.key: stage.pid for stage in desk.rows(Kind.STAGE)}

    def link(where: Where) -> str | None:
        kind, key, *inside = where[2:] if len(where) > 3 and where[0] == "ladder" else where
        if kind == "ladder":
            return reverse("head_edit", args=[draft.pid])
        piece = there.get((kind, key))
        return sheet_url(draft, piece, "/".join(inside), stages) if piece else None

    return link
