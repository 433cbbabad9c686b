"""The demo's round of reviews: ten people are in it, some are done, one review changed hands, and the next round is
planned.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from assessments.models import Appraisal, Assessment
from assessments.sheet import sheet_of
from demo.filling import HOST, moment
from people.models import Notice, Person
from reviews.handing import hand_over
from reviews.models import Handover, KeptPart, Round
from reviews.opening import open_round

KEEPER = f"hal@{HOST}"
PEOPLE = ("samuel", "sunniva", "linh", "farid", "lucie", "zofia", "arun", "salome", "petra", "siobhan")
HANDED = "linh"
OPENED, CLOSES = 9, 12  # days ago, days ahead
# Of those in it by name: how many have submitted, and how many of those their manager has rated, too.
DONE, BOTH = 6, 3
HANDED_TO, WHY = f"rajeswari@{HOST}", "Xena is on parental leave from Monday."
NOTE = "Take the list in two sittings, and talk about it in the last week. Questions go to Hal."


def fill_rounds(today: date) -> None:
    """Opens the round and answers in it, in the days before `today`; nothing where the people are not there."""
    found = {person.email: person for person in Person.objects.made_up()}
    wanted = [f"{name}@{HOST}" for name in PEOPLE]
    if {KEEPER, HANDED_TO, *wanted} - found.keys():
        return
    hal, begun = found[KEEPER], today - timedelta(days=OPENED)
    made = plan("Mid-year reviews", hal, begun, today + timedelta(days=CLOSES), NOTE)
    made.name_people([found[address] for address in wanted], {})
    open_round(made, by=hal)
    reviews = list(Appraisal.objects.filter(round_place__round=made).select_related("person", "assessor"))
    reviews.sort(key=lambda review: (review.person == found[f"{HANDED}@{HOST}"], review.person.name))
    for place, review in enumerate(reviews[:DONE]):
        answer(review, review.person, begun + timedelta(days=2 + place % 4))
        if place < BOTH and review.assessor:
            answer(review, review.assessor, begun + timedelta(days=3 + place % 4))
    change_hands(reviews[-1:], found[HANDED_TO], hal)
    put_back(made, reviews, begun)
    later = plan("Year-end reviews", hal, today + timedelta(days=70), today + timedelta(days=91), "")
    Round.objects.filter(pk=later.pk).update(group=Round.Group.LADDER, ladder=reviews[0].ladder if reviews else None)


def plan(title: str, by: Person, first: date, last: date, note: str) -> Round:
    """A round for people by name."""
    window = {"form": "quick", "opens_on": first, "closes_on": last, "remind_days": [7, 2]}
    at = moment(first, time(8, 30)) - timedelta(days=6)
    return Round.objects.create(title=title, note=note, by=by, group=Round.Group.CHOSEN, made_at=at, **window)


def answer(review: Appraisal, rater: Person, day: date, *, only: int | None = None) -> None:
    """One part, near the level that is expected; submitted, if it is all of it."""
    part = review.start_part(rater)
    for place, question in enumerate(sheet_of(part).questions[:only]):
        wanted = question.current or question.target
        level = (wanted.level if wanted else 1) + (place + len(rater.name)) % 3 - 1
        level = max(0, min(level, question.options[-1].level))
        part.ratings.create(skill_id=question.skill.pk, level=level, rated_at=moment(day, time(9, 55)))
    Assessment.objects.filter(pk=part.pk).update(started_at=moment(day, time(9, 40)))
    if only is None:
        part.submit(at=moment(day, time(11, 5)))


def change_hands(reviews: list[Appraisal], to: Person, by: Person) -> None:
    """One review goes to somebody else, in the middle of the old assessor's list."""
    for review in reviews:
        if review.assessor:
            answer(review, review.assessor, review.opened_at.date(), only=5)
            hand_over(review, to=to, by=by, reason=WHY, seen=review.assessor.pid)


def put_back(made: Round, reviews: list[Appraisal], begun: date) -> None:
    """Dates all of this in the days before today."""
    opened, handed = moment(begun, time(8, 30)), moment(begun + timedelta(days=7), time(15, 20))
    mine = Appraisal.objects.filter(pk__in=[review.pk for review in reviews])
    mine.update(opened_at=opened)
    made.places.update(at=opened)
    Round.objects.filter(pk=made.pk).update(opened_at=opened)
    Handover._default_manager.filter(appraisal__in=mine).update(at=handed)
    until = handed.date() + timedelta(days=30)
    KeptPart._default_manager.filter(appraisal__in=mine).update(at=handed, until=until)
    Notice._default_manager.filter(kind__in=("round_opened", "round_given")).update(at=opened)
    Notice._default_manager.filter(kind__startswith="handed_").update(at=handed)
