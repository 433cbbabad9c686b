"""The part of the matrix about reviews: see the package's own words.

Bo reviews Di, and both rate; Cy reviewed Bo, which is to be agreed; Xena and Eve agreed, and Eve asks to open it
again. A review of Bo was called off before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Model

from assessments.agreeing import fingerprint, pairs_of, say_yes
from assessments.models import Agreement, Appraisal, Assessment, Rating, Reopening, Share, Standing
from assessments.reopening import ask
from ladders.models import Ladder, Version
from people.models import Person

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# Reviews: in which both rate (Di and Bo), to be agreed (Bo and Cy), agreed and asked to open again (Eve and Xena)
appraisal_list       own                                               200 405 405 405 405  + + + + + + + + > + >
appraisal_new        open_review person=ada.person                     200 302 405 405 405  - + - - - + - - > - >
appraisal_new        open_review person=gone.person                    200 302 405 405 405  - - - - - - - - > - >
appraisal_new        open_review person=hal.person                     200 302 405 405 405  - - - - - - - - > - >
appraisal_show       own                review=di.review               200 302 405 405 405  - + - + - - - - > - >
appraisal_show       own                review=bo.review|off           200 302 405 405 405  - + + - - - - - > - >
appraisal_show       own                review=eve.review              200 302 405 405 405  - - - - + - - - > + >
appraisal_compare    read_agreed review=di.review                      302 405 405 405 405  - + - + - - - - > - >
appraisal_compare    read_agreed review=bo.review                      200 405 405 405 405  - + + - - - - - > - >
appraisal_compare    read_agreed review=bo.off                         302 405 405 405 405  - + + - - - - - > - >
appraisal_compare    read_agreed review=eve.review                     200 405 405 405 405  - - - - + - - - > + >
agreement_edit       read_agreed review=di.review skill=skill          302 302 405 405 405  - + - + - - - - > - >
agreement_edit       read_agreed review=bo.review skill=skill          200 302 405 405 405  - + + - - - - - > - >
agreement_edit       read_agreed review=eve.review skill=skill         200 409 405 405 405  - - - - + - - - > + >
consent_give         read_agreed review=di.review                      302 302 405 405 405  - + - + - - - - > - >
consent_give         read_agreed review=bo.review                      200 302 405 405 405  - + + - - - - - > - >
consent_give         read_agreed review=eve.review                     302 302 405 405 405  - - - - + - - - > + >
reopening_ask        read_agreed review=di.review                      302 302 405 405 405  - + - + - - - - > - >
reopening_ask        read_agreed review=bo.review                      200 302 405 405 405  - + + - - - - - > - >
reopening_ask        read_agreed review=eve.review                     200 302 405 405 405  - - - - + - - - > + >
reopening_answer     own       review=eve.review                200 302 405 405 405  - - - - - + - - > + >
reopening_answer     own       review=di.review                 200 302 405 405 405  - - - - - - - - > - >
reopening_answer     own       review=bo.review                 200 302 405 405 405  - - - - - - - - > - >

# Their parts: both of them draft, both revealed, one's own that was stopped
assessment_show      write_self_assessment assessment=di.part          302 405 405 405 405  - - - + - - - - > - >
assessment_show      write_self_assessment assessment=bo.rates_di      302 405 405 405 405  - + - - - - - - > - >
assessment_show      write_self_assessment assessment=bo.stopped       302 405 405 405 405  - + - - - - - - > - >
assessment_show      read_agreed assessment=bo.part|rated              200 405 405 405 405  - + + - - - - - > - >
assessment_show      read_agreed assessment=eve.part|rated|result      200 405 405 405 405  - - - - + - - - > + >
assessment_submit    write_self_assessment assessment=di.part          200 302 405 405 405  - - - + - - - - > - >
assessment_submit    write_self_assessment assessment=bo.rates_di      200 302 405 405 405  - + - - - - - - > - >
assessment_submit    write_self_assessment assessment=bo.stopped       200 409 405 405 405  - + - - - - - - > - >
assessment_submit    write_self_assessment assessment=eve.part         302 302 405 405 405  - - - - + - - - > - >
assessment_submit    own       assessment=eve.rated                    302 302 405 405 405  - - - - - - - - > + >
assessment_discard   write_self_assessment assessment=di.part          302 302 405 405 405  - - - + - - - - > - >
assessment_discard   write_self_assessment assessment=bo.rates_di      302 302 405 405 405  - + - - - - - - > - >
situations_edit      write_self_assessment assessment=di.part          302 302 405 405 405  - - - + - - - - > - >
situations_edit      write_self_assessment assessment=bo.rates_di      302 302 405 405 405  - + - - - - - - > - >
rating_edit          write_self_assessment assessment=di.part skill=skill
                                                                       200 302 405 405 405  - - - + - - - - > - >
rating_edit          write_self_assessment assessment=bo.rates_di skill=skill
                                                                       200 302 405 405 405  - + - - - - - - > - >
rating_edit          write_self_assessment assessment=bo.stopped skill=skill
                                                                       200 409 405 405 405  - + - - - - - - > - >
rating_edit          own       assessment=eve.rated             skill=skill
                                                                       409 409 405 405 405  - - - - - - - - > + >
"""
VEILED = {"di", "lin", "root"}  # of whom a review is open


def fill(cast: Cast, things: Things) -> None:
    """Reviews in every state, each with both parts and words on every skill."""
    ladder = things["ladder.current"]
    assert isinstance(ladder, Ladder)
    version = Version.objects.published().filter(ladder=ladder).order_by("number")[0]
    for name in ("ada", "gone", "hal"):
        things[f"{name}.person"] = getattr(cast, name)
    things["bo.off"] = off = begun(cast.bo, cast.cy, version)
    things["bo.stopped"] = part(off, cast.bo)
    off.end(by=cast.hal, reason="reason")
    things["di.review"] = review = begun(cast.di, cast.bo, version)
    things |= {"di.part": part(review, cast.di), "bo.rates_di": part(review, cast.bo)}
    for name, assessor in (("bo", cast.cy), ("eve", cast.xena)):
        person: Person = getattr(cast, name)
        review = begun(person, assessor, version)
        things |= {f"{name}.part": part(review, person), f"{name}.rated": part(review, assessor)}
        for one in (f"{name}.part", f"{name}.rated"):
            made = things[one]
            assert isinstance(made, Assessment)
            made.submit()
        things[f"{name}.review"] = review = Appraisal.objects.get(pk=review.pk)
        for pair in pairs_of(review):
            Agreement.settle(review, pair.skill, by=person, seen=0, level=3, words="words", sign="sign")
    for person in (cast.eve, cast.xena):
        say_yes(review, by=person, seen=fingerprint(review))
    things["eve.result"] = Assessment.objects.get(appraisal=review, kind=Assessment.Kind.AGREED)
    things["eve.asked"] = ask(review, by=cast.eve, reason="reason")


def begun(person: Person, assessor: Person, version: Version) -> Appraisal:
    return Appraisal.begin(
        person, assessor=assessor, by=assessor, version=version, stage="product-manager", target="senior-pm"
    )


def part(review: Appraisal, rater: Person) -> Assessment:
    """A part that is answered in full, each answer with words; the two differ by a step or two."""
    made = review.start_part(rater)
    skills = [row.edition.skill for row in review.version.skills.select_related("edition__skill")]
    Rating._default_manager.bulk_create(
        Rating(assessment=made, skill=skill, level=(place + (rater == review.assessor)) % 5, situation="situation")
        for place, skill in enumerate(skills)
    )
    return made


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token, open_one = "t" * 22, world.things["bo.review"]
    assert isinstance(open_one, Appraisal)
    return {
        "appraisal_new": {"target": "here", "form": "full", "once": token},
        "agreement_edit": {"level": "3", "seen": "1"},
        "consent_give": {"seen": fingerprint(open_one)},
        "reopening_ask": {"reason": "The migration was rated too early.", "once": token},
        "reopening_answer": {"accept": "no", "once": token},
    }


def two(row: Appraisal) -> tuple[Person, Person | None]:
    return row.person, row.assessor


def about(row: Model) -> Person | None:
    review = row if isinstance(row, Appraisal) else getattr(row, "appraisal", None)
    return review.person if isinstance(row, Appraisal | Agreement | Reopening) and review else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    """The two; and the people team that one is open, and that it is asked to open one again, with the reason."""
    if not isinstance(row, Appraisal | Agreement | Reopening):
        return None
    review = row if isinstance(row, Appraisal) else row.appraisal
    both = {world.name_of(person) for person in two(review) if person}
    asked = not isinstance(row, Agreement) and Reopening._default_manager.filter(appraisal=review).exists()
    known = asked or (review is row and review.is_open)
    return frozenset(both | ({"hal"} if known else set()))


def pair(world: World, name: str, row: Model) -> bool:
    """That there is a review, the two know; what they agree on, once it is revealed."""
    review = row.appraisal if isinstance(row, Agreement) else row
    assert isinstance(review, Appraisal)
    known = review is row or review.revealed_at is not None
    return known and world.person(name) in two(review)


def asked_again(world: World, name: str, row: Model) -> bool:
    """The two, and the people team."""
    assert isinstance(row, Reopening)
    return name == "hal" or world.person(name) in two(row.appraisal)


def shared(world: World, name: str, row: Model) -> bool:
    """Whoever shared it, and the manager it was shared with, as long as that one is the manager."""
    assert isinstance(row, Share)
    managers = {"ada": "bo", "di": "bo", "bo": "cy", "eve": "xena"}
    owner, reader = world.name_of(row.evidence.person), world.name_of(row.reader)
    return name == owner or (name == reader and managers.get(owner) == name)


def in_review(world: World, name: str, row: Model) -> bool | None:
    """Who reads an assessment or a standing, where a review decides about it; None where none does."""
    if not isinstance(row, Assessment | Standing):
        return None
    review = row.appraisal if isinstance(row, Assessment) else None
    if review is None or not isinstance(row, Assessment):
        hidden = isinstance(row, Standing) or not row.is_draft
        return False if hidden and world.name_of(row.person) in VEILED else None
    if review.revealed_at is None:
        frozen = row.kind == "manager" and (review.ended_at is not None or row.assessor != review.assessor)
        return row.assessor == world.person(name) and not frozen
    return world.person(name) in two(review)


DOORS = {Appraisal: pair, Agreement: pair, Reopening: asked_again, Share: shared}
