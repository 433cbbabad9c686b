"""The part of the matrix about rounds: see the package's own words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils import timezone

from assessments.models import Appraisal, Assessment, Rating
from ladders.models import Version
from people.models import Person
from reviews.ending import end_review
from reviews.handing import hand_over
from reviews.models import Handover, KeptPart, Round, RoundPlace
from reviews.opening import open_round

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TOKEN = "t" * 22

# The open round is one of the people team: Lin is rated by Xena, Root by Cy, to whom Xena handed over. The planned
# one is Bo's, for Ada. Cy gave Hal what he had written in a review that was called off.
TABLE = """
# Rounds of reviews
round_list           own                                               200 405 405 405 405  + + + + + + + + > + >
round_new            own                                               200 422 405 405 405  ! + + ! ! + ! ! > + >
round_show           read_review_status round=rounds.open              200 405 405 405 405  - - + - - + + + > + >
round_show           read_review_status round=rounds.planned           200 405 405 405 405  - + - - - + - - > - >
round_open           open_review round=rounds.open                     405 302 405 405 405  - - ! - - + ! ! > ! >
round_open           open_review round=rounds.planned                  405 302 405 405 405  - + - - - + - - > - >
round_edit           open_review round=rounds.open                     200 302 405 405 405  - - ! - - + ! ! > ! >
round_edit           open_review round=rounds.planned                  200 302 405 405 405  - + - - - + - - > - >
round_add            open_review round=rounds.open                     200 302 405 405 405  - - ! - - + ! ! > ! >
round_add            open_review round=rounds.planned                  302 302 405 405 405  - + - - - + - - > - >
round_close          open_review round=rounds.open                     200 302 405 405 405  - - ! - - + ! ! > ! >
round_close          open_review round=rounds.planned                  200 302 405 405 405  - + - - - + - - > - >

# Reviews that change hands or end early, and what had been written
handover_new         open_review appraisal=rounds.lin                  200 302 405 405 405  - - - - - + - - > + >
appraisal_end        open_review appraisal=rounds.lin                  200 302 405 405 405  - - - - - + - - > + >
handover_show        read_review_status part=rounds.kept               200 302 405 405 405  - - - - - - - - > + >
handover_show        read_review_status part=rounds.given              200 200 405 405 405  - - - - - + - - > - >
"""
WITHOUT = {"reviews.Round.remind_days": "numbers of days"}


def fill(cast: Cast, things: Things) -> None:
    """A round that is open, one that is planned, a part that waits for a decision, and one that was given."""
    today = timezone.localdate()
    window = {"form": "full", "opens_on": today, "closes_on": today + timedelta(days=9), "group": "chosen"}
    made = Round.objects.create(by=cast.hal, title="t", note="n", reason="r", **window)
    made.name_people([cast.lin, cast.root], {cast.lin.pk: cast.xena, cast.root.pk: cast.xena})
    open_round(made, by=cast.hal)
    lin, root = (Appraisal.objects.get(person=person) for person in (cast.lin, cast.root))
    rate(root.start_part(cast.xena))
    hand_over(root, to=cast.cy, by=cast.hal, reason="r", seen=cast.xena.pid)
    window["opens_on"] = today + timedelta(days=2)
    planned = Round.objects.create(by=cast.bo, title="t", own_reports=True, **window)
    planned.name_people([cast.ada], {})
    things |= {"rounds.open": made, "rounds.planned": planned, "rounds.lin": lin, "rounds.root": root}
    things["rounds.kept"] = KeptPart._default_manager.get(appraisal=root)
    things["rounds.hal"] = called_off(cast)
    given = KeptPart._default_manager.get(writer=cast.cy)
    given.give()
    things["rounds.given"] = given


def called_off(cast: Cast) -> Appraisal:
    """A review of Hal by Cy, who had begun."""
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    review = Appraisal.begin(cast.hal, assessor=cast.cy, by=None, version=version, stage="product-manager")
    rate(review.start_part(cast.cy))
    end_review(review, by=cast.cy, reason="r")
    return review


def rate(part: Assessment) -> None:
    for asked in part.version.skills.select_related("edition__skill")[:2]:
        part.ratings.create(skill=asked.edition.skill, level=2, situation="s")


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    today = timezone.localdate()
    days = {"opens_on": str(today + timedelta(days=3)), "closes_on": str(today + timedelta(days=9))}
    eve, once = world.cast.eve.email, {"once": TOKEN}
    return {
        "round_new": {"title": "Summer", **once},
        "round_edit": {"title": "Autumn", "remind_days": "3", "seen": "1", **days},
        "round_add": {"person": eve},
        "round_close": {"unfinished": "stay", **once},
        "handover_new": {"to": eve, "reason": "Away", "seen": world.cast.xena.pid, **once},
        "appraisal_end": {"reason": "Away", **once},
        "handover_show": {"choice": "discarded", **once},
    }


def review_of(row: Model, world: World) -> Appraisal | None:
    """The review of this room that a row belongs to."""
    part = row.assessment if isinstance(row, Rating) else row
    found = part if isinstance(part, Appraisal) else getattr(part, "appraisal", None)
    mine = {world.things[f"rounds.{name}"] for name in ("lin", "root", "hal")}
    return found if found in mine else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    """Of a round, those who have a part in it and the people team; of a part, whoever reads it: nobody else."""
    if isinstance(row, Round):
        planned = row == world.things["rounds.planned"]
        return frozenset({"bo", "hal"} if planned else {"hal", "lin", "root", "xena", "cy"})
    review = review_of(row, world)
    if review is None:
        return None
    if isinstance(row, KeptPart | Assessment | Rating):
        return frozenset({"hal" if review.person == world.cast.hal else "xena"})
    names = {world.name_of(one) for one in (review.person, review.assessor) if one}
    return frozenset(names | {"hal"})


def about(row: Model) -> Person | None:
    if isinstance(row, Handover | RoundPlace | KeptPart):
        return row.appraisal.person
    return None


def round_seen(world: World, name: str, row: Model) -> bool:
    return name in (readers(row, world) or ())


def place_seen(world: World, name: str, row: Model) -> bool:
    assert isinstance(row, RoundPlace)
    return name == "hal" or world.person(name) in (row.appraisal.person, row.appraisal.assessor)


def part_seen(world: World, name: str, row: Model) -> bool:
    return name == ("xena" if row == world.things["rounds.kept"] else "hal")


DOORS = {Round: round_seen, RoundPlace: place_seen, KeptPart: part_seen}
