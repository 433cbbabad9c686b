"""The published versions of a ladder, one after the other, and what each of them changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language

from ladders.changes import Changes, changes
from ladders.exchange import LadderFile
from ladders.exporting import whole_file_of
from ladders.models import Ladder, Version
from ladders.published import KEPT
from people.models import Person


class State(StrEnum):
    """Whether a version applies on a day, will, or did."""

    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Release:
    """A published version; `until` is the day from which another one applies."""

    version: Version
    state: State
    until: date | None

    @property
    def name(self) -> str:
        """The label, or the number of a version without one."""
        return self.version.label or str(self.version.number)

    @property
    def since(self) -> date:
        return self.version.publication.effective_on

    @property
    def by(self) -> Person | None:
        """Who put it into force, as long as they are here."""
        by = self.version.publication.by
        return by if by and by.is_active else None


def releases(versions: Iterable[Version], on: date) -> tuple[Release, ...]:
    """Published versions of one ladder as they follow each other, the latest first; `on` is today."""
    ordered = sorted(versions, key=lambda version: (version.publication.effective_on, version.number))
    found = [
        Release(version, _state(version, after, on), after.publication.effective_on if after else None)
        for version, after in zip(ordered, [*ordered[1:], None], strict=False)
    ]
    return tuple(reversed(found))


def _state(version: Version, after: Version | None, on: date) -> State:
    if version.publication.effective_on > on:
        return State.ANNOUNCED
    return State.EARLIER if after and after.publication.effective_on <= on else State.IN_FORCE


def releases_of(viewer: Person, ladder: str) -> tuple[Release, ...]:
    """The releases of a ladder (public id) that `viewer` may read, the latest first; one query.

    None where no version of it is in force: what is only announced has nothing to be compared with.
    """
    readable = Ladder.objects.visible_to(viewer).filter(pid=ladder)
    versions = Version.objects.visible_to(viewer).filter(ladder__in=readable.values("pk"), library=False)
    return releases(versions.select_related("ladder", "publication__by"), timezone.localdate())


def open_releases(viewer: Person, ladder: str) -> tuple[Release, ...]:
    """The same, of which one is in force. Raises Http404 where there is none."""
    found = releases_of(viewer, ladder)
    if not found:
        raise Http404
    return found


def open_release(found: Iterable[Release], version: str) -> Release:
    """The release of a version (public id). Raises Http404."""
    for release in found:
        if release.version.pid == version:
            return release
    raise Http404


def in_force(found: Iterable[Release]) -> Version:
    """The version that applies today."""
    return next(release.version for release in found if release.state is State.IN_FORCE)


def earlier(found: tuple[Release, ...], release: Release) -> tuple[Release, ...]:
    """The releases before one, the latest first."""
    return found[found.index(release) + 1 :]


def difference(before: Version, after: Version) -> Changes:
    """What is different between two published versions, in the language of the page; kept in the process."""
    return _difference(before.pid, after.pid, get_language())


@lru_cache(maxsize=KEPT)
def _difference(before: str, after: str, _language: str | None) -> Changes:
    return changes(whole_file(before), whole_file(after))


@lru_cache(maxsize=KEPT)
def whole_file(version: str) -> LadderFile:
    """A published version (public id) as a file with everything it says; it never changes, so it is kept."""
    found = Version.objects.published().select_related("ladder", "scale").get(pid=version)
    return whole_file_of(found)
