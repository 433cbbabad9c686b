"""What waits for somebody's answer here, and what they asked others for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.models import Endorsement
from feedback.models import FeedbackAsked, Peer
from ladders.chart import Chart
from people.models import Person

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something a colleague asked: in words, since when, and where it is answered."""

    words: str
    at: datetime
    url: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the viewer asked a colleague: the row, the skill's title."""

    row: FeedbackAsked
    name: str
    skill: str


def waiting_for(viewer: Person) -> list[Waiting]:
    """What the viewer was asked and has not answered, the oldest first."""
    peers = Peer.objects.visible_to(viewer).asking(viewer).waiting().select_related("circle__appraisal__person")
    asked = FeedbackAsked.objects.visible_to(viewer).filter(giver=viewer).waiting().select_related("asker")
    seen = Endorsement.objects.visible_to(viewer).filter(witness=viewer).waiting()
    found = [
        *(Waiting(review_words(peer), peer.confirmed_at or peer.named_at, peer.address) for peer in peers[:AT_MOST]),
        *(Waiting(question_words(one), one.at, one.address) for one in asked[:AT_MOST]),
        *(
            Waiting(seen_words(one), one.asked_at, one.address)
            for one in seen.select_related("evidence__person")[:AT_MOST]
        ),
    ]
    return sorted(found, key=lambda one: one.at)


def review_words(peer: Peer) -> str:
    return _("%(name)s would like to hear from you in a review.") % {"name": peer.review.person.name}


def question_words(asked: FeedbackAsked) -> str:
    return _("%(name)s asks: %(question)s") % {"name": asked.asker.name, "question": asked.question}


def seen_words(one: Endorsement) -> str:
    return _("%(name)s asks whether you saw it: %(title)s") % {"name": one.evidence.person.name, "title": one.title}


def asked_by(viewer: Person, charts: Iterable[Chart]) -> list[Question]:
    """What the viewer asked others for, the latest first."""
    titles = {skill.pk: skill.title for chart in charts for skill in chart.skills}
    rows = FeedbackAsked.objects.visible_to(viewer).filter(asker=viewer).latest_first()
    return [
        Question(row, row.giver.name if row.giver else _("Somebody who left"), titles.get(row.skill_id or 0, ""))
        for row in rows.select_related("giver", "feedback")[:AT_MOST]
    ]


def list_of_asked() -> str:
    return f"{reverse('feedback_list')}?show=asked"
