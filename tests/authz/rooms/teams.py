"""The part of the matrix about teams: see the package's own words.

Ada and Bo noted everything there is between them, and an item of evidence is shared; Di and Bo have nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Model

from assessments.models import Evidence, Share
from people.models import Person
from teams.models import Challenge, CoachOffer, Promise, Seat, Talk
from tests.factories import EvidenceFactory

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# The manager's page is there for everybody; who manages nobody finds nobody on it
team_show            own                                               200 405 405 405 405  + + + + + + + + > + >
team_csv             own                                               200 405 405 405 405  + + + + + + + + > + >
team_part            read_agreed_levels person=bo                      200 405 405 405 405  - - + - - - - - > - >
team_part            read_agreed_levels person=ada                     200 405 405 405 405  - + - - - - - - > - >
team_part            read_agreed_levels person=xena|hal|gone           200 405 405 405 405  - - - - - - - - > - >
report_show          read_team_notes person=ada.card                   200 405 405 405 405  - + - - - - - - > - >
report_show          read_team_notes person=eve.card                   200 405 405 405 405  - - - - - - - - > + >
report_show          read_team_notes person=gone.card                  200 405 405 405 405  - - - - - - - - > - >
my_team_notes        own                                               200 405 405 405 405  + + + + + + + + > + >
as_manager           own                                               200 405 405 405 405  + + + + + + + + > + >
coach_offer_edit     own                                               200 302 405 405 405  + + + + + + + + > + >
talk_new             write_team_notes person=ada.card                  200 302 405 405 405  + + - - - - - - > - >
talk_new             write_team_notes person=gone.card                 200 302 405 405 405  - - - - - - - - > - >
promise_new          write_team_notes person=ada.card                  200 302 405 405 405  + + - - - - - - > - >
promise_new          write_team_notes person=gone.card                 200 302 405 405 405  - - - - - - - - > - >
challenge_edit       write_team_notes person=ada.card                  200 302 405 405 405  + + - - - - - - > - >
challenge_edit       write_team_notes person=gone.card                 200 302 405 405 405  - - - - - - - - > - >
seat_edit            write_team_notes person=ada.card                  200 302 405 405 405  + + - - - - - - > - >
seat_edit            write_team_notes person=gone.card                 200 302 405 405 405  - - - - - - - - > - >
promise_keep         write_team_notes promise=ada.promise              200 302 405 405 405  + + - - - - - - > - >
promise_keep         write_team_notes promise=ada.promise_before       200 302 405 405 405  - - - - - - - - > - >
promise_drop         write_team_notes promise=ada.promise              200 302 405 405 405  + + - - - - - - > - >
promise_drop         write_team_notes promise=ada.promise_before       200 302 405 405 405  - - - - - - - - > - >
"""
QUARTERS = (date(2022, 4, 1), date(2022, 7, 1))
BETWEEN = (Talk, Promise, Challenge, Seat)


def fill(cast: Cast, things: Things) -> None:
    """All that Ada and Bo noted, what Ada and Xena noted before, an offer to help, and evidence shared with Bo."""
    two = {"person": cast.ada, "manager": cast.bo, "by": cast.bo}
    before = {"person": cast.ada, "manager": cast.xena, "by": cast.xena}
    for name in ("ada", "eve", "gone"):
        things[f"{name}.card"] = getattr(cast, name)
    for pair, when in ((two, ""), (before, "_before")):
        Talk.objects.create(day=QUARTERS[0], kind="path", about="about", **pair)
        things[f"ada.promise{when}"] = Promise.objects.create(side="manager", words="words", reason="", **pair)
        Promise.objects.create(side="person", words="words", reason="why", dropped_at="2022-06-01T09:00Z", **pair)
        for quarter in QUARTERS:
            Challenge.objects.create(quarter=quarter, words="words", **pair)
        Seat.objects.create(work="work", decides="decides", decided="decided", **pair)
    shared = EvidenceFactory.create(person=cast.ada, text="text", link="https://example.org/shared")
    Share.objects.create(evidence=shared, reader=cast.bo)
    things["ada.shared_with_bo"] = shared
    skill = things["ada.evidence"].skills.all()[0]  # type: ignore[attr-defined]  # an item of evidence
    CoachOffer.objects.create(person=cast.ada, skill=skill)


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token = "t" * 22
    return {
        "talk_new": {"day": "2022-05-04", "kind": "path", "about": "The next stage", "once": token},
        "promise_new": {"words": "Introduce you to finance", "side": "manager", "once": token},
        "promise_keep": {"once": token},
        "promise_drop": {"reason": "Not needed any more", "once": token},
        "challenge_edit": {"words": "The merge", "seen": 0, "once": token},
        "seat_edit": {"role": "yes", "seen": 1, "once": token},
        "coach_offer_edit": {"skills": [world.pid("skill")], "once": token},
    }


def noted_with(row: Model) -> Person | None:
    """The manager of a row that two people noted."""
    return row.manager if isinstance(row, BETWEEN) else None


def about(row: Model) -> Person | None:
    return row.person if isinstance(row, (*BETWEEN, CoachOffer)) else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    """Ada, and Bo what he noted with her; what Xena noted with her before, Ada alone. Bo reads what is shared."""
    if isinstance(row, Evidence) and row == world.things["ada.shared_with_bo"]:
        return frozenset({"ada", "bo"})
    if isinstance(row, CoachOffer):
        return frozenset({"ada", "bo"})
    if isinstance(row, BETWEEN):
        return frozenset({"ada", "bo"}) if noted_with(row) == world.cast.bo else frozenset({"ada"})
    return None


def theirs(world: World, name: str, row: Model) -> bool:
    found = readers(row, world)
    return found is not None and name in found


DOORS = dict.fromkeys((*BETWEEN, CoachOffer), theirs)
