"""The part of the matrix about feedback: see the package's own words.

Reviews with colleagues in every state: Di's with Bo is open and named, Lin's with Xena is open and summarised; Eve's
with Xena is revealed and named, Bo's with Cy revealed and summarised with three answers, Xena's with Hal with one;
Ada's with Xena was revealed before Ada changed to Bo, and Ada's with Bo was called off.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model

from assessments.models import Appraisal, Endorsement
from feedback.models import Circle, Feedback, FeedbackAsked, Peer, PeerAnswer, PeerSummary
from people.models import Person

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# Colleagues in a review: the list, for the two of it
peer_list            own       review=di.review                        200 405 405 405 405  - + - + - - - - > - >
peer_list            own       review=rounds.lin                       200 405 405 405 405  - - - - - - + - > + >
peer_list            own       review=eve.revealed                     200 405 405 405 405  - - - - + - - - > + >
peer_list            own       review=bo.revealed                      200 405 405 405 405  - + + - - - - - > - >
peer_list            own       review=ada.ended                        200 405 405 405 405  + + - - - - - - > - >
peer_setting         own       review=di.review                        200 302 405 405 405  - + - + - - - - > - >
peer_setting         own       review=eve.revealed                     200 409 405 405 405  - - - - + - - - > + >
peer_setting         own       review=ada.ended                        200 409 405 405 405  + + - - - - - - > - >
peer_nominate        own       review=di.review                        200 302 405 405 405  - - - + - - - - > - >
peer_nominate        own       review=rounds.lin                       200 302 405 405 405  - - - - - - + - > - >
peer_nominate        own       review=eve.revealed                     200 409 405 405 405  - - - - + - - - > - >
peer_nominate        own       review=ada.ended                        200 409 405 405 405  + - - - - - - - > - >
peer_confirm         own       peer=di.named                           200 302 405 405 405  - + - - - - - - > - >
peer_confirm         own       peer=di.struck|peer_asked|declined|sent 200 409 405 405 405  - + - - - - - - > - >
peer_confirm         own       peer=lin.sent                           200 409 405 405 405  - - - - - - - - > + >
peer_confirm         own       peer=eve.sent|silent                    200 409 405 405 405  - - - - - - - - > + >
peer_take_back       own       peer=di.named                           200 302 405 405 405  - - - + - - - - > - >
peer_take_back       own       peer=di.struck|peer_asked|declined|sent 200 409 405 405 405  - - - + - - - - > - >
peer_take_back       own       peer=ada.peer_asked                     200 409 405 405 405  + - - - - - - - > - >
# What the colleague reads: nothing before they are asked, and never what others say
peer_answer          own       peer=di.named|struck                    200 302 405 405 405  - - - - - - - - > - >
peer_answer          own       peer=di.peer_asked                      200 302 405 405 405  + - - - - - - - > - >
peer_answer          own       peer=di.declined                        200 409 405 405 405  - - - - - - + - > - >
peer_answer          own       peer=di.sent                            200 409 405 405 405  - - - - + - - - > - >
peer_answer          own       peer=lin.sent                           200 409 405 405 405  + - - - - - - - > - >
peer_answer          own       peer=eve.silent                         200 409 405 405 405  - - - - - + - - > - >
peer_answer          own       peer=bo.sent_ada                        200 409 405 405 405  + - - - - - - - > - >
peer_answer          own       peer=ada.peer_asked                     200 409 405 405 405  - - - + - - - - > - >
peer_decline         own       peer=di.named|struck                    200 302 405 405 405  - - - - - - - - > - >
peer_decline         own       peer=di.peer_asked                      200 302 405 405 405  + - - - - - - - > - >
peer_decline         own       peer=di.declined                        200 409 405 405 405  - - - - - - + - > - >
peer_decline         own       peer=di.sent                            200 409 405 405 405  - - - - + - - - > - >
# The results: nothing before the reveal, nothing of a review called off, nothing for who managed before
peer_results         own       review=di.review                        200 405 405 405 405  - + - + - - - - > - >
peer_results         own       review=rounds.lin                       200 405 405 405 405  - - - - - - + - > + >
peer_results         own       review=eve.revealed                     200 405 405 405 405  - - - - + - - - > + >
peer_results         own       review=bo.revealed                      200 405 405 405 405  - + + - - - - - > - >
peer_results         own       review=xena.few                         200 405 405 405 405  - - - - - + - - > + >
peer_results         own       review=ada.before                       200 405 405 405 405  + - - - - - - - > + >
peer_results         own       review=ada.ended                        200 405 405 405 405  + + - - - - - - > - >

# Feedback at any time; the form for these two names nobody, for one name would be somebody's own
feedback_list        own                                               200 405 405 405 405  + + + + + + + + > + >
feedback_new         own                                               200 422 405 405 405  + + + + + + + + > + >
feedback_ask         own                                               200 422 405 405 405  + + + + + + + + > + >
feedback_thank       own       feedback=ada.got                        200 302 405 405 405  + - - - - - - - > - >
feedback_thank       own       feedback=ada.thanked                    200 409 405 405 405  + - - - - - - - > - >
feedback_hide        own       feedback=ada.got|thanked                405 302 405 405 405  + - - - - - - - > - >
feedback_keep        own       feedback=ada.got                        200 302 405 405 405  + - - - - - - - > - >
feedback_keep        own       feedback=ada.thanked                    200 409 405 405 405  + - - - - - - - > - >
feedback_take_back   own       feedback=ada.got                        200 302 405 405 405  - - - + - - - - > - >
feedback_take_back   own       feedback=ada.thanked                    200 409 405 405 405  - - - - + - - - > - >
feedback_reply       own       asked=ada.asking                        200 302 405 405 405  - - - - + - - - > - >
feedback_reply       own       asked=ada.refused                       200 409 405 405 405  - - - + - - - - > - >
feedback_decline     own       asked=ada.asking                        200 302 405 405 405  - - - - + - - - > - >
feedback_decline     own       asked=ada.refused                       200 409 405 405 405  - - - + - - - - > - >

# Evidence that others read
share_edit           write_evidence evidence=ada.evidence              200 302 405 405 405  + - - - - - - - > - >
share_edit           write_evidence evidence=eve.evidence              200 302 405 405 405  - - - - + - - - > - >
endorsement_ask      write_evidence evidence=ada.evidence              200 302 405 405 405  + - - - - - - - > - >
endorsement_ask      write_evidence evidence=eve.evidence              200 302 405 405 405  - - - - + - - - > - >
endorsement_answer   own       endorsement=ada.to_endorse                200 302 405 405 405  - - - - + - - - > - >
endorsement_answer   own       endorsement=ada.seen                    200 409 405 405 405  - - - + - - - - > - >
"""
WITHOUT = {
    "assessments.Appraisal.stage": "the id of a stage, which everyone at work may read",
    "assessments.Appraisal.target": "the id of a stage, likewise",
    "feedback.Peer.writer": "a token of a form",
    "feedback.PeerSummary.body": "the words of the answers again, computed when the results are read",
}
TOKEN = "t" * 22
THEN = datetime(2022, 6, 2, 9, tzinfo=UTC)
EARLIER = datetime(2020, 9, 2, 9, tzinfo=UTC)
# Review: person, assessor, manner, how far. Those that are open are made by the rooms of reviews and rounds.
REVIEWS: dict[str, tuple[str, str, Circle.Manner, dict[str, Any]]] = {
    "di.review": ("di", "bo", Circle.Manner.NAMED, {}),
    "rounds.lin": ("lin", "xena", Circle.Manner.SUMMARY, {}),
    "eve.revealed": ("eve", "xena", Circle.Manner.NAMED, {"revealed_at": THEN}),
    "bo.revealed": ("bo", "cy", Circle.Manner.SUMMARY, {"revealed_at": THEN}),
    "xena.few": ("xena", "hal", Circle.Manner.SUMMARY, {"revealed_at": THEN, "appointed": True}),
    "ada.before": ("ada", "xena", Circle.Manner.NAMED, {"revealed_at": EARLIER}),
    "ada.ended": ("ada", "bo", Circle.Manner.NAMED, {"ended_at": THEN}),
}
ASKED: dict[str, Any] = {"confirmed": True, "confirmed_at": THEN}
SENT = {**ASKED, "sent_at": THEN}
# Colleague of which review, who, how far.
PEERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "di.named": ("di.review", "hal", {}),
    "di.struck": ("di.review", "cy", {"confirmed": False, "note": "note"}),
    "di.peer_asked": ("di.review", "ada", ASKED),
    "di.declined": ("di.review", "lin", {**ASKED, "declined_at": THEN, "reason": "reason"}),
    "di.sent": ("di.review", "eve", SENT),
    "lin.sent": ("rounds.lin", "ada", SENT),
    "eve.sent": ("eve.revealed", "di", SENT),
    "eve.silent": ("eve.revealed", "hal", ASKED),
    "bo.sent_ada": ("bo.revealed", "ada", SENT),
    "bo.sent_eve": ("bo.revealed", "eve", SENT),
    "bo.sent_hal": ("bo.revealed", "hal", SENT),
    "xena.sent": ("xena.few", "ada", SENT),
    "ada.sent": ("ada.before", "eve", SENT),
    "ada.peer_asked": ("ada.ended", "di", ASKED),
}
SILENT = {"di.named", "di.struck", "di.declined"}


def fill(cast: Cast, things: Things) -> None:
    """Makes what the pages are about, in every state."""
    draft = things["ada.draft"]
    skill = things["ada.evidence"].skills.all()[0]  # type: ignore[attr-defined]  # an item of evidence
    frame = {name: getattr(draft, name) for name in ("ladder", "version", "stage", "target", "form")}
    for name, (person, assessor, manner, when) in REVIEWS.items():
        if when:
            pair = {"person": getattr(cast, person), "assessor": getattr(cast, assessor)}
            things[name] = Appraisal.objects.create(**pair, **frame, **when)
        Circle.objects.create(appraisal_id=things[name].pk, manner=manner).skills.set([_first_skill(things)])
    for name, (review_name, who, how) in PEERS.items():
        circle = Circle.objects.get(appraisal_id=things[review_name].pk)
        things[name] = peer = Peer.objects.create(circle=circle, peer=getattr(cast, who), **how)
        if name not in SILENT:
            level = len(things) % 4
            PeerAnswer.objects.create(peer=peer, skill=_first_skill(things), level=level, words="words")
    PeerSummary.keep(Circle.objects.get(appraisal_id=things["xena.few"].pk), {})
    things["ada.got"] = Feedback.objects.create(giver=cast.di, receiver=cast.ada, words="words", skill=skill)
    things["ada.thanked"] = Feedback.objects.create(
        giver=cast.eve,
        receiver=cast.ada,
        words="words",
        thanks="thanks",
        thanked_at=THEN,
        at=THEN,
        evidence_id=things["ada.evidence"].pk,
    )
    asking = {"asker": cast.ada, "question": "question"}
    things["ada.asking"] = FeedbackAsked.objects.create(giver=cast.eve, **asking)
    things["ada.refused"] = FeedbackAsked.objects.create(giver=cast.di, declined_at=THEN, reason="reason", **asking)
    shown: dict[str, Any] = {"evidence": things["ada.evidence"], "title": "title", "text": "text"}
    things["ada.to_endorse"] = Endorsement.objects.create(witness=cast.eve, **shown)
    things["ada.seen"] = Endorsement.objects.create(
        witness=cast.di, saw_it=True, words="words", answered_at=THEN, **shown
    )


def _first_skill(things: Things) -> Any:
    """The first skill of the current ladder, which `skill` stands for in the table."""
    version = things["ada.draft"].version  # type: ignore[attr-defined]  # an assessment
    return version.skills.select_related("edition__skill")[0].edition.skill


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    skill = world.pid("skill")
    item = {"title": "Ran a test", "happened_on": "2022-05-04", "strength": "seen", "once": TOKEN}
    return {
        "peer_setting": {"manner": "named", "skills": [skill], "seen": "1"},
        "peer_nominate": {"who": world.cast.root.name, "once": TOKEN},
        "peer_confirm": {"choice": "keep", "once": TOKEN},
        "peer_take_back": {"once": TOKEN},
        "peer_answer": {"seen": "1", "writer": TOKEN, f"level-{skill}": "3", f"words-{skill}": "Seen."},
        "peer_decline": {"once": TOKEN},
        "feedback_new": {"words": "Well done.", "once": TOKEN},
        "feedback_ask": {"question": "How was it?", "once": TOKEN},
        "feedback_thank": {"thanks": "Thank you.", "once": TOKEN},
        "feedback_hide": {"on": "1"},
        "feedback_keep": item,
        "feedback_take_back": {"once": TOKEN},
        "feedback_reply": {"words": "It was clear.", "once": TOKEN},
        "feedback_decline": {"once": TOKEN},
        "share_edit": {"act": "stop", "once": TOKEN},
        "endorsement_ask": {"who": world.cast.hal.name, "once": TOKEN},
        "endorsement_answer": {"said": "saw", "once": TOKEN},
    }


def about(row: Model) -> Person | None:
    if isinstance(row, Peer | PeerAnswer):
        return _review(row).person
    if isinstance(row, Feedback):
        return row.receiver
    if isinstance(row, FeedbackAsked):
        return row.asker
    return row.evidence.person if isinstance(row, Endorsement) else None


def _review(row: Peer | PeerAnswer | PeerSummary | Circle) -> Appraisal:
    if isinstance(row, PeerAnswer):
        return row.peer.circle.appraisal
    return row.appraisal if isinstance(row, Circle) else row.circle.appraisal


def readers(row: Model, world: World) -> frozenset[str] | None:
    """Who is shown the words: in a summary the two, too, if three answered."""
    if isinstance(row, PeerAnswer) and _review(row) == world.things["bo.revealed"]:
        return seers(row, world) | _pair(_review(row), world)
    if isinstance(row, Peer | PeerAnswer | Feedback | FeedbackAsked | Endorsement):
        return seers(row, world)
    return None


def _pair(review: Appraisal, world: World) -> frozenset[str]:
    return frozenset(world.name_of(one) for one in (review.person, review.assessor) if one)


def seers(row: Model, world: World) -> frozenset[str]:
    """Whom the door of a row lets in."""
    if isinstance(row, Circle):
        return _pair(row.appraisal, world)
    if isinstance(row, PeerSummary):  # of Xena's review with Hal, who was appointed
        return _pair(_review(row), world)
    if isinstance(row, Peer):
        asked = {world.name_of(row.peer)} if row.confirmed and row.peer else set()
        return _pair(_review(row), world) | asked
    if isinstance(row, PeerAnswer):
        own = {world.name_of(row.peer.peer)} if row.peer.peer else set()
        review = _review(row)
        if review == world.things["ada.before"]:
            return frozenset(own | {"ada"})
        named = review == world.things["eve.revealed"] and row.peer.sent_at
        return (_pair(review, world) if named else frozenset()) | own
    pairs = {Feedback: ("giver", "receiver"), FeedbackAsked: ("asker", "giver")}
    if type(row) in pairs:
        return frozenset(world.name_of(getattr(row, name)) for name in pairs[type(row)])
    assert isinstance(row, Endorsement)
    return frozenset({world.name_of(one) for one in (row.witness, row.evidence.person) if one})


def let_in(world: World, name: str, row: Model) -> bool:
    return name in seers(row, world)


DOORS = dict.fromkeys((Circle, Peer, PeerAnswer, PeerSummary, Feedback, FeedbackAsked, Endorsement), let_in)
