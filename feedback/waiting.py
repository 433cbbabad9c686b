"""What waits for somebody's answer here, and what they asked others for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Endorsement
from feedback.models import FeedbackAsked, Peer
from feedback.models.peer import PeerQuerySet
from ladders.chart import Chart
from people.models import Person
from people.waiting import Kind

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Question:
    """What the viewer asked a colleague: the row, the skill's title."""

    row: FeedbackAsked
    name: str
    skill: str


def to_confirm(person: Person) -> PeerQuerySet:
    """Colleagues who were named in a review that the person rates, and are neither confirmed nor struck."""
    mine = Peer.objects.visible_to(person).filter(circle__appraisal__assessor=person, confirmed=None)
    return mine.filter(circle__appraisal__revealed_at=None, circle__appraisal__ended_at=None)


# What colleagues asked the person for.
ASKED: Mapping[str, Kind] = {
    "peer": Kind(
        lambda person: Peer.objects.visible_to(person).asking(person).waiting(),
        gettext_lazy("%(who)s would like to hear from you in a review."),
        since="confirmed_at",
        page="peer_answer",
        at="pid",
        who="circle__appraisal__person__name",
    ),
    "feedback": Kind(
        lambda person: FeedbackAsked.objects.visible_to(person).filter(giver=person).waiting(),
        gettext_lazy("%(who)s asks: %(what)s"),
        since="at",
        page="feedback_reply",
        at="pid",
        who="asker__name",
        what="question",
    ),
    "endorsement": Kind(
        lambda person: Endorsement.objects.visible_to(person).filter(witness=person).waiting(),
        gettext_lazy("%(who)s asks whether you saw it: %(what)s"),
        since="asked_at",
        page="endorsement_answer",
        at="pid",
        who="evidence__person__name",
        what="title",
    ),
}
KINDS: Mapping[str, Kind] = {
    **ASKED,
    "peer_to_confirm": Kind(
        to_confirm,
        gettext_lazy("%(who)s named a colleague for their review. Confirm or strike the name."),
        since="named_at",
        page="peer_list",
        at="circle__appraisal__pid",
        who="circle__appraisal__person__name",
    ),
}


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
