"""Colleagues in a review in every state, made as the pages make them."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.models import Appraisal
from feedback.models import Circle, Peer, PeerAnswer
from feedback.models.peer import Said
from ladders.chart import Chart
from people.models import Person
from tests.reviews.pairs import submitted

SKILLS = ("delivery", "vision")
NAMED, SUMMARY = Circle.Manner.NAMED, Circle.Manner.SUMMARY


def settled(review: Appraisal, ladder: Chart, manner: Circle.Manner = NAMED) -> Circle:
    skills = [ladder.skill[slug].pk for slug in SKILLS]
    return Circle.settle(review, by=review.person, seen=0, manner=manner, skills=skills)


def asked(circle: Circle, colleague: Person) -> Peer:
    """A colleague who is named and confirmed."""
    row = Peer.name(circle, colleague)
    assert circle.appraisal.assessor
    row.confirm(by=circle.appraisal.assessor, keep=True, note="")
    return Peer.objects.get(pk=row.pk)


def answers(ladder: Chart, levels: Mapping[str, int | None], words: str) -> dict[int, Said]:
    return {
        ladder.skill[slug].pk: Said(level, level is None, f"{words} on {slug}" if words else "")
        for slug, level in levels.items()
    }


def sent(circle: Circle, colleague: Person, ladder: Chart, level: int | None, words: str = "") -> Peer:
    """A colleague who says one level for both skills, and sends it."""
    row = asked(circle, colleague)
    said = answers(ladder, dict.fromkeys(SKILLS, level), words)
    row.save_answers(said, seen=row.revision, writer="w", send=True)
    return Peer.objects.get(pk=row.pk)


def reveal(review: Appraisal) -> Appraisal:
    """Both of the review submit."""
    assert review.assessor
    submitted(review, review.person)
    submitted(review, review.assessor)
    return Appraisal.objects.get(pk=review.pk)


def said(peer: Peer) -> dict[str, tuple[int | None, bool, str]]:
    rows = PeerAnswer.objects.filter(peer=peer).select_related("skill")
    return {row.skill.slug: (row.level, row.cannot, row.words) for row in rows}
