"""The pages about feedback, with everything on them: see the package's own words."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from assessments.models import Appraisal, Endorsement
from feedback.models import Circle, Feedback, FeedbackAsked, Peer
from ladders.chart import Chart
from ladders.models import Version
from people.models import Person
from tests.factories import EvidenceFactory, PersonFactory
from tests.feedback.peering import NAMED, asked, reveal, sent

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = {"feedback_hide"}
LONG = (
    "Extraordinarily long words with Donaudampfschifffahrtsgesellschaftskapitänsmütze in them, again and again. " * 4
)
NAME = "ليلى حدّاد Donaudampfschifffahrtsgesellschaftskapitän-von-und-zu-Hohenzollern"


def live(person: Person, chart: Chart) -> None:
    """Gives the person all there is here, with long names and words."""
    version = Version.objects.get(pid=chart.version)
    skills = [chart.skill[slug].pk for slug in ("delivery", "vision")]
    # What the person rates and decides about, what they are asked, and what was said in a review of their own.
    for name, (about, by) in {
        "mine": (PersonFactory.create(name=f"{NAME} I"), person),
        "asks": (PersonFactory.create(name=f"{NAME} II"), PersonFactory.create()),
        "over": (PersonFactory.create(name=f"{NAME} III"), person),
    }.items():
        review = Appraisal.begin(about, assessor=by, by=by, version=version, stage="product-manager")
        circle = Circle.settle(review, by=about, seen=0, manner=NAMED, skills=skills)
        if name == "asks":
            asked(circle, person)
            continue
        sent(circle, PersonFactory.create(name=NAME), chart, 3, LONG)
        if name == "mine":
            Peer.name(circle, PersonFactory.create(name=f"{NAME} IV"))
        else:
            reveal(review)
    # One of their own that is over: an open one would hide what the other pages show.
    frame = {"ladder": version.ladder, "version": version, "stage": "product-manager", "form": "full"}
    own = Appraisal.objects.create(
        person=person, assessor=PersonFactory.create(name=NAME), ended_at=timezone.now(), **frame
    )
    circle = Circle.objects.create(appraisal=own, manner=NAMED)
    Peer.objects.create(circle=circle, peer=PersonFactory.create(name=f"{NAME} VI"))
    giver = PersonFactory.create(name=f"{NAME} V")
    Feedback.give(giver, person, words=LONG, skill=skills[0]).thank("Thank you.")
    Feedback.give(giver, person, words=LONG)
    Feedback.give(person, giver, words=LONG)
    FeedbackAsked.ask(giver, person, question=LONG[:190], skill=skills[0])
    Endorsement.ask(EvidenceFactory.create(person=giver, title=LONG[:190], text=LONG), person)


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    named = Peer.objects.get(circle__appraisal__assessor=person, confirmed=None)
    mine, over = named.review, Appraisal.objects.get(assessor=person, circle__isnull=False, revealed_at__isnull=False)
    request = Peer.objects.get(peer=person, confirmed=True)
    question = FeedbackAsked.objects.get(giver=person)
    item = person.evidence.all()[0]
    return {
        "peer_list": {"review": mine.pid},
        "peer_setting": {"review": mine.pid},
        "peer_confirm": {"peer": named.pid},
        "peer_take_back": {"peer": Peer.objects.get(circle__appraisal__person=person).pid},
        "peer_results": {"review": over.pid},
        "peer_answer": {"peer": request.pid},
        "peer_decline": {"peer": request.pid},
        "feedback_list": {},
        "feedback_new": {},
        "feedback_ask": {},
        "feedback_thank": {"feedback": Feedback.objects.get(receiver=person, thanked_at=None).pid},
        "feedback_keep": {"feedback": Feedback.objects.get(receiver=person, thanked_at=None).pid},
        "feedback_take_back": {"feedback": Feedback.objects.get(giver=person).pid},
        "feedback_reply": {"asked": question.pid},
        "feedback_decline": {"asked": question.pid},
        "share_edit": {"evidence": item.pid},
        "endorsement_ask": {"evidence": item.pid},
        "endorsement_answer": {"endorsement": Endorsement.objects.get(witness=person).pid},
        "peer_nominate": {"review": Appraisal.objects.filter(person=person, ended_at__isnull=False)[0].pid},
    }
