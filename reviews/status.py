"""How far a review is, in words, for one of the two."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.models import Appraisal, Assessment
from people.models import Person

State = Appraisal.State


@dataclass(frozen=True, slots=True)
class Act:
    """What to do next, and where."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: their name, whether it is the reader, and how far their part is. Never what is in it."""

    name: str
    me: bool
    state: str
    done: bool


@dataclass(frozen=True)
class Status:
    """A review as `viewer` sees it; `parts` are the assessments that belong to it."""

    review: Appraisal
    viewer: Person
    parts: tuple[Assessment, ...]

    @property
    def mine(self) -> bool:
        """Whether it is about the viewer."""
        return self.review.person_id == self.viewer.pk

    @property
    def other(self) -> Person | None:
        return self.review.assessor if self.mine else self.review.person

    @property
    def other_name(self) -> str:
        return self.other.name if self.other else _("somebody who left")

    def part(self, kind: str) -> Assessment | None:
        """The part of the person ("self") or of the present assessor ("manager"), where it is begun."""
        rater = self.review.person_id if kind == "self" else self.review.assessor_id
        return next((part for part in self.parts if part.kind == kind and part.assessor_id == rater), None)

    @property
    def own_part(self) -> Assessment | None:
        return self.part("self" if self.mine else "manager")

    @property
    def sides(self) -> list[Side]:
        pairs = ((self.review.person, "self"), (self.review.assessor, "manager"))
        return [
            side(person.name if person else _("Nobody"), person == self.viewer, self.part(kind))
            for person, kind in pairs
        ]

    @property
    def stuck(self) -> bool:
        """Nobody can rate beside the person: the assessor left, or their account is switched off."""
        assessor = self.review.assessor
        return self.review.state in (State.RATING, State.AGREEING) and not (assessor and assessor.is_active)

    @property
    def title(self) -> str:
        if self.mine:
            return _("Your review with %(name)s") % {"name": self.other_name}
        return _("Review of %(name)s") % {"name": self.other_name}

    @property
    def words(self) -> str:
        """Where it stands, as a sentence."""
        own, review = self.own_part, self.review
        if review.state is State.ENDED:
            return _("Called off on %(day)s.") % {"day": day(review.ended_at)}
        if review.state is State.AGREED:
            return _("Agreed on %(day)s.") % {"day": day(review.agreed_at)}
        if review.state is State.AGREEING:
            return self.agreeing % {"day": day(review.revealed_at), "name": self.other_name}
        if own and own.submitted_at:
            return _("Your part is in. %(name)s has still to submit.") % {"name": self.other_name}
        if own:
            return _("You have begun your part.")
        return _("You have not begun your part.")

    @property
    def agreeing(self) -> str:
        """Who has still to say yes."""
        said_yes = {consent.person_id for consent in self.review.consents.all()}
        if self.viewer.pk in said_yes:
            return _("Both are in since %(day)s. You said yes, %(name)s has still to.")
        if said_yes:
            return _("Both are in since %(day)s. %(name)s said yes, you have still to.")
        return _("Both are in since %(day)s. You have still to agree.")

    @property
    def next(self) -> Act:
        """What the viewer does next."""
        own, here = self.own_part, reverse("appraisal_show", args=[self.review.pid])
        compare = reverse("appraisal_compare", args=[self.review.pid])
        if self.review.state is State.AGREEING:
            return Act(_("Compare and agree"), compare)
        if self.review.state is State.AGREED:
            return Act(_("Read what was agreed"), compare)
        if self.review.state is State.RATING and own and not own.submitted_at:
            return Act(_("Go on with your part"), reverse("assessment_show", args=[own.pid]))
        if self.review.state is State.RATING and not own:
            return Act(_("Begin your part"), here)
        return Act(_("Look at it"), here)


def side(name: str, me: bool, part: Assessment | None) -> Side:
    if part and part.submitted_at:
        return Side(name, me, _("submitted on %(day)s") % {"day": day(part.submitted_at)}, True)
    return Side(name, me, _("begun") if part else _("not begun"), False)


def day(moment: object) -> str:
    return date_format(moment, "j F Y") if moment else ""  # type: ignore[arg-type]  # Django takes dates and moments


def status_of(review: Appraisal, viewer: Person) -> Status:
    """`review` with its parts prefetched, or asked for now."""
    return Status(review, viewer, tuple(review.assessments.all()))
