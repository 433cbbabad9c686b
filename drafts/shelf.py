"""The ladders that somebody keeps, as their list shows them: what is in force, what is announced, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, FilteredRelation, JSONField, OuterRef, Q, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from drafts.models import Draft, Keeper, Review
from drafts.models.keeper import ladders_kept
from drafts.pieces import Kind
from ladders.models import Ladder, Version
from people.models import Person


@dataclass(frozen=True, slots=True)
class Work:
    """A draft, open or dropped: its public id, what it calls the ladder, and how many edits.

    `last_by` and `last_at` are those of the latest, None as long as nobody has changed anything.
    """

    pid: str
    title: str
    language: str
    edits: int
    last_by: str | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """One ladder (public id) and how the viewer keeps it.

    `current` is in force on the day asked for, `announced` the latest that is still to come. `dropped` is the draft
    dropped last, if it can be taken up again. `review` waits for an answer. Any of them can be None.
    """

    pid: str
    slug: str
    retired: bool
    may_edit: bool
    may_publish: bool
    current: Version | None
    announced: Version | None
    open: Work | None
    dropped: Work | None
    review: Review | None

    @property
    def named(self) -> Version | Work | None:
        return self.current or self.announced or self.open or self.dropped

    @property
    def title(self) -> str:
        return self.named.title if self.named else self.slug

    @property
    def language(self) -> str:
        return (self.named.language if self.named else "") or "en"


def shelf(viewer: Person, on: date) -> list[Kept]:
    """Every ladder that the viewer keeps, by title; four queries."""
    rows = list(ladder_rows(viewer, on))
    numbers = {pk for row in rows for pk in (row["current"], row["announced"]) if pk}
    versions = Version.objects.visible_to(viewer).select_related("publication").in_bulk(numbers)
    opened, dropped = works(viewer, {row["pk"]: row["latest"] for row in rows})
    waiting = Review.objects.visible_to(viewer).waiting().select_related("asked_by", "draft")
    reviews = {review.draft.ladder_id: review for review in waiting}
    found = [
        Kept(
            pid=row["pid"],
            slug=row["slug"],
            retired=row["retirement"] is not None,
            may_edit=row["may_edit"],
            may_publish=row["may_publish"],
            current=versions.get(row["current"]),
            announced=versions.get(row["announced"]),
            open=opened.get(row["pk"]),
            dropped=None if row["pk"] in opened else dropped.get(row["pk"]),
            review=reviews.get(row["pk"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda kept: (kept.title.casefold(), kept.pid))


def ladder_rows(viewer: Person, on: date) -> Iterable[Mapping[str, Any]]:
    """The ladders kept, with the primary keys of the version in force, of the latest to come and of the latest of
    all, and what the viewer may do.
    """
    published = Version.objects.published().filter(ladder=OuterRef("pk")).order_by("-number")
    in_force = Version.objects.in_force(on).filter(ladder=OuterRef("pk"))
    may = {kind: Exists(ladders_kept(viewer, kind).filter(pk=OuterRef("pk"))) for kind in Keeper.Kind}
    return ladders_kept(viewer).values(
        "pk",
        "pid",
        "slug",
        "retirement",
        current=Subquery(in_force.values("pk")[:1]),
        announced=Subquery(published.filter(publication__effective_on__gt=on).values("pk")[:1]),
        latest=Subquery(published.values("pk")[:1]),
        may_edit=may[Keeper.Kind.EDIT],
        may_publish=may[Keeper.Kind.PUBLISH],
    )


def works(viewer: Person, latest: Mapping[int, int | None]) -> tuple[dict[int, Work], dict[int, Work]]:
    """The open drafts of some ladders, and of each the draft that was dropped last, unless a version was published
    since it was opened: taking it up again would take that back. By ladder, as is `latest`, its latest version.
    """
    opened: dict[int, Work] = {}
    dropped: dict[int, Work] = {}
    for row in draft_rows(viewer, latest):
        work = Work(
            pid=row["pid"],
            title=row["title"] or row["ladder__slug"],
            language=row["language"] or "en",
            edits=row["revision"] - 1,
            last_by=row["last_by"],
            last_at=row["last_at"],
        )
        if row["closed_at"] is None:
            opened[row["ladder"]] = work
        elif row["base"] == latest[row["ladder"]]:
            dropped[row["ladder"]] = work
    return opened, dropped


def draft_rows(viewer: Person, ladders: Iterable[int]) -> Iterable[Mapping[str, Any]]:
    """The drafts of some ladders that became no version, the latest dropped last."""
    drafts = Draft.objects.visible_to(viewer).filter(ladder__in=list(ladders), version=None)
    body = Cast("head__body", JSONField())  # PostgreSQL keeps it as text, see safeguards/written.py
    return (
        drafts.alias(
            last=FilteredRelation("changes", condition=Q(changes__number=F("revision"))),
            head=FilteredRelation("pieces", condition=Q(pieces__kind=Kind.HEAD)),
        )
        .order_by("closed_at", "pk")
        .values(
            "pid",
            "ladder",
            "ladder__slug",
            "base",
            "closed_at",
            "revision",
            last_by=F("last__by__name"),
            last_at=F("last__at"),
            title=KeyTextTransform("title", body),
            language=KeyTextTransform("language", body),
        )
    )


def title_of(ladder: Ladder, viewer: Person) -> tuple[str, str]:
    """What a ladder is called, and in which language: as published last, else as its draft has it."""
    version = Version.objects.visible_to(viewer).filter(ladder=ladder).order_by("-number").first()
    if version:
        return version.title, version.language or "en"
    rows = list(draft_rows(viewer, [ladder.pk]))
    named = [(row["title"], row["language"] or "en") for row in rows if row["title"]]
    return named[0] if named else (ladder.slug, "en")
