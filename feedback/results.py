"""What the two of a review read of their colleagues' answers, once it is revealed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.db import transaction

from assessments.blind import pair_read_by, veil_of
from assessments.models import Appraisal
from feedback.asking import Asked, asked_of
from feedback.models import Circle, Peer, PeerAnswer, PeerSummary
from feedback.summing import Answer, Sum, as_body, from_body, sums
from people.models import Person

State = Appraisal.State


@dataclass(frozen=True, slots=True)
class Named:
    """Who said which level (in words, "" for "cannot say") of a skill, and what they wrote."""

    name: str
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many said a level (in words)."""

    level: str
    many: int

    @property
    def marks(self) -> range:
        return range(self.many)


@dataclass(frozen=True, slots=True)
class Heading:
    """A skill with what was said about it: by name, or summarised."""

    title: str
    named: tuple[Named, ...] = ()
    counts: tuple[Count, ...] = ()
    words: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """What the page shows. `why` there is nothing: "open", "ended", "veiled", "closed", "nobody" or "few"."""

    why: str = ""
    headings: tuple[Heading, ...] = ()


def results_for(viewer: Person, review: Appraisal, circle: Circle | None) -> Results:
    """The results of a review that the viewer is one of the two of."""
    if review.ended_at:
        return Results("ended")
    if not review.revealed_at:
        return Results("open")
    if not Appraisal.objects.visible_to(viewer).filter(pair_read_by(viewer), pk=review.pk).exists():
        return Results("veiled" if veil_of(review.person) else "closed")
    if circle is None or not circle.peers.asked().exists():
        return Results("nobody")
    return named(viewer, circle) if circle.is_named else summarised(circle)


def named(viewer: Person, circle: Circle) -> Results:
    rows = PeerAnswer.objects.visible_to(viewer).filter(peer__circle=circle).exclude(peer__peer=viewer)
    said = list(rows.select_related("peer__peer").order_by("peer__peer__name", "peer__pk"))
    headings = [heading_of(one, [row for row in said if row.skill_id == one.skill.pk]) for one in asked_of(circle)]
    return Results("" if said else "nobody", tuple(headings) if said else ())


def heading_of(asked: Asked, rows: list[PeerAnswer]) -> Heading:
    return Heading(
        asked.skill.title,
        named=tuple(
            Named(row.peer.peer.name if row.peer.peer else "", asked.level_name(row.level), row.words) for row in rows
        ),
    )


def summarised(circle: Circle) -> Results:
    found = from_body(summary_of(circle).body)
    if found is None:
        return Results("few")
    asked = asked_of(circle)
    return Results("", tuple(summed(one, found[one.skill.slug]) for one in asked if one.skill.slug in found))


def summed(asked: Asked, one: Sum) -> Heading:
    counts = tuple(Count(asked.level_name(level), count) for level, count in (one.counts or {}).items())
    return Heading(asked.skill.title, counts=counts, words=one.words, hidden=one.counts is None)


def summary_of(circle: Circle) -> PeerSummary:
    """What is kept, or what is computed and kept now: no answer comes in any more."""
    kept = PeerSummary.objects.filter(circle=circle).first()
    if kept:
        return kept
    with transaction.atomic():
        review = circle.appraisal.locked()
        asked = {one.skill.pk: one.skill.slug for one in asked_of(circle)}
        sent = Peer.objects.filter(circle=circle, sent_at__isnull=False)
        if review.assessor_id:
            sent = sent.exclude(peer=review.assessor_id)
        answers = [
            {asked[row.skill_id]: Answer(row.level, row.words) for row in peer.answers.all() if row.skill_id in asked}
            for peer in sent.prefetch_related("answers")
        ]
        found = sums(answers, list(asked.values()), secrets.SystemRandom().shuffle)
        return PeerSummary.keep(circle, as_body(found))
