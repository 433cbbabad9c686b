"""What a draft began with: the pieces of the version it was opened from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from drafts import pieces
from ladders.exporting import file_of
from ladders.models import Version

KEPT = 8
Bodies = Mapping[tuple[str, str], pieces.Body]


@lru_cache(maxsize=KEPT)
def bodies_of(version_pk: int) -> Bodies:
    """The pieces of a published version, by kind and key. Kept in the process: such a version never changes."""
    file = file_of(Version.objects.published().select_related("ladder", "scale").get(pk=version_pk))
    return {(loose.kind.value, loose.key): loose.body for loose in pieces.apart(file)}


def base_bodies(version_pk: int | None) -> Bodies:
    """The same for the version that a draft is based on; nothing for a ladder that was never published."""
    return bodies_of(version_pk) if version_pk is not None else {}
