"""The part of the matrix about calibration: see the package's own words.

Hal facilitates a session with Bo, Cy and Xena, on Cy's rating of Bo and Xena's of Eve; the review of Di is open yet,
so it is in none. Another session, without anybody else in it, is closed. Root practised, and nobody knows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Model

from assessments.models import Assessment
from calibration.models import Chair, Entry, PracticeAnswer, RatingChange, Session

if TYPE_CHECKING:
    from people.models import Person
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# Calibration: a session, a rating of one's own in it, what became of it, and practice cases
session_list         own                                               200 405 405 405 405  + + + + + + + + > + >
session_new          own                                               200 200 405 405 405  ! ! + ! ! + ! ! > ! >
session_show         own       session=hal.session                     200 405 405 405 405  - + + - - + - - > + >
session_show         own       session=hal.closed                      200 405 405 405 405  - - - - - + - - > - >
session_close        own       session=hal.session                     200 302 405 405 405  - ! ! - - + - - > ! >
session_close        own       session=hal.closed                      302 302 405 405 405  - - - - - + - - > - >
calibration_change   own       session=hal.session rating=bo.rated skill=skill
                                                                       200 302 405 405 405  - - + - - - - - > - >
calibration_change   own       session=hal.session rating=eve.rated skill=skill
                                                                       200 302 405 405 405  - - - - - - - - > + >
calibration_change   own       session=hal.session rating=bo.rates_di skill=skill
                                                                       200 302 405 405 405  - - - - - - - - > - >
calibration_change   own       session=hal.closed rating=bo.rated skill=skill
                                                                       200 302 405 405 405  - - - - - - - - > - >
calibration_changes  own       review=di.review                        302 405 405 405 405  - + - + - - - - > - >
calibration_changes  own       review=bo.review                        200 405 405 405 405  - + + - - - - - > - >
calibration_changes  own       review=eve.review                       200 405 405 405 405  - - - - + - - - > + >
practice_list        own                                               200 405 405 405 405  + + + + + + + + > + >
practice_case        own       case=refund-button                      200 302 405 405 405  + + + + + + + + > + >
practice_forget      own                                               200 302 405 405 405  + + + + + + + + > + >
"""
WITHOUT = {
    "calibration.Session.told": "figures, no words",
    "calibration.PracticeAnswer.case": "the id of a case that comes with Careerpath",
    "calibration.PracticeAnswer.levels": "ids of skills, and numbers",
}
WHEN = datetime(2022, 6, 1, 9, tzinfo=UTC)
RATERS, RATED = ("bo", "cy", "xena"), ("bo", "eve")


def fill(cast: Cast, things: Things) -> None:
    """An open session on ratings of revealed reviews, each with a change, and a closed one without any."""
    made = {}
    for name in ("session", "closed"):
        rated = things["bo.rated"]
        assert isinstance(rated, Assessment)
        made[name] = Session.objects.create(
            title="title", facilitator=cast.hal, version=rated.version, closed_at=WHEN if name == "closed" else None
        )
        things[f"hal.{name}"] = made[name]
    for name in RATERS:
        Chair.objects.create(session=made["session"], manager=getattr(cast, name), steps=1)
    for name in RATED:
        rated = things[f"{name}.rated"]
        assert isinstance(rated, Assessment)
        entry = Entry.objects.create(session=made["session"], assessment=rated)
        skills = [part.edition.skill for part in rated.version.skills.select_related("edition__skill")]
        RatingChange.objects.create(
            entry=entry, skill=skills[0], before=2, after=3, reason="reason", by=rated.assessor
        )
    PracticeAnswer.keep(cast.root, "refund-button", {"delivery": 2})


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token = "t" * 22
    return {
        "session_new": {
            "title": "Spring",
            "version": world.chart.version,
            "round": "since",
            "since": "2020-01-01",
            "once": token,
        },
        "session_close": {"once": token},
        "calibration_change": {"level": "4", "reason": "Two products.", "seen": "1", "once": token},
        "practice_case": {"user-research": "2", "design": "2", "data-analysis": "2", "delivery": "2"},
    }


def in_session(row: Session) -> frozenset[str]:
    return frozenset({"hal"} if row.closed_at else {"hal", *RATERS})


def two(row: RatingChange) -> tuple[Person | None, ...]:
    return row.entry.assessment.person, row.entry.assessment.assessor


def readers(row: Model, world: World) -> frozenset[str] | None:
    if isinstance(row, Session):
        return in_session(row)
    if isinstance(row, RatingChange):
        return frozenset(world.name_of(person) for person in two(row) if person)
    return None


def about(row: Model) -> Person | None:
    return row.entry.assessment.person if isinstance(row, RatingChange) else None


def door(world: World, name: str, row: Model) -> bool:
    """Who is in it; how a manager rates, that manager and the facilitator; a rating, whoever gave it; a
    change, the two it concerns.
    """
    if isinstance(row, Session):
        return name in in_session(row)
    if isinstance(row, Chair):
        return name == "hal" or world.person(name) == row.manager
    if isinstance(row, Entry):
        return world.person(name) == row.assessment.assessor
    if isinstance(row, RatingChange):
        return world.person(name) in two(row)
    assert isinstance(row, PracticeAnswer)
    return world.person(name) == row.person


DOORS = {Session: door, Chair: door, Entry: door, RatingChange: door, PracticeAnswer: door}
