"""What is hidden while a review is open: conditions for lists, so that every door says the same.

Until both have submitted, nobody sees the other's answers, an earlier round or a figure made of them; not the person,
not the assessor, nor anybody else. What one is rating right now is one's own to see.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from assessments.models.appraisal import Appraisal
from people.models import Person, ReportingLine
from people.policy import Ability, about

SIGNED = timedelta(days=365)  # how long somebody reads a result they agreed, when they manage the person no more


def veiled(path: str = "person") -> Q:
    """Rows about people (found at `path`) of whom a review is open."""
    return Q(Exists(Appraisal.objects.open().filter(person=OuterRef(path))))


def veil_of(person: Person) -> Appraisal | None:
    """The open review that hides earlier results and figures about a person; None if nothing is hidden."""
    return Appraisal.objects.open().filter(person=person).select_related("assessor").first()


def being_rated() -> Q:
    """Assessments that are part of a review that is open."""
    return Q(appraisal__isnull=False, appraisal__revealed_at=None, appraisal__ended_at=None)


def pair_open_to(viewer: Person) -> Q:
    """Assessments of a revealed review whose assessor is the viewer, for as long as that is the viewer's business:
    as the person's manager, or appointed and not agreed yet.
    """
    today = timezone.localdate()
    managed = ReportingLine.objects.in_force(today).filter(person=OuterRef("person"), manager=viewer)
    theirs = Q(Exists(managed)) | Q(appraisal__appointed=True, appraisal__agreed_at=None)
    return Q(appraisal__revealed_at__isnull=False, appraisal__assessor=viewer) & theirs


def pair_read_by(viewer: Person) -> Q:
    """The same for the reviews themselves, and the person's own; nothing of anybody of whom a review is open."""
    today = timezone.localdate()
    managed = ReportingLine.objects.in_force(today).filter(person=OuterRef("person"), manager=viewer)
    theirs = Q(assessor=viewer) & (Q(Exists(managed)) | Q(appointed=True, agreed_at=None))
    return Q(revealed_at__isnull=False) & (Q(person=viewer) | theirs) & ~veiled()


def in_hand(viewer: Person) -> dict[str, Q]:
    """By kind, what the viewer is writing: drafts of their own, and their part of a review that is open."""
    mine = about(viewer, Ability.READ_SELF_ASSESSMENT)
    return {
        "self": mine & (Q(submitted_at=None) | being_rated()),
        "manager": Q(assessor=viewer, appraisal__assessor=viewer) & being_rated(),
    }


def on_record(viewer: Person) -> dict[str, Q]:
    """By kind, what is done and open to the viewer whenever no review about that person is open."""
    return {
        "self": about(viewer, Ability.READ_SELF_ASSESSMENT) & Q(submitted_at__isnull=False) & ~being_rated()
        | pair_open_to(viewer),
        "manager": (Q(person=viewer, appraisal__revealed_at__isnull=False) | pair_open_to(viewer))
        & by_the_assessor(),
        "agreed": (about(viewer, Ability.READ_AGREED) & had_a_part(viewer) | signed_by(viewer))
        & Q(submitted_at__isnull=False),
    }


def by_the_assessor() -> Q:
    """Parts by whoever rates the review now; what was written before a hand-over is nobody’s to read here."""
    return Q(assessor=F("appraisal__assessor")) | Q(assessor=None, appraisal__assessor=None)


def had_a_part(viewer: Person) -> Q:
    """Results about `viewer`, agreed with them, or submitted on a day when the person reported to them."""
    then = ReportingLine.objects.in_force(OuterRef("submitted_at__date"))
    theirs = then.filter(person=OuterRef("person"), manager=viewer)
    return Q(person=viewer) | Q(assessor=viewer) | Q(Exists(theirs))


def signed_by(viewer: Person) -> Q:
    """Agreed results that the viewer agreed in the last twelve months."""
    return Q(assessor=viewer, submitted_at__gt=timezone.now() - SIGNED)
