"""What the demo's people say about each other: colleagues in reviews, feedback at any time, words about evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from assessments.models import Appraisal, Endorsement
from demo.filling import HOST, moment
from feedback.models import Circle, Feedback, FeedbackAsked, Peer, PeerAnswer
from ladders.chart import Chart
from people.models import Person
from people.notices import tell

Words = Mapping[str, tuple[int | None, str]]  # skill → level (None: cannot say) and words


@dataclass(frozen=True, slots=True)
class Colleague:
    """One colleague of a review. `ago` is when they were named, in days; `said` is what they sent."""

    address: str
    ago: int
    confirmed: bool | None = True
    note: str = ""
    reason: str = ""
    said: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    manner: Circle.Manner
    skills: tuple[str, ...]
    colleagues: tuple[Colleague, ...]


CIRCLES: Mapping[str, Asked] = {
    "oskar": Asked(
        Circle.Manner.SUMMARY,
        ("customer-empathy", "communication", "delivery"),
        (
            Colleague("ada", 4),
            Colleague(
                "minh",
                4,
                said={
                    "customer-empathy": (2, "Calls back the people who wrote a complaint, on his own account."),
                    "communication": (2, ""),
                    "delivery": (1, "The scanner texts came in two parts; I waited for the second one."),
                },
            ),
            Colleague("samuel", 3, confirmed=None),
            Colleague("marguerite", 4, confirmed=False, note="She has not worked with you yet. Think of support."),
        ),
    ),
    "minh": Asked(
        Circle.Manner.NAMED,
        ("stakeholders", "user-research"),
        (
            Colleague(
                "di",
                20,
                said={
                    "stakeholders": (
                        3,
                        "Brought both leads into one room. I took the notes; the text was hers.",
                    ),
                    "user-research": (3, "I built on the interviews for the scanner without asking for more."),
                },
            ),
            Colleague(
                "henrike",
                20,
                said={
                    "stakeholders": (
                        2,
                        "Finance heard about the delay from support. She rang them afterwards.",
                    ),
                    "user-research": (None, ""),
                },
            ),
            Colleague("kwame", 19, reason="I joined in August and have seen too little."),
        ),
    ),
    "joao": Asked(
        Circle.Manner.SUMMARY,
        ("people-management", "product-strategy"),
        (
            Colleague(
                "ada",
                40,
                said={"people-management": (2, "I learn most in our reviews of a bet."), "product-strategy": (3, "")},
            ),
            Colleague(
                "gwen",
                40,
                said={
                    "people-management": (3, "The contractors ask him first."),
                    "product-strategy": (3, "The billing bet is written so that I can argue with it."),
                },
            ),
            Colleague(
                "mercy", 39, said={"people-management": (2, ""), "product-strategy": (2, "The second year is thin.")}
            ),
            Colleague("farid", 39, said={"people-management": (None, ""), "product-strategy": (3, "")}),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Given:
    """Feedback from one to another: about which skill, how many days ago, and the thanks for it."""

    giver: str
    receiver: str
    skill: str
    ago: int
    words: str
    thanks: str = ""


GIVEN = (
    Given(
        "di",
        "ada",
        "communication",
        9,
        "In the pricing talk you said first what we would decide, and only then why. Sales stopped interrupting. "
        "I would like to see that in the quarterly note, too.",
        "I will try it in the note next week.",
    ),
    Given(
        "joao",
        "ada",
        "data-analysis",
        74,
        "You showed the churn by plan and not as one number. It changed which bet I made.",
    ),
    Given("henrike", "ada", "", 160, "You answered support on a Sunday. Kind, and please let it wait next time."),
    Given(
        "ada", "minh", "user-research", 30, "Five interviews, and you wrote down what surprised you. I used two.", ""
    ),
    Given("bo", "di", "experimentation", 12, "You ended the test on the day you had said. That is rare."),
)
# Who asks whom, about which skill, how many days ago.
QUESTIONS = (
    ("layla", "ada", "stakeholders", 2, "How did my two minutes in the pricing review come across?"),
    ("ada", "gwen", "product-strategy", 5, "Could you follow why we left out the small plans?"),
)
SAW = "I sat in that meeting. It turned when she put the two numbers side by side."


def fill_feedback(chart: Chart, today: date) -> None:
    """All of it, in the days before `today`; leaves an organisation alone where there is some."""
    people = {one.email.removesuffix(f"@{HOST}"): one for one in Person.objects.made_up()}
    if "ada" not in people or Feedback.objects.filter(receiver__in=people.values()).exists():
        return
    for address, asked in CIRCLES.items():
        review = Appraisal.objects.filter(person=people[address]).latest_first().first()
        if review:
            circle(review, asked, people, chart, today)
    for given in GIVEN:
        give(given, people, chart, today)
    for asker, giver, skill, ago, question in QUESTIONS:
        row = FeedbackAsked.ask(people[asker], people[giver], question=question, skill=chart.skill[skill].pk)
        FeedbackAsked.objects.filter(pk=row.pk).update(at=hour(today, ago))
    witness(people["ada"], people["di"], today, saw=True)
    witness(people["minh"], people["ada"], today, saw=False)


def hour(today: date, ago: int) -> datetime:
    return moment(today - timedelta(days=ago), time(10, 15))


def circle(review: Appraisal, asked: Asked, people: Mapping[str, Person], chart: Chart, today: date) -> None:
    """The colleagues of one review, as the verbs would have left them."""
    row = Circle.objects.create(
        appraisal=review, manner=asked.manner, by=review.person, at=hour(today, asked.colleagues[0].ago)
    )
    row.skills.set(chart.skill[slug].pk for slug in asked.skills)
    for one in asked.colleagues:
        named, decided = hour(today, one.ago), one.confirmed is not None
        peer = Peer.objects.create(
            circle=row,
            peer=people[one.address],
            named_at=named,
            confirmed=one.confirmed,
            confirmed_by=review.assessor if decided else None,
            confirmed_at=named + timedelta(hours=3) if decided else None,
            note=one.note,
            declined_at=named + timedelta(hours=30) if one.reason else None,
            reason=one.reason,
            sent_at=named + timedelta(hours=27) if one.said else None,
        )
        for slug, (level, words) in one.said.items():
            said = {"level": level, "cannot": level is None, "words": words}
            PeerAnswer.objects.create(peer=peer, skill_id=chart.skill[slug].pk, **said)
        if peer.takes_answers:
            tell([peer.peer], "peer_asked_summary", by=review.assessor, subject=review.person, url=peer.address)


def give(given: Given, people: Mapping[str, Person], chart: Chart, today: date) -> None:
    skill = chart.skill[given.skill].pk if given.skill else None
    at = hour(today, given.ago)
    row = Feedback.give(people[given.giver], people[given.receiver], words=given.words, skill=skill, at=at)
    if given.thanks:
        row.thank(given.thanks)


def witness(person: Person, colleague: Person, today: date, *, saw: bool) -> None:
    """The person's latest item, about which a colleague is asked; `saw`: and says that they saw it."""
    item = person.evidence.order_by("-happened_on", "-pk").first()
    if item is None:
        return
    row = Endorsement.ask(item, colleague)
    if saw:
        row.answer(saw_it=True, words=SAW)
    asked = hour(today, 3)
    Endorsement.objects.filter(pk=row.pk).update(asked_at=asked, answered_at=asked if saw else None)
