"""A draft becomes the next version of its ladder, the same way as a file does."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from drafts import pieces
from drafts.assembling import Assembled, Trouble, assemble
from drafts.models import Closed, Draft
from drafts.models.second_person import in_the_way
from drafts.opening import editions_used
from ladders.exchange import write
from ladders.exporting import file_of
from ladders.importing import CannotImport, take_in
from ladders.models import Ladder, Version
from people.models import Person
from safeguards.revisions import Stale


class NotSound(Exception):
    """The draft does not fit together yet. `troubles` say what is in the way."""

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__("; ".join(trouble.message for trouble in troubles))
        self.troubles = troubles


class NothingNew(Exception):
    """The draft says what the latest version says."""


class TooEarly(Exception):
    """The day has passed, or a version that was published before takes effect only after it. `earliest` is the first
    day that can be chosen.
    """

    def __init__(self, earliest: date) -> None:
        super().__init__(str(earliest))
        self.earliest = earliest


class AnotherPerson(Exception):
    """On this ladder somebody publishes who changed nothing in the draft."""


def publish(
    draft: Draft,
    *,
    by: Person,
    label: str,
    note: str = "",
    effective_on: date | None = None,
    seen: int | None = None,
) -> Version:
    """Puts the draft into force from a day on (default today) and closes it.

    `by` has to be somebody who may (`Draft.objects.publishable_by`). `seen` is the draft's revision that they looked
    at, None: any. Raises NotSound, NothingNew, TooEarly, AnotherPerson, Closed, and Stale if the draft has changed.
    """
    with transaction.atomic():
        locked = Draft.objects.select_for_update().select_related("ladder").get(pk=draft.pk)
        allow(locked, by, effective_on or timezone.localdate(), seen)
        found = assemble(locked)
        if found.file is None:
            raise NotSound(*found.troubles)
        if says_the_same(found, latest(locked)):
            raise NothingNew
        file = found.file.model_copy(update={"version": label})
        try:
            taken = take_in(file, by=by, note=note, effective_on=effective_on, editions=editions(found))
        except CannotImport as reason:
            raise NotSound(*(Trouble(problem.message, None) for problem in reason.problems)) from reason
        if not taken.new:
            raise NothingNew
        locked.version, locked.closed_at, locked.closed_by = taken.version, timezone.now(), by
        locked.save(update_fields=["version", "closed_at", "closed_by"])
    return taken.version


def allow(draft: Draft, by: Person, day: date, seen: int | None) -> None:
    """The rules that do not depend on what the draft says; raises what `publish` raises for them."""
    if draft.closed_at is not None:
        raise Closed
    if seen is not None and draft.revision != seen:
        raise Stale
    if in_the_way(draft, by):
        raise AnotherPerson
    earliest = earliest_day(draft, timezone.localdate())
    if day < earliest:
        raise TooEarly(earliest)


def earliest_day(draft: Draft, today: date) -> date:
    """The first day on which the draft can take effect: versions take effect in the order of their publication, for
    each holds what the one before it says.
    """
    published = Version.objects.published().filter(ladder=draft.ladder_id)
    last = published.aggregate(day=Max("publication__effective_on"))["day"]
    return max(today, last) if last else today


def latest(draft: Draft) -> Version | None:
    """The version published last on the draft's ladder, also one that is not in force yet."""
    published = Version.objects.published().filter(ladder=draft.ladder_id).select_related("ladder")
    return published.order_by("-number").first()


def says_the_same(found: Assembled, before: Version | None) -> bool:
    """Whether publishing would only give the ladder another label."""
    if before is None or found.file is None:
        return False
    same = write(found.file.model_copy(update={"version": before.label})) == write(file_of(before))
    return same and editions(found).items() <= editions_used(before).items()


def editions(found: Assembled) -> dict[str, int]:
    """The wordings that the rows of the grid take of shared skills: number of the edition by skill id."""
    own = {piece.key for piece in found.rows[pieces.Kind.SKILL]}
    rows = found.rows[pieces.Kind.ROW]
    return {row.key: int(row.body["edition"]) for row in rows if "edition" in row.body and row.key not in own}


def drop(draft: Draft, *, by: Person) -> None:
    """Closes a draft without publishing it. Nothing of it is deleted. Raises Closed."""
    closed = Draft.objects.open().filter(pk=draft.pk).update(closed_at=timezone.now(), closed_by=by)
    if not closed:
        raise Closed


def reopen(draft: Draft) -> None:
    """Takes a dropped draft up again. Raises Stale if another one is open, or if a version was published since it was
    opened: the draft would take that back.
    """
    with transaction.atomic():
        Ladder.objects.select_for_update().get(pk=draft.ladder_id)
        dropped = Draft.objects.filter(pk=draft.pk, version=None, closed_at__isnull=False)
        another = Draft.objects.open().filter(ladder=draft.ladder_id).exists()
        if another or draft.base != latest(draft):
            raise Stale
        if not dropped.update(closed_at=None, closed_by=None):
            raise Stale
